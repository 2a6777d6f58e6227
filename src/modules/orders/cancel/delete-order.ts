import { sql } from 'kysely';
import type { z } from 'zod';
import type { Context } from '../../../kernel/context.ts';
import { emit } from '../../../kernel/outbox.ts';
import { removePayments } from '../../payments/index.ts';
import { refuseLosingBooking } from '../booked-shipments.ts';
import { lockOrderFor } from '../lock-order.ts';
import type { OrderReference } from '../schemas.ts';
import { noteDeletedTallies, TALLY_JSON } from '../tally.ts';
import type { DeleteOrderInput } from './schemas.ts';

/**
 * Permanently deletes a cancelled, rejected or expired order, with its lines, payments and history. Its number is not
 * used again. The stock ledger keeps its movements, the ledger of money its transfers with its ID, and the audit log
 * shows the owner who deleted it and what it was.
 * @throws Refusal 404 if the shop has no such order; 422 if it is active, or a vendor may still have a booking of it
 */
export async function deleteOrder(
  context: Context,
  input: z.output<typeof DeleteOrderInput>,
): Promise<z.input<typeof OrderReference>> {
  const { shop } = context;
  return context.transaction(async (inner) => {
    const order = await lockOrderFor(inner, input.order_id, 'DELETE');
    await refuseLosingBooking(inner, order);
    await removePayments(inner, order.id);
    await inner.db
      .updateTable('stock_ledger')
      .set({ order_id: null })
      .where('shop_id', '=', shop.id)
      .where('order_id', '=', order.id)
      .execute();
    for (const table of ['order_changes', 'order_charges', 'order_lines'] as const)
      await inner.db
        .deleteFrom(table)
        .where('shop_id', '=', shop.id)
        .where('order_id', '=', order.id)
        .execute();
    await sql`
      with deleted as (
        delete from orders where orders.shop_id = ${shop.id} and orders.id = ${order.id}
        returning ${sql.raw(TALLY_JSON)} as tally
      )
      ${noteDeletedTallies(shop.id)}`.execute(inner.db);
    const { po_number, total_idr, paid_idr, sender_name, order_status } = order;
    await emit(inner, 'order.deleted', order.id, {
      po_number,
      total_idr,
      paid_idr,
      sender_name,
      order_status,
    });
    return { order_id: order.id, po_number };
  });
}
