import { z } from 'zod';
import { CHANGES, defineEvents, NOTHING } from '../../kernel/events.ts';

export const webhookEvents = defineEvents({
  'webhook.created': { version: 1, summary: 'A webhook was created.', payload: NOTHING },
  'webhook.updated': { version: 1, summary: 'A webhook was changed.', payload: CHANGES },
  'webhook.deleted': { version: 1, summary: 'A webhook was deleted.', payload: NOTHING },
  'webhook.rotated': {
    version: 1,
    summary: 'A webhook got a new secret.',
    payload: z.strictObject({ old_secret_ends_at: z.string() }),
  },
  'webhook.switched_off': {
    version: 1,
    summary: 'A webhook was switched off because of what its address answers.',
    payload: z.strictObject({
      reason: z
        .enum(['GONE', 'FAILING'])
        .describe('GONE: it answered 410. FAILING: it has accepted nothing for days'),
    }),
  },
});

type Names = typeof webhookEvents;
declare module '../../kernel/events.ts' {
  interface DeclaredEvents extends Names {}
}
