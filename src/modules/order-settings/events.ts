import { z } from 'zod';
import { CHANGES, defineEvents, NOTHING } from '../../kernel/events.ts';

export const orderSettingEvents = defineEvents({
  'order_source.created': { version: 1, summary: 'An order source was created.', payload: NOTHING },
  'order_source.updated': { version: 1, summary: 'An order source was changed.', payload: CHANGES },
  'order_cost.created': { version: 1, summary: 'An order cost was created.', payload: NOTHING },
  'order_cost.updated': { version: 1, summary: 'An order cost was changed.', payload: CHANGES },
  'order_cost.deleted': {
    version: 1,
    summary: 'An order cost was deleted.',
    payload: z.strictObject({ name: z.string() }),
  },
});

type Names = typeof orderSettingEvents;
declare module '../../kernel/events.ts' {
  interface DeclaredEvents extends Names {}
}
