import { z } from 'zod';
import { defineEvents } from '../../../kernel/events.ts';

const OF_PARCEL = z.strictObject({ order_id: z.int(), shipment: z.int() });

export const returnEvents = defineEvents({
  'parcel_return.announced': {
    version: 1,
    summary: 'Staff announced that a parcel comes back. The subject is the return.',
    payload: OF_PARCEL,
  },
  'parcel_return.on_the_way': {
    version: 1,
    summary: 'Staff said that a parcel is on its way back. The subject is the return.',
    payload: OF_PARCEL,
  },
  'parcel_return.canceled': {
    version: 1,
    summary: 'Staff cancelled the return of a parcel that did not come back. The subject is the return.',
    payload: OF_PARCEL,
  },
});

type Names = typeof returnEvents;
declare module '../../../kernel/events.ts' {
  interface DeclaredEvents extends Names {}
}
