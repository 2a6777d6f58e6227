import { sql } from 'kysely';
import { dateText, startOfDay } from '../../kernel/calendar.ts';
import type { Context, TimeZone } from '../../kernel/context.ts';

/** When a customer has ordered: when that was entered, or on the day that the order is of where that was before. */
export function orderedAt(order_date: string, created_at: Date, zone: TimeZone): Date {
  return order_date < dateText(created_at, zone) ? startOfDay(order_date, zone) : created_at;
}

/** Records on a customer when they have ordered; for an order that is assigned to them, or dated, later. */
export async function noteOrder(context: Context, customer_id: number, ordered_at: Date): Promise<void> {
  await context.db
    .updateTable('customers')
    .set({ last_order_at: sql<Date>`greatest(last_order_at, ${ordered_at})` })
    .where('shop_id', '=', context.shop.id)
    .where('id', '=', customer_id)
    .execute();
}
