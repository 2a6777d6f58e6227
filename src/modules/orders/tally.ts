import { sql } from 'kysely';
import type { Context } from '../../kernel/context.ts';
import { columnsOf } from '../../kernel/database/columns.ts';
import type { OrderTallyChangesTable } from '../../kernel/database/schema.generated.ts';
import { PICKUP_AT_SHOP } from '../couriers/index.ts';

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
  order_source_id: 'orders.order_source_id',
  user_id: 'coalesce(orders.created_by, 0)',
  customer_category_code: 'orders.customer_category_code',
  expedition_id: 'orders.courier_id',
  product_type: 'orders.product_status',
  print_status: `case when orders.is_printed then 'Y' else 'N' end`,
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
export type Tally = Omit<OrderTallyChangesTable, 'shop_id' | 'id' | 'order_count'>;

const TALLY = columnsOf<Tally>({ facets: 'text[]', order_status: 'text', order_date: 'date', ...SUMMED });
const COPIED = ['order_status', 'order_date', ...SUMS];

/** The columns of a tally. */
export const TALLY_NAMES = TALLY.names;
/** SQL of their values by the row of `orders` at hand, as a list of the same order. */
export const TALLY_VALUES = [facets, ...COPIED.map((name) => `orders.${name}`)].join(', ');
/** SQL of the same as a JSON object. */
export const TALLY_JSON = `json_build_object('facets', ${facets}, ${COPIED.map((name) => `'${name}', orders.${name}`).join(', ')})`;

/** An order as it was counted, and as it is to be counted; null: it was not there, or is gone. */
export interface TallyChange {
  before: Tally | null;
  after: Tally | null;
}

/**
 * Notes that orders are to be counted otherwise than before, in the transaction that changes them. Whatever writes
 * orders (`place/store-order.ts`, `change-order.ts`, `set-awb-numbers.ts`, `label-prints.ts`, `cancel/delete-order.ts`) notes it:
 * lists have their totals from there. One statement, or none where nothing that is counted was changed.
 */
export async function noteTallyChanges(
  { db, shop }: Context,
  changes: readonly TallyChange[],
): Promise<void> {
  const rows = changes
    .filter(({ before, after }) => JSON.stringify(before) !== JSON.stringify(after))
    .flatMap(({ before, after }) => [
      ...(before === null ? [] : [{ ...before, order_count: -1 }]),
      ...(after === null ? [] : [{ ...after, order_count: 1 }]),
    ]);
  if (rows.length === 0) return;
  await sql`
    insert into order_tally_changes (shop_id, order_count, ${sql.raw(TALLY.names)})
    select ${shop.id}, change.*
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as change (order_count smallint, ${sql.raw(TALLY.definition)})`.execute(
    db,
  );
}
