import { sql } from 'kysely';
import type { z } from 'zod';
import { dateTimeText } from '../../../kernel/calendar.ts';
import type { Context } from '../../../kernel/context.ts';
import type { Page } from '../../../kernel/http/answer.ts';
import { cursorText } from '../../../kernel/http/input.ts';
import { may } from '../../../kernel/permissions.ts';
import { chargeableKg } from '../../couriers/index.ts';
import { marketplaceName } from '../../reference/index.ts';
import { invoiceNumber } from './invoice-number.ts';
import { remainingAmount } from './payments-seen.ts';
import type { OrderRow } from './schemas.ts';
import { findOrderIds } from './search/find-order-ids.ts';
import { dateOf } from './search/order-filters.ts';
import type { ListOrdersInput } from './search/schemas.ts';

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
  'maker.full_name as created_by_name',
  'editor.full_name as updated_by_name',
  'source.marketplace_id',
  'source.note as source_note',
] as const;

/**
 * A page of the shop's orders, newest first by the date that `order_by` names. Cancelled and rejected
 * orders have a list of their own. Two statements whatever the page holds, three with a keyword; totals are exact up to
 * `limits.exact_total`, and beyond where that is asked for. With `cursor` a page costs the same however deep it lies.
 */
export async function listOrders(context: Context, input: Input): Promise<Page<z.input<typeof OrderRow>>> {
  const { total, ids } = await findOrderIds(context, input);
  const dated = dateOf(input);
  const rows = await context.db
    .selectFrom('orders')
    .where('orders.shop_id', '=', context.shop.id)
    .where('orders.id', '=', sql<number>`any(${ids}::bigint[])`)
    .leftJoin('users as maker', (join) =>
      join.on('maker.shop_id', '=', context.shop.id).onRef('maker.id', '=', 'orders.created_by'),
    )
    .leftJoin('users as editor', (join) =>
      join.on('editor.shop_id', '=', context.shop.id).onRef('editor.id', '=', 'orders.updated_by'),
    )
    .leftJoin('order_sources as source', (join) =>
      join.on('source.shop_id', '=', context.shop.id).onRef('source.id', '=', 'orders.order_source_id'),
    )
    .select(COLUMNS)
    .select([sql<string>`${sql.ref(dated)}`.as('sorted_by'), linesOfOrder(context).as('products')])
    .orderBy(dated, 'desc')
    .orderBy('orders.id', 'desc')
    .execute();
  const shown = rows.slice(0, input.per_page);
  const last = rows.length > shown.length ? shown.at(-1) : undefined;
  return {
    items: shown.map((row) => present(context, row)),
    total,
    is_counted_whole: input.exact_total,
    page: input.cursor === undefined ? input.pagination_offset : 1,
    per_page: input.per_page,
    next_cursor: last === undefined ? null : cursorText({ day: last.sorted_by, id: last.id }),
  };
}

/** Lines of the order at hand, in their order; part of the page's one statement. */
const linesOfOrder = ({ shop }: Context) => sql<
  { product_meta_id: number; name: string; price: number; quantity: number; sku: string }[]
>`(
  select coalesce(json_agg(json_build_object('product_meta_id', l.variation_id, 'name', l.name, 'price', l.price_idr,
    'quantity', l.quantity, 'sku', l.sku) order by l.position), '[]')
  from order_lines l where l.shop_id = ${shop.id} and l.order_id = orders.id)`;

interface Row {
  id: number;
  po_number: number;
  order_date: string;
  total_idr: number;
  paid_idr: number;
  rate_name: string;
  logistic_name: string;
  weight_grams: number;
  cost_of_goods_idr: number;
  charges_idr: number;
  insurance_idr: number;
  marketplace_id: number | null;
  source_note: string | null;
  paid_on: string | null;
  created_at: Date;
  updated_at: Date;
  sender_name: string;
  sender_address: string;
  receiver_name: string;
  receiver_address: string;
  note: string;
  origin_name: string;
  origin_address: string;
  order_progress_status: string;
  order_status: string;
  order_category: string;
  payment_status: string;
  awb_number: string | null;
  created_by_name: string | null;
  updated_by_name: string | null;
  products: z.input<typeof OrderRow>['products'];
}

function present(context: Context, row: Row): z.input<typeof OrderRow> {
  const { time_zone } = context.shop;
  return {
    order_id: row.id,
    po_number: row.po_number,
    invoice: invoiceNumber(row.order_date, row.po_number),
    shop_id: context.shop.id,
    order_date: row.order_date,
    sender_name: row.sender_name,
    sender_address: row.sender_address,
    receiver_name: row.receiver_name,
    receiver_address: row.receiver_address,
    total_amount: row.total_idr,
    remaining_amount: remainingAmount(context, row),
    shipping_rate: row.rate_name,
    shipping_logistic: row.logistic_name,
    weight: chargeableKg(row.weight_grams),
    note: row.note,
    origin_name: row.origin_name,
    origin_address: row.origin_address,
    cost_of_goods_sold: may(context.actor.role, 'cost.read') ? row.cost_of_goods_idr : null,
    order_source: orderSourceText(row),
    other_cost_amount: row.charges_idr + row.insurance_idr,
    order_progress_status: row.order_progress_status,
    order_status: row.order_status,
    order_category: row.order_category,
    payment_status: row.payment_status,
    payment_date: row.paid_on,
    products: row.products,
    shopee: null,
    created_by_name: row.created_by_name,
    created_at: dateTimeText(row.created_at, time_zone),
    updated_by_name: row.updated_by_name,
    updated_at: dateTimeText(row.updated_at, time_zone),
    awb_number: row.awb_number,
  };
}

/** "Whatsapp 0857…": the marketplace and the shop's own note; empty without a source. */
export function orderSourceText(row: { marketplace_id: number | null; source_note: string | null }): string {
  if (row.marketplace_id === null) return '';
  return [marketplaceName(row.marketplace_id), row.source_note].filter(Boolean).join(' ');
}
