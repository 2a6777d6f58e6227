import { sql } from 'kysely';
import type { Context } from '../../kernel/context.ts';

/** Records on a customer when their latest order was created; for an order that is assigned to them later. */
export async function noteOrder(context: Context, customer_id: number, ordered_at: Date): Promise<void> {
  await context.db
    .updateTable('customers')
    .set({ last_order_at: sql<Date>`greatest(last_order_at, ${ordered_at})` })
    .where('shop_id', '=', context.shop.id)
    .where('id', '=', customer_id)
    .execute();
}
