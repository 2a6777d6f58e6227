import { z } from 'zod';
import { VENDOR_NAMES } from '../../../integrations/courier/port.ts';
import { defineEvents } from '../../../kernel/events.ts';

const vendor = z.enum(VENDOR_NAMES);

export const connectionEvents = defineEvents({
  'courier_connection.saved': {
    version: 1,
    summary:
      'The shop was connected with a courier vendor, or its API key was replaced. The subject is the shop.',
    payload: z.strictObject({ vendor, is_replaced: z.boolean().describe('The shop had a key before') }),
  },
  'courier_connection.removed': {
    version: 1,
    summary: 'The connection of the shop with a courier vendor was removed. The subject is the shop.',
    payload: z.strictObject({ vendor }),
  },
});

type Names = typeof connectionEvents;
declare module '../../../kernel/events.ts' {
  interface DeclaredEvents extends Names {}
}
