import type { Context } from '../../kernel/context.ts';
import { statement } from '../../kernel/database/connection.ts';
import type { Promo } from './rules.ts';

interface Row extends Omit<Promo, 'group' | 'type' | 'discount'> {
  id: number;
  name: string;
  promo_group: Promo['group'];
  promo_type: Promo['type'];
  discount_type: 'PERCENTAGE' | 'NOMINAL';
  discount_percentage: number | null;
  discount_max_idr: number | null;
  discount_idr: number | null;
  used_by_customer: number;
  version: Date;
  is_deleted: boolean;
}

/** Of the promos that run now so many are told, the newest. */
const MOST_RUNNING = 200;

/**
 * Those named or with the code, every one, and, where asked for, those that run now without a code. The oldest
 * first.
 */
const findPromos = statement<Row>(
  'find_order_promos',
  `with chosen as materialized (
    select id from promos
    where shop_id = $1 and deleted_at is null and (id = any($2::bigint[]) or lower(coupon_code) = lower($3::text))
    union
    select id from promos where shop_id = $1 and id = any($8::bigint[])
    union
    (select id from promos
    where $6::boolean and shop_id = $1 and deleted_at is null and promo_group = 'PROMO' and is_active
      and starts_at <= $7 and (ends_at is null or ends_at > $7)
    order by id desc
    limit ${MOST_RUNNING})
  )
  select promo.id, promo.name, promo.promo_group, promo.promo_type, promo.coupon_code, promo.starts_at, promo.ends_at,
    promo.is_active, promo.discount_type, promo.discount_percentage, promo.discount_max_idr, promo.discount_idr,
    promo.quota, promo.used, promo.usage_per_customer, promo.minimum_product, promo.minimum_transaction_idr,
    promo.customer_category_codes, promo.platforms, promo.courier_service_ids,
    promo.all_products or (promo.promo_type = 'EXPEDITION' and not exists (select from promo_products p
      where p.shop_id = $1 and p.promo_id = promo.id)) as all_products,
    coalesce((select json_agg(p.product_id) from promo_products p
      where p.shop_id = $1 and p.promo_id = promo.id and p.product_id = any($5::bigint[])), '[]') as product_ids,
    coalesce((select c.used from promo_customers c
      where c.shop_id = $1 and c.promo_id = promo.id and c.customer_id = $4::bigint), 0) as used_by_customer,
    promo.updated_at as version, promo.deleted_at is not null as is_deleted
  from chosen join promos promo on promo.shop_id = $1 and promo.id = chosen.id
  order by promo.id`,
);

/** A promo as an order needs it; its product_ids are those of the products asked about. */
export interface OrderPromo extends Promo {
  id: number;
  name: string;
  used_by_customer: number;
  /** When it was last edited: another one means that its rules may be others. */
  version: Date;
  /** Only the order's own are there then. */
  is_deleted: boolean;
}

/**
 * The promos that an order may have, in one statement.
 * @param wanted promo_ids: those that it names; coupon_code in any letter case; running: also those that run now
 * and ask for no code, the newest ones
 */
export async function findOrderPromos(
  context: Context,
  wanted: {
    promo_ids: readonly number[];
    coupon_code: string | undefined;
    customer_id: number | null;
    product_ids: readonly number[];
    running: boolean;
    /** Those that the order has: they are found when they were deleted, too. */
    own_promo_ids?: readonly number[];
  },
): Promise<OrderPromo[]> {
  const rows = await findPromos.run(context.db, [
    context.shop.id,
    wanted.promo_ids,
    wanted.coupon_code?.trim() ?? null,
    wanted.customer_id,
    wanted.product_ids,
    wanted.running,
    context.clock.now(),
    wanted.own_promo_ids ?? [],
  ]);
  return rows.map(
    ({
      promo_group,
      promo_type,
      discount_type,
      discount_percentage,
      discount_max_idr,
      discount_idr,
      ...row
    }) => ({
      ...row,
      group: promo_group,
      type: promo_type,
      discount:
        discount_type === 'PERCENTAGE'
          ? { type: 'PERCENTAGE', percentage: discount_percentage ?? 0, max_idr: discount_max_idr }
          : { type: 'NOMINAL', amount_idr: discount_idr ?? 0 },
    }),
  );
}
