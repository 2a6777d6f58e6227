import type { Context } from '../../kernel/context.ts';
import { namedStatement } from '../../kernel/database/named-statement.ts';
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

/** Maximum of running promos that are returned, the newest first. */
const MOST_RUNNING = 200;

interface Wanted {
  shop_id: number;
  promo_ids: readonly number[];
  coupon_code: string | null;
  customer_id: number | null;
  is_guest: boolean;
  product_ids: readonly number[];
  running: boolean;
  now: Date;
  current_promo_ids: readonly number[];
}

/**
 * All promos that are named or have the code and, if requested, those that run now without a code. Oldest first.
 */
const findPromos = namedStatement<Row, Wanted>(
  'find_order_promos',
  (at) => `with chosen as materialized (
    select id from promos
    where shop_id = ${at.shop_id} and deleted_at is null and (id = any(${at.promo_ids}::bigint[]) or lower(coupon_code) = lower(${at.coupon_code}::text))
    union
    select id from promos where shop_id = ${at.shop_id} and id = any(${at.current_promo_ids}::bigint[])
    union
    (select id from promos
    where ${at.running}::boolean and shop_id = ${at.shop_id} and deleted_at is null and promo_group = 'PROMO' and is_active
      and starts_at <= ${at.now} and (ends_at is null or ends_at > ${at.now})
    order by created_at desc, id desc
    limit ${MOST_RUNNING})
  )
  select promo.id, promo.name, promo.promo_group, promo.promo_type, promo.coupon_code, promo.starts_at, promo.ends_at,
    promo.is_active, promo.discount_type, promo.discount_percentage, promo.discount_max_idr, promo.discount_idr,
    promo.quota, promo.used, promo.usage_per_customer, promo.minimum_product, promo.minimum_transaction_idr,
    promo.customer_category_codes, promo.platforms, promo.courier_service_ids,
    promo.all_products or (promo.promo_type = 'EXPEDITION' and not exists (select 1 from promo_products p
      where p.shop_id = ${at.shop_id} and p.promo_id = promo.id)) as all_products,
    coalesce((select json_agg(p.product_id) from promo_products p
      where p.shop_id = ${at.shop_id} and p.promo_id = promo.id and p.product_id = any(${at.product_ids}::bigint[])), '[]') as product_ids,
    coalesce((select c.used from promo_customers c
      where c.shop_id = ${at.shop_id} and c.promo_id = promo.id and c.customer_id = ${at.customer_id}::bigint
        and c.is_guest = ${at.is_guest}::boolean), 0) as used_by_customer,
    promo.updated_at as version, promo.deleted_at is not null as is_deleted
  from chosen join promos promo on promo.shop_id = ${at.shop_id} and promo.id = chosen.id
  order by promo.created_at, promo.id`,
);

/** A promo for planning an order; its product_ids are those of the requested products. */
export interface OrderPromo extends Promo {
  id: number;
  name: string;
  used_by_customer: number;
  /** When it was last edited: another one means that its rules may be others. */
  version: Date;
  /** Only those that the order has are there then. */
  is_deleted: boolean;
}

/**
 * The promos that an order may have, in one statement.
 * @param wanted promo_ids: the named promos; coupon_code in any letter case; running: also the latest active ones
 *   without a code
 */
export async function findOrderPromos(
  context: Context,
  wanted: {
    promo_ids: readonly number[];
    coupon_code: string | undefined;
    customer_id: number | null;
    /** Whether a guest of the store orders: its uses are counted apart from those of the customer. */
    is_guest?: boolean;
    product_ids: readonly number[];
    running: boolean;
    /** Those that the order has: they are found when they were deleted, too. */
    current_promo_ids?: readonly number[];
  },
): Promise<OrderPromo[]> {
  const rows = await findPromos.run(context.db, {
    shop_id: context.shop.id,
    promo_ids: wanted.promo_ids,
    coupon_code: wanted.coupon_code?.trim() ?? null,
    customer_id: wanted.customer_id,
    is_guest: wanted.is_guest ?? false,
    product_ids: wanted.product_ids,
    running: wanted.running,
    now: context.clock.now(),
    current_promo_ids: wanted.current_promo_ids ?? [],
  });
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
