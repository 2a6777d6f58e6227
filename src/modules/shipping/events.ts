import { z } from 'zod';
import { defineEvents } from '../../kernel/events.ts';

export const parcelEvents = defineEvents({
  'order.turned_back': {
    version: 1,
    summary: 'The courier of a parcel brings it back to the sender. The subject is the order.',
    payload: z.strictObject({ shipment: z.int().describe('Number of the shipment within the order') }),
  },
});

type Names = typeof parcelEvents;
declare module '../../kernel/events.ts' {
  interface DeclaredEvents extends Names {}
}
