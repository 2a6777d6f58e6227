import type { z } from 'zod';
import type { Context } from '../../../kernel/context.ts';
import { lockOrderFor, refuseBooked, splitShipments, uniteShipments } from '../../orders/index.ts';
import { forgetPacking } from '../packed-units.ts';
import type { ShipmentsOfOrder, SplitOrderInput } from './schemas.ts';

type Input = z.output<typeof SplitOrderInput>;
type Answer = z.input<typeof ShipmentsOfOrder>;

/**
 * Divides an order among one shipment for each warehouse that its products are in. What is packed lies in the parcel of
 * its warehouse then.
 * @throws Refusal 422 if a parcel of it is booked, has an AWB number or is on its way, or it cannot be divided
 */
export async function splitOrder(context: Context, { order_id }: Input): Promise<Answer> {
  return context.transaction(async (inner) => {
    const order = await lockOrderFor(inner, order_id, 'SHIP');
    await refuseBooked(inner, order, ['order_id']);
    return splitShipments(inner, order);
  });
}

/**
 * Makes one shipment of all those of an order. It is packed anew: what lies in several parcels lies in none of one.
 * @throws Refusal 422 if one of them is booked, has an AWB number or is on its way
 */
export async function mergeShipments(context: Context, { order_id }: Input): Promise<Answer> {
  return context.transaction(async (inner) => {
    const order = await lockOrderFor(inner, order_id, 'SHIP');
    await refuseBooked(inner, order, ['order_id']);
    if (order.shipment_count > 1) await forgetPacking(inner, order.id);
    return uniteShipments(inner, order);
  });
}
