import type { Context } from '../../kernel/context.ts';
import { namedStatement } from '../../kernel/database/named-statement.ts';

/** Locks like `take_promos`; what another statement has given back meanwhile is no longer there to delete. */
const giveBackAll = namedStatement<
  never,
  { shop_id: number; order_id: number; promo_ids: readonly number[] | null }
>(
  'give_back_promos',
  (at) => `with locked as materialized (
    select * from (
      select promo.id, promo.used
      from promos as promo
      where promo.shop_id = ${at.shop_id}
        and promo.id in (select promo_id from promo_uses where shop_id = ${at.shop_id} and order_id = ${at.order_id}
          and (${at.promo_ids}::bigint[] is null or promo_id = any(${at.promo_ids}::bigint[])))
      order by promo.id
      for no key update
    ) as promo
  ),
  given as (
    delete from promo_uses as use using locked
    where use.shop_id = ${at.shop_id} and use.order_id = ${at.order_id} and use.promo_id = locked.id
    returning use.promo_id, use.customer_id, use.is_guest
  ),
  customers as (
    update promo_customers as customer set used = customer.used - 1
    from given
    where customer.shop_id = ${at.shop_id} and customer.promo_id = given.promo_id and customer.customer_id = given.customer_id
      and customer.is_guest = given.is_guest
  )
  update promos set used = locked.used - 1
  from locked join given on given.promo_id = locked.id
  where promos.shop_id = ${at.shop_id} and promos.id = locked.id`,
);

/**
 * Gives back the promos that an order uses when it is cancelled or rejected; once, however often it is called. Call it
 * in the transaction that cancels the order.
 * @param promo_ids those; undefined: all
 */
export async function giveBackPromos(
  context: Context,
  order_id: number,
  promo_ids?: readonly number[],
): Promise<void> {
  await giveBackAll.run(context.db, { shop_id: context.shop.id, order_id, promo_ids: promo_ids ?? null });
}
