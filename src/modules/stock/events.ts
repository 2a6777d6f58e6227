import { z } from 'zod';
import { defineEvents, NOTHING } from '../../kernel/events.ts';

export const stockEvents = defineEvents({
  'stock.changed': {
    version: 1,
    summary: 'A user changed the stock of a variation. The subject is the variation.',
    payload: NOTHING,
  },
  'stock.emptied': {
    version: 1,
    summary: 'A warehouse gave its last piece of a variation. The subject is the variation.',
    payload: z.strictObject({ warehouse_id: z.int() }),
  },
  'stock.shelved': {
    version: 1,
    summary: 'The shelf of a variation in a warehouse was set. The subject is the variation.',
    payload: NOTHING,
  },
  'warehouse.created': { version: 1, summary: 'A warehouse was created.', payload: NOTHING },
  'warehouse.updated': { version: 1, summary: 'A warehouse was changed.', payload: NOTHING },
  'warehouse.deleted': { version: 1, summary: 'A warehouse was deleted.', payload: NOTHING },
});

type Names = typeof stockEvents;
declare module '../../kernel/events.ts' {
  interface DeclaredEvents extends Names {}
}
