import { z } from 'zod';
import { CHANGES, defineEvents, NOTHING } from '../../kernel/events.ts';

export const orderSettingEvents = defineEvents({
  'order_source.created': { version: 1, summary: 'A source of orders was created.', payload: NOTHING },
  'order_source.updated': { version: 1, summary: 'A source of orders was changed.', payload: CHANGES },
  'order_cost.created': { version: 1, summary: 'A cost for orders was created.', payload: NOTHING },
  'order_cost.updated': { version: 1, summary: 'A cost for orders was changed.', payload: CHANGES },
  'order_cost.deleted': {
    version: 1,
    summary: 'A cost for orders was deleted.',
    payload: z.strictObject({ name: z.string() }),
  },
});

type Names = typeof orderSettingEvents;
declare module '../../kernel/events.ts' {
  interface DeclaredEvents extends Names {}
}
