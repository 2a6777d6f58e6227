import { z } from 'zod';
import { defineEvents } from '../../kernel/events.ts';

const action = z.string();

export const bulkOrderEvents = defineEvents({
  'bulk_run.started': {
    version: 1,
    summary: 'An action on many orders was started.',
    payload: z.strictObject({ action, orders: z.int() }),
  },
  'bulk_run.retried': {
    version: 1,
    summary: 'Orders of a bulk run that were not done are processed again.',
    payload: z.strictObject({ action, orders: z.int() }),
  },
  'bulk_run.ended': {
    version: 1,
    summary: 'A bulk run has ended, or was stopped: what became of its orders.',
    payload: z.strictObject({
      action,
      state: z.enum(['DONE', 'STOPPED']),
      done: z.int(),
      skipped: z.int(),
      failed: z.int(),
      stopped: z.int(),
      amount_idr: z.int(),
    }),
  },
});

type Names = typeof bulkOrderEvents;
declare module '../../kernel/events.ts' {
  interface DeclaredEvents extends Names {}
}
