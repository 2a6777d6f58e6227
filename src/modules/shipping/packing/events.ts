import { z } from 'zod';
import { defineEvents } from '../../../kernel/events.ts';

const parcel = z.strictObject({ shipment: z.int().describe('Number of the shipment within the order') });

export const packingEvents = defineEvents({
  'order.packed': {
    version: 1,
    summary: 'All units of a parcel of an order were packed. The subject is the order.',
    payload: parcel,
  },
  'order.unpacked': {
    version: 1,
    summary: 'Packing of a parcel of an order was reset. The subject is the order.',
    payload: parcel,
  },
});

type Names = typeof packingEvents;
declare module '../../../kernel/events.ts' {
  interface DeclaredEvents extends Names {}
}
