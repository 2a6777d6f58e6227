import { sql, type RawBuilder } from 'kysely';
import { columnsOf } from '../../kernel/database/columns.ts';
import type { OrderTallyChangesTable } from '../../kernel/database/schema.generated.ts';
import { PICKUP_AT_SHOP } from '../couriers/index.ts';
import { IS_AT_SHOP, SHIPPING_STAGE } from './shipping-stage.ts';

/** The facet of all orders. */
export const ALL_ORDERS = 'all';

/** SQL of the category that an order is listed under, written as its index has it: the web store's are of members and of guests. */
export const LISTED_CATEGORY = `case when orders.order_category in ('SF_MEMBER', 'SF_GUEST') then 'STORE_FRONT'
    else orders.order_category end`;

/**
 * SQL of what orders are counted by, of the row of `orders` at hand, each by the name of the filter of the list; null
 * where an order has none.
 */
const FACETS: Record<string, string> = {
  payment_status: 'orders.payment_status',
  order_progress_status: 'orders.order_progress_status',
  order_category: LISTED_CATEGORY,
  // Members and guests of the web store apart.
  sales_channel: 'orders.order_category',
  // Whether COD parcels have left.
  cod_parcel: `case when not orders.is_cod then null
    when ${IS_AT_SHOP} then 'AT_SHOP' else 'SENT' end`,
  order_source_id: 'orders.order_source_id',
  user_id: 'coalesce(orders.created_by, 0)',
  customer_category_code: 'orders.customer_category_code',
  expedition_id: 'orders.courier_id',
  product_type: 'orders.product_status',
  print_status: `case when orders.is_printed then 'Y' else 'N' end`,
  shipping_stage: `case when orders.order_progress_status = 'ON PROCESS' then ${SHIPPING_STAGE} end`,
  pickup: `case
    when coalesce(orders.shipping_status, 'READY_TO_SHIP') = 'READY_TO_SHIP' then
      case when orders.order_progress_status = 'NO AWB' and orders.courier_id <> ${PICKUP_AT_SHOP} then 0 end
    when orders.shipping_status = 'PICKUP_REQUEST' then 1
    when orders.shipping_status = 'DELIVERED' then 2
  end`,
};

/** The same of what an order can have several of. */
const LISTED_FACETS: Record<string, string> = {
  bank_id: 'orders.bank_account_ids',
  warehouse_id: 'orders.warehouse_ids',
};

/** Whether orders are counted by a filter of the list. */
export function isTallied(filter: string): boolean {
  return Object.hasOwn(FACETS, filter) || Object.hasOwn(LISTED_FACETS, filter);
}

/** The facet of the orders that a filter lets through. */
export function facetOf(filter: string, value: string | number): string {
  return `${filter}=${value}`;
}

const single = Object.entries(FACETS).map(([filter, value]) => `'${filter}=' || ${value}`);
const listed = Object.entries(LISTED_FACETS).map(
  ([filter, ids]) => `array(select '${filter}=' || listed.id from unnest(${ids}) as listed (id))`,
);
const facets = `array_remove(array['${ALL_ORDERS}', ${single.join(', ')}], null) || ${listed.join(' || ')}`;

/** What is added up of orders. */
const SUMMED = {
  quantity: 'bigint',
  goods_idr: 'bigint',
  line_discount_idr: 'bigint',
  discount_idr: 'bigint',
  shipping_idr: 'bigint',
  shipping_discount_idr: 'bigint',
  charges_idr: 'bigint',
  insurance_idr: 'bigint',
  total_idr: 'bigint',
  paid_idr: 'bigint',
  cost_of_goods_idr: 'bigint',
  return_cost_idr: 'bigint',
} as const;
export const SUMS = Object.keys(SUMMED);

/** An order as it is counted. */
type Tally = Omit<OrderTallyChangesTable, 'shop_id' | 'id' | 'order_count'>;

const TALLY = columnsOf<Tally>({ facets: 'text[]', order_status: 'text', order_date: 'date', ...SUMMED });
const COPIED = ['order_status', 'order_date', ...SUMS];

/** The columns of a tally. */
export const TALLY_NAMES = TALLY.names;
/** SQL of their values by the row of `orders` at hand, as a list of the same order. */
export const TALLY_VALUES = [facets, ...COPIED.map((name) => `orders.${name}`)].join(', ');
/** SQL of the same as a JSON object. */
export const TALLY_JSON = `json_build_object('facets', ${facets}, ${COPIED.map((name) => `'${name}', orders.${name}`).join(', ')})`;

/*
 * Whatever writes orders (`place/store-order.ts`, `change-order.ts`, `set-awb-numbers.ts`, `label-prints.ts`, `cancel/delete-order.ts`)
 * notes in the same statement that they are to be counted otherwise than before: lists have their totals from there.
 */

/**
 * The end of a statement that changes orders, or part of its `with`: `unchanged` has their `id` and `tally` from before, and
 * `changed` those from after.
 */
export function noteChangedTallies(shop_id: number): RawBuilder<unknown> {
  return noteTallies(
    shop_id,
    sql`(select side.order_count, side.tally from unchanged join changed on changed.id = unchanged.id
      cross join lateral (values (-1, unchanged.tally), (1, changed.tally)) as side (order_count, tally)
      where unchanged.tally::text <> changed.tally::text)`,
  );
}

/** The same where orders are deleted: `deleted` has the `tally` of each. */
export function noteDeletedTallies(shop_id: number): RawBuilder<unknown> {
  return noteTallies(shop_id, sql`(select -1, deleted.tally from deleted)`);
}

function noteTallies(shop_id: number, noted: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`insert into order_tally_changes (shop_id, order_count, ${sql.raw(TALLY.names)})
    select ${shop_id}::bigint, noted.order_count, counted.*
    from ${noted} as noted (order_count, tally)
    cross join lateral json_to_record(noted.tally) as counted (${sql.raw(TALLY.definition)})`;
}
