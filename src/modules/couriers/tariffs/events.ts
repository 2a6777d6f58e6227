import { z } from 'zod';
import { defineEvents } from '../../../kernel/events.ts';

/** How many rows of which services. */
const CHANGED = z.strictObject({ rows: z.int(), service_ids: z.array(z.int()) });

export const tariffEvents = defineEvents({
  'tariff.updated': {
    version: 1,
    summary: "Rows of the shop's own tariff were set. Subject: the shop.",
    payload: CHANGED,
  },
  'tariff.deleted': {
    version: 1,
    summary: "Rows of the shop's own tariff were removed. Subject: the shop.",
    payload: CHANGED,
  },
  'tariff.imported': {
    version: 1,
    summary: 'A tariff import was applied. Subject: the import.',
    payload: z.strictObject({ rows: z.int() }),
  },
});

type Names = typeof tariffEvents;
declare module '../../../kernel/events.ts' {
  interface DeclaredEvents extends Names {}
}
