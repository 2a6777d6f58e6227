import type { z } from 'zod';
import type { Context } from '../../../kernel/context.ts';
import { handledShipment } from '../handled-shipments.ts';
import { lockOrderFor } from '../lock-order.ts';
import { changeShipments } from '../shipments.ts';
import type { AddAwbInput, AwbAdded } from './schemas.ts';

/** The reference returns the message to the customer; this installation has no message provider. */
const NO_NOTIFICATION = {
  en: { title: 'No notification sent', content: 'Customer messaging is not set up for this shop.' },
  id: {
    title: 'Notifikasi tidak dikirim',
    content: 'Pengiriman pesan ke pelanggan belum diatur di toko ini.',
  },
};

/** Adds the AWB number of an order, or replaces it. */
export async function addAwbNumber(
  context: Context,
  input: z.output<typeof AddAwbInput>,
): Promise<z.input<typeof AwbAdded>> {
  return context.transaction(async (inner) => {
    const order = await lockOrderFor(inner, input.id, 'ADD_AWB');
    await handledShipment(inner, order, input.shipment, 'shipment');
    const change = { number: input.shipment, awb_number: input.awb_number };
    await changeShipments(inner, order, [change], { source: 'STAFF', field: 'shipment' });
    return {
      order_id: order.id,
      po_number: order.po_number,
      notification: {
        id: 0,
        ...NO_NOTIFICATION[context.language],
      },
    };
  });
}
