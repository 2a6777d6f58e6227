import type { z } from 'zod';
import type { Context } from '../../../kernel/context.ts';
import { findShipment, linesOfShipment, receiveGoods } from '../../orders/index.ts';
import { checkWarehouses } from '../../stock/index.ts';
import { getReturn } from './get-return.ts';
import { lockReturn, writeReturn } from './lock-return.ts';
import { planReceipt } from './plan-receipt.ts';
import type { ReceiveReturnInput, ReturnDetail } from './schemas.ts';

/**
 * Receives a parcel that came back: each of its units is accounted for once, as sellable, damaged or missing. Sellable
 * units of products in stock return to the warehouse given, or to that of their line; the others are lost. The parcel
 * becomes RETURNED, if the courier has not said so.
 * @throws Refusal 404 if the shop has no such return; 422 if it was received, settled or cancelled, its order is not
 *   active, a warehouse is not one of the user's, or the units are not those of the parcel
 */
export async function receiveReturn(
  context: Context,
  input: z.output<typeof ReceiveReturnInput>,
): Promise<z.input<typeof ReturnDetail>> {
  return context.transaction(async (inner) => {
    const { order, found } = await lockReturn(inner, input.id, { to: 'RECEIVED', action: 'RETURN' });
    const shipment = await findShipment(inner, order, found.shipment);
    const planned = planReceipt(await linesOfShipment(inner, order, shipment), input.lines);
    const received = planned.map((line) => ({
      ...line,
      warehouse_id: input.warehouse_id ?? line.warehouse_id,
    }));
    await checkWarehouses(
      inner,
      received.map(({ warehouse_id }) => ({ warehouse_id, field: 'warehouse_id' })),
    );
    const { is_sent_back } = await receiveGoods(inner, order, shipment, received, 'id');
    const of_return = { shop_id: inner.shop.id, return_id: found.id };
    await inner.db
      .insertInto('parcel_return_lines')
      .values(
        received.map(({ position, variation_id, warehouse_id, sellable, damaged, missing }) => ({
          ...of_return,
          position,
          variation_id,
          warehouse_id,
          sellable,
          damaged,
          missing,
        })),
      )
      .execute();
    await writeReturn(inner, found, {
      state: 'RECEIVED',
      received_at: inner.clock.now(),
      received_by: inner.actor.user_id,
      is_sent_back,
      note: input.note,
    });
    return getReturn(inner, { id: found.id });
  });
}
