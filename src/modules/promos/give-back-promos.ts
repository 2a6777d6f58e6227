import type { Context } from '../../kernel/context.ts';
import { statement } from '../../kernel/database/connection.ts';

/** Locks like `take_promos`; what another statement has given back meanwhile is no longer there to delete. */
const giveBackAll = statement<never>(
  'give_back_promos',
  `with locked as materialized (
    select * from (
      select promo.id, promo.used
      from promos as promo
      where promo.shop_id = $1
        and promo.id in (select promo_id from promo_uses where shop_id = $1 and order_id = $2
          and ($3::bigint[] is null or promo_id = any($3::bigint[])))
      order by promo.id
      for no key update
    ) as promo
  ),
  given as (
    delete from promo_uses as use using locked
    where use.shop_id = $1 and use.order_id = $2 and use.promo_id = locked.id
    returning use.promo_id, use.customer_id
  ),
  customers as (
    update promo_customers as customer set used = customer.used - 1
    from given
    where customer.shop_id = $1 and customer.promo_id = given.promo_id and customer.customer_id = given.customer_id
  )
  update promos set used = locked.used - 1
  from locked join given on given.promo_id = locked.id
  where promos.shop_id = $1 and promos.id = locked.id`,
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
  await giveBackAll.run(context.db, [context.shop.id, order_id, promo_ids ?? null]);
}
