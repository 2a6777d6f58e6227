import type { Context } from '../../kernel/context.ts';
import { namedStatement } from '../../kernel/database/named-statement.ts';

/**
 * One statement, so that nothing can happen between reading and counting. `locked` reads the latest committed rows after
 * waiting for them, in one sequence, so that orders never deadlock. Exceeding the quota or the limit of the customer
 * violates a constraint, which rolls back the statement.
 */
const takeAll = namedStatement<never, Required<PromoUse> & { shop_id: number; now: Date }>(
  'take_promos',
  (at) => `with locked as materialized (
    select * from (
      select promo.id, promo.used, promo.usage_per_customer
      from promos as promo
      where promo.shop_id = ${at.shop_id} and promo.id = any(${at.promo_ids}::bigint[]) and promo.deleted_at is null
      order by promo.id
      for no key update
    ) as promo
  ),
  counted as (
    update promos set used = locked.used + 1
    from locked
    where promos.shop_id = ${at.shop_id} and promos.id = locked.id
  ),
  uses as (
    insert into promo_uses (shop_id, order_id, promo_id, customer_id, is_guest, created_at)
    select ${at.shop_id}, ${at.order_id}::bigint, locked.id, ${at.customer_id}::bigint, ${at.is_guest}::boolean, ${at.now}::timestamptz from locked
  )
  insert into promo_customers as customer (shop_id, promo_id, customer_id, is_guest, used, usage_limit)
  select ${at.shop_id}, locked.id, ${at.customer_id}::bigint, ${at.is_guest}::boolean, 1, locked.usage_per_customer from locked
  on conflict (shop_id, promo_id, customer_id, is_guest) do update
  set used = customer.used + 1, usage_limit = excluded.usage_limit`,
);

export interface PromoUse {
  order_id: number;
  customer_id: number;
  /** Whether a guest of the store ordered: its uses are counted apart from those of the customer. */
  is_guest?: boolean;
  /** What the order uses, each once however many of its lines have it. Those that were deleted meanwhile don't count. */
  promo_ids: readonly number[];
}

/**
 * Counts that an order uses promos. Call it in the transaction that stores the order.
 * @throws if the quota of one is used up, or the limit of this customer: the response says so, and the whole
 *   transaction is rolled back
 */
export async function takePromos(context: Context, use: PromoUse): Promise<void> {
  const promo_ids = [...new Set(use.promo_ids)];
  if (promo_ids.length === 0) return;
  await takeAll.run(context.db, {
    ...use,
    is_guest: use.is_guest ?? false,
    shop_id: context.shop.id,
    promo_ids,
    now: context.clock.now(),
  });
}
