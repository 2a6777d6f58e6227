import { sql, type RawBuilder } from 'kysely';

/**
 * SELECT of the orders that buyers are reminded of, at least as old as a day: id, order_date, sender_id. Those that are accepted and
 * not paid, and those of the store whose buyers have not paid and do not say so; not those that a courier collects, and not of
 * marketplaces, which remind of theirs. Order by order it is `isAtStage('REMINDER', …)`. Read from the index of what customers owe and
 * that of the payments that are waited for.
 * @param until the newest day
 */
export function unpaidOrdersSql(shop_id: number, until: string): RawBuilder<unknown> {
  return sql`select o.id, o.order_date, o.sender_id from orders o
    where o.shop_id = ${shop_id} and o.order_status = 'ACCEPTED' and not o.is_cod and o.paid_idr < o.total_idr
      and o.order_category <> 'SHOPEE' and o.order_date <= ${until}::date
    union all
    select o.id, o.order_date, o.sender_id from buyer_payments payment
    join buyer_payment_orders of_payment on of_payment.shop_id = ${shop_id} and of_payment.payment_id = payment.id
    join orders o on o.shop_id = ${shop_id} and o.id = of_payment.order_id
    where payment.shop_id = ${shop_id} and payment.state = 'WAITING' and o.order_status = 'UNCONFIRMED'
      and not o.is_cod and o.paid_idr < o.total_idr and o.order_category <> 'SHOPEE' and o.order_date <= ${until}::date`;
}
