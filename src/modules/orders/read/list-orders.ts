import { sql, type RawBuilder } from 'kysely';
import type { z } from 'zod';
import type { Context } from '../../../kernel/context.ts';
import type { Database } from '../../../kernel/database/connection.ts';
import { queryTemplate } from '../../../kernel/database/query-template.ts';
import { runPage, runPrepared } from '../../../kernel/database/run-prepared.ts';
import type { Page } from '../../../kernel/http/answer.ts';
import { cursorText } from '../../../kernel/http/cursor-input.ts';
import { chargedKg, weightRuleOfOrder } from './charged-weight.ts';
import { costSeen, presentShown } from './present-order.ts';
import type { OrderRow } from './schemas.ts';
import { readTalliedTotal, talliedTotal } from '../tallied-total.ts';
import { findOrderIds, findTalliedIds, pageInOrder } from './search/find-order-ids.ts';
import { sortOf } from './search/order-filters.ts';
import type { ListOrdersInput } from './search/schemas.ts';
import { talliedOrders } from './search/tallied-orders.ts';
import { withMakers } from './with-makers.ts';

type Input = z.output<typeof ListOrdersInput>;

const COLUMNS = [
  'orders.id',
  'orders.po_number',
  'orders.order_date',
  'orders.sender_name',
  'orders.sender_address',
  'orders.receiver_name',
  'orders.receiver_address',
  'orders.total_idr',
  'orders.paid_idr',
  'orders.rate_name',
  'orders.logistic_name',
  'orders.weight_grams',
  'orders.note',
  'orders.origin_name',
  'orders.origin_address',
  'orders.cost_of_goods_idr',
  'orders.profit_idr',
  'orders.charges_idr',
  'orders.insurance_idr',
  'orders.order_progress_status',
  'orders.order_status',
  'orders.order_category',
  'orders.payment_status',
  'orders.paid_on',
  'orders.created_at',
  'orders.updated_at',
  'orders.awb_number',
  'orders.courier_service_id',
  'orders.volume_cm3',
  'maker.full_name as created_by_name',
  'editor.full_name as updated_by_name',
  'source.marketplace_id',
  'source.note as source_note',
] as const;

/**
 * A page of the shop's orders, newest first by the date that `order_by` names, or by their profit. Cancelled and rejected
 * orders have a list of their own. With `cursor` every page costs the same. Where the tallies count them, a page is one statement,
 * and its total is exact. Else there are two, three with a keyword, and totals are exact up to `limits.exact_total`, and
 * beyond if requested.
 */
export async function listOrders(context: Context, input: Input): Promise<Page<z.input<typeof OrderRow>>> {
  const { rows, total, is_exact } = await readRows(context, input);
  const shown = rows.slice(0, input.per_page);
  const last = rows.length > shown.length ? shown.at(-1) : undefined;
  return {
    items: shown.map((row) => presentRow(context, row)),
    total,
    is_counted_whole: is_exact,
    page: input.cursor === undefined ? input.pagination_offset : 1,
    per_page: input.per_page,
    next_cursor:
      last === undefined || input.order_by === 'PROFIT'
        ? null
        : cursorText({ day: last.sorted_by, id: last.id }),
  };
}

/** The rows of the page, and one more if anything follows. */
async function readRows(context: Context, input: Input) {
  const tallied = talliedOrders(context, input);
  if (tallied === undefined) {
    const { total, ids } = await findOrderIds(context, input);
    return { rows: await rowsOf(context, input, ids), total, is_exact: input.exact_total };
  }
  const total = talliedTotal(context, tallied);
  // No index has these in the list's order.
  if (input.warehouse_id !== undefined || input.bank_id !== undefined) {
    const found = await findTalliedIds(context, input, total);
    return { rows: await rowsOf(context, input, found.ids), total: found.total, is_exact: true };
  }
  const query = listedPage(context.db, {
    shop_id: context.shop.id,
    page: pageInOrder(context, input),
    total,
  });
  const rows = await runPage(context.db, 'orders_page', input, query.compile(context.db));
  // Beyond the last page there is no row that could say it.
  return { rows, total: rows[0]?.total ?? (await readTalliedTotal(context, tallied)), is_exact: true };
}

function rowsOf(context: Context, input: Input, ids: readonly number[]): Promise<Row[]> {
  const query = FOUND[sortOf(input)](context.db, { shop_id: context.shop.id, ids });
  return runPrepared(context.db, 'orders_found', query.compile(context.db));
}

/** The orders with these ids, in the list's order. */
function foundRows(sorted_by: ReturnType<typeof sortOf>) {
  return queryTemplate(
    ['shop_id', 'ids'],
    (db, { shop_id, ids }: { shop_id: number; ids: readonly number[] }) =>
      listedRows(db, shop_id, sorted_by)
        .where('orders.id', '=', sql<number>`any(${ids}::bigint[])`)
        .compile(),
  );
}

const FOUND = {
  'orders.order_date': foundRows('orders.order_date'),
  'orders.paid_on': foundRows('orders.paid_on'),
  'orders.profit_idr': foundRows('orders.profit_idr'),
};

/** A page in the list's order. */
const listedPage = queryTemplate(
  ['shop_id', 'page', 'total'],
  (db, { shop_id, page, total }: { shop_id: number; page: RawBuilder<unknown>; total: RawBuilder<number> }) =>
    listedRows(db, shop_id, 'orders.order_date')
      .innerJoin(sql<{ id: number }>`${page}`.as('page'), 'page.id', 'orders.id')
      .select(sql<number>`${total}`.as('total'))
      .compile(),
);

function listedRows(db: Database, shop_id: number, sorted_by: ReturnType<typeof sortOf>) {
  return db
    .selectFrom('orders')
    .where('orders.shop_id', '=', shop_id)
    .$call(withMakers(shop_id))
    .select(COLUMNS)
    .select([sql<string>`${sql.ref(sorted_by)}`.as('sorted_by'), linesOfOrder(shop_id).as('products')])
    .select(weightRuleOfOrder(shop_id).as('weight_rule'))
    .orderBy(sorted_by, 'desc')
    .orderBy('orders.id', 'desc');
}

/** Lines of the order at hand, in their order; part of the page's one statement. */
const linesOfOrder = (shop_id: number) => sql<
  { product_meta_id: number; name: string; price: number; quantity: number; sku: string }[]
>`(
  select coalesce(json_agg(json_build_object('product_meta_id', l.variation_id, 'name', l.name, 'price', l.price_idr,
    'quantity', l.quantity, 'sku', l.sku) order by l.position), '[]')
  from order_lines l where l.shop_id = ${shop_id} and l.order_id = orders.id)`;

type Row = Awaited<ReturnType<ReturnType<typeof listedRows>['execute']>>[number];

function presentRow(context: Context, row: Row): z.input<typeof OrderRow> {
  return {
    ...presentShown(context, row),
    sender_name: row.sender_name,
    sender_address: row.sender_address,
    receiver_name: row.receiver_name,
    receiver_address: row.receiver_address,
    weight: chargedKg(row),
    origin_name: row.origin_name,
    origin_address: row.origin_address,
    cost_of_goods_sold: costSeen(context, row.cost_of_goods_idr),
    profit: costSeen(context, row.profit_idr),
    products: row.products,
  };
}
