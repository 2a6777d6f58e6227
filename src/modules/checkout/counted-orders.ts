import { sql, type RawBuilder } from 'kysely';
import type { Context } from '../../kernel/context.ts';
import type { PaymentOrder } from './lock-payment.ts';

/**
 * SQL: whether an order that the seller accepted still counts as paid by the payment. It does not if staff have removed what
 * was recorded when it was accepted, or have cancelled it and returned the money themselves. It does if the money became
 * balance of the customer, also where the order was deleted after that: it would be balance twice.
 * @param at SQL of the payment and the order
 */
export function countsSql(
  shop_id: number,
  at: { payment_id: string; order_id: string },
): RawBuilder<boolean> {
  const order_id = sql.raw(at.order_id);
  return sql<boolean>`(exists (select 1 from orders as counted
    join order_payments as recorded on recorded.shop_id = ${shop_id} and recorded.order_id = counted.id
    where counted.shop_id = ${shop_id} and counted.id = ${order_id}
      and recorded.buyer_payment_id = ${sql.raw(at.payment_id)}
      and (counted.order_status = 'ACCEPTED' or counted.paid_as = 'BALANCE'))
    or (not exists (select 1 from orders as kept where kept.shop_id = ${shop_id} and kept.id = ${order_id})
      and (select sum(moved.amount_idr) from ledger_entries as moved
        where moved.shop_id = ${shop_id} and moved.order_id = ${order_id} and moved.kind = 'CUSTOMER_BALANCE') < 0))`;
}

/** Locks accepted orders of a payment. @returns the IDs of those that still count as paid by it */
export async function countedOrders(
  { db, shop }: Context,
  accepted: readonly PaymentOrder[],
): Promise<ReadonlySet<number>> {
  if (accepted.length === 0) return new Set();
  const ids = accepted.map(({ order_id }) => order_id);
  await db
    .selectFrom('orders')
    .select('id')
    .where('shop_id', '=', shop.id)
    .where('id', 'in', ids)
    .orderBy('id')
    .forUpdate()
    .execute();
  const rows = await db
    .selectFrom('buyer_payment_orders as o')
    .select('o.order_id')
    .where('o.shop_id', '=', shop.id)
    .where('o.order_id', 'in', ids)
    .where((eb) =>
      eb.or([
        eb('o.total_idr', '=', 0),
        countsSql(shop.id, { payment_id: 'o.payment_id', order_id: 'o.order_id' }),
      ]),
    )
    .execute();
  return new Set(rows.map(({ order_id }) => order_id));
}
