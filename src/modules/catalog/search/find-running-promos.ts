import type { z } from 'zod';
import { dateTimeText } from '../../../kernel/calendar.ts';
import type { Context } from '../../../kernel/context.ts';
import { statement } from '../../../kernel/database/connection.ts';
import type { VariationPromo } from './schemas.ts';

interface Row {
  id: number;
  name: string;
  promo_type: 'PRODUCT' | 'EXPEDITION';
  promo_group: 'PROMO' | 'COUPON';
  discount_type: 'PERCENTAGE' | 'NOMINAL';
  discount_percentage: number | null;
  discount_max_idr: number | null;
  discount_idr: number | null;
  starts_at: Date;
  ends_at: Date | null;
  minimum_product: number | null;
  minimum_transaction_idr: number | null;
  all_products: boolean;
  /** One of the requested variations. */
  product_ids: number[];
}

/**
 * What the rules of promos say of an order of one of these products, without its quantities and sums, in SQL: a shop
 * may have thousands of promos. running-promos.test.ts holds it to the rule.
 */
const findRunning = statement<Row>(
  'running_promos_of_products',
  `with chosen as materialized (
    select p.promo_id, json_agg(p.product_id) as product_ids
    from promo_products p
    where p.shop_id = $1 and p.product_id = any($2::bigint[])
    group by p.promo_id
  )
  select promo.id, promo.name, promo.promo_type, promo.promo_group, promo.discount_type, promo.discount_percentage,
    promo.discount_max_idr, promo.discount_idr, promo.starts_at, promo.ends_at, promo.minimum_product,
    promo.minimum_transaction_idr, promo.all_products,
    coalesce(chosen.product_ids, '[]') as product_ids
  from promos promo
  left join chosen on chosen.promo_id = promo.id
  where promo.shop_id = $1 and promo.promo_group = 'PROMO' and promo.promo_type = 'PRODUCT' and promo.is_active
    and promo.deleted_at is null
    and promo.starts_at <= $3 and (promo.ends_at is null or promo.ends_at > $3)
    and (promo.quota is null or promo.used < promo.quota)
    and 'ORDER_APP' = any(promo.platforms)
    and ($4::text is null or $4 = any(promo.customer_category_codes))
    and not exists (
      select 1 from promo_customers u
      where u.shop_id = $1 and u.promo_id = promo.id and u.customer_id = $5::bigint and not u.is_guest
        and u.used >= promo.usage_per_customer
    )
    and (promo.all_products or chosen.promo_id is not null)
  order by promo.id`,
);

/** The customer; only promos of this category that the customer has not used up are found then. */
export interface Buyer {
  id: number;
  category_code: string;
}

/**
 * The promos that are currently active for orders of the dashboard and the API, by product. One statement.
 * @returns a function that returns the promos of a product, of those requested
 */
export async function findRunningPromos(
  context: Context,
  product_ids: readonly number[],
  buyer: Buyer | undefined,
): Promise<(product_id: number) => z.input<typeof VariationPromo>[]> {
  const promos = await findRunning.run(context.db, [
    context.shop.id,
    product_ids,
    context.clock.now(),
    buyer?.category_code ?? null,
    buyer?.id ?? null,
  ]);
  return (product_id) =>
    promos
      .filter((promo) => promo.all_products || promo.product_ids.includes(product_id))
      .map((promo) => present(context, promo));
}

function present(context: Context, row: Row): z.input<typeof VariationPromo> {
  const { time_zone } = context.shop;
  return {
    id: row.id,
    name: row.name,
    type: row.promo_type,
    group: row.promo_group,
    discount: {
      type: row.discount_type,
      amount: row.discount_percentage ?? row.discount_idr ?? 0,
      max_nominal: row.discount_idr ?? row.discount_max_idr,
    },
    start_date: dateTimeText(row.starts_at, time_zone),
    end_date: row.ends_at === null ? null : dateTimeText(row.ends_at, time_zone),
    minimum_product: row.minimum_product,
    minimum_transaction: row.minimum_transaction_idr,
  };
}
