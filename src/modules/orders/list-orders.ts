import { sql, type Expression, type ExpressionBuilder, type SqlBool } from 'kysely';
import type { z } from 'zod';
import { addDays, dateTimeText, today } from '../../kernel/calendar.ts';
import type { Context } from '../../kernel/context.ts';
import { countRows } from '../../kernel/database/count-rows.ts';
import type { DB } from '../../kernel/database/schema.generated.ts';
import type { Page } from '../../kernel/http/answer.ts';
import { cursorText } from '../../kernel/http/input.ts';
import { may } from '../../kernel/permissions.ts';
import { phoneSearchDigits } from '../../kernel/phone.ts';
import { marketplaceName } from '../reference/index.ts';
import { chargeableKg } from '../shipping/index.ts';
import { invoiceNumber } from './invoice-number.ts';
import type { ChosenOrders, ListOrdersInput, OrderRow } from './schemas.ts';

type Input = z.output<typeof ListOrdersInput>;
type OrdersBuilder = ExpressionBuilder<DB, 'orders'>;

/** Without dates the reference lists the last 30 days. */
const DEFAULT_DAYS = 30;

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
 * orders have a list of their own. Two statements whatever the page holds; totals are exact up to
 * `limits.exact_total`. With `cursor` a page costs the same however deep it lies.
 */
export async function listOrders(context: Context, input: Input): Promise<Page<z.input<typeof OrderRow>>> {
  const dated = dateOf(input);
  const matching = matchingOrders(context, input);
  const after = input.cursor;
  // The page is cut before anything is joined, so that what is skipped costs no more than its index entries.
  const page = matching
    .select(['orders.id', sql<string>`${sql.ref(dated)}`.as('sorted_by')])
    .$if(after !== undefined, (query) =>
      query.where(sql<SqlBool>`(${sql.ref(dated)}, orders.id) < (${after?.day}::date, ${after?.id}::bigint)`),
    )
    .orderBy(dated, 'desc')
    .orderBy('orders.id', 'desc')
    // One more tells whether anything follows.
    .limit(input.per_page + 1)
    .offset(after === undefined ? (input.pagination_offset - 1) * input.per_page : 0)
    .as('page');
  const rows = await context.db
    .selectFrom(page)
    .innerJoin('orders', (join) =>
      join.on('orders.shop_id', '=', context.shop.id).onRef('orders.id', '=', 'page.id'),
    )
    .leftJoin('users as maker', (join) =>
      join.onRef('maker.shop_id', '=', 'orders.shop_id').onRef('maker.id', '=', 'orders.created_by'),
    )
    .leftJoin('users as editor', (join) =>
      join.onRef('editor.shop_id', '=', 'orders.shop_id').onRef('editor.id', '=', 'orders.updated_by'),
    )
    .leftJoin('order_sources as source', (join) =>
      join.onRef('source.shop_id', '=', 'orders.shop_id').onRef('source.id', '=', 'orders.order_source_id'),
    )
    .select(COLUMNS)
    .select(['page.sorted_by', linesOfOrder.as('products')])
    .orderBy('page.sorted_by', 'desc')
    .orderBy('page.id', 'desc')
    .execute();
  const shown = rows.slice(0, input.per_page);
  const last = rows.length > shown.length ? shown.at(-1) : undefined;
  return {
    items: shown.map((row) => present(context, row)),
    total: await countRows(context.db, matching),
    page: after === undefined ? input.pagination_offset : 1,
    per_page: input.per_page,
    next_cursor: last === undefined ? null : cursorText({ day: last.sorted_by, id: last.id }),
  };
}

type Choice = z.output<typeof ChosenOrders>;

/** The date that sorts orders, and that their period is of. */
export function dateOf({ order_by }: Pick<Choice, 'order_by'>): 'orders.paid_on' | 'orders.order_date' {
  return order_by === 'PAYMENT_DATE' ? 'orders.paid_on' : 'orders.order_date';
}

/** The query of the orders that the filters let through. */
export function matchingOrders(context: Context, choice: Choice) {
  return context.db
    .selectFrom('orders')
    .where('orders.shop_id', '=', context.shop.id)
    .where((builder) => builder.and(conditions(builder, context, choice)));
}

/** Lines of the order at hand, in their order; part of the page's one statement. */
const linesOfOrder = sql<
  { product_meta_id: number; name: string; price: number; quantity: number; sku: string }[]
>`(
  select coalesce(json_agg(json_build_object('product_meta_id', l.variation_id, 'name', l.name, 'price', l.price_idr,
    'quantity', l.quantity, 'sku', l.sku) order by l.position), '[]')
  from order_lines l where l.shop_id = orders.shop_id and l.order_id = orders.id)`;

function conditions(builder: OrdersBuilder, context: Context, input: Choice): Expression<SqlBool>[] {
  const found: Expression<SqlBool>[] = [
    // Written as the indexes have it.
    sql<SqlBool>`orders.order_status in ('ACCEPTED', 'UNCONFIRMED')`,
    ...period(builder, context, input),
  ];
  const equal = (
    column:
      | 'payment_status'
      | 'order_progress_status'
      | 'order_source_id'
      | 'customer_category_code'
      | 'product_status'
      | 'courier_id',
    value: string | number | undefined,
  ) => {
    if (value !== undefined) found.push(builder(`orders.${column}`, '=', value as never));
  };
  equal('payment_status', input.payment_status);
  equal('order_progress_status', input.order_progress_status);
  equal('order_source_id', input.order_source_id);
  equal('customer_category_code', input.customer_category_code);
  equal('courier_id', input.expedition_id);
  equal('product_status', input.product_type);
  if (input.order_category === 'STORE_FRONT')
    found.push(builder('orders.order_category', 'in', ['SF_MEMBER', 'SF_GUEST']));
  else if (input.order_category !== undefined)
    found.push(builder('orders.order_category', '=', input.order_category));
  if (input.user_id === 0) found.push(builder('orders.created_by', 'is', null));
  else if (input.user_id !== undefined) found.push(builder('orders.created_by', '=', input.user_id));
  if (input.print_status !== undefined)
    found.push(builder('orders.is_printed', '=', input.print_status === 'Y'));
  if (input.pickup !== undefined) found.push(pickup(builder, input.pickup));
  if (input.bank_id !== undefined) found.push(paidInto(input.bank_id));
  if (input.warehouse_id !== undefined) found.push(takenFrom(input.warehouse_id));
  if (input.keyword !== undefined) found.push(keyword(builder, input.keyword, input.type));
  return found;
}

/**
 * The last days, unless others are named. Who looks for a number, of whatever kind, wants the order however old it
 * is.
 */
function period(builder: OrdersBuilder, context: Context, input: Choice): Expression<SqlBool>[] {
  const { start_date, end_date, keyword: text } = input;
  const dated = dateOf(input);
  if (start_date === undefined && end_date === undefined && text !== undefined && /\d{4}/.test(text))
    return dated === 'orders.paid_on' ? [builder(dated, 'is not', null)] : [];
  const now = today(context.clock, context.shop.time_zone);
  return [
    builder(dated, '>=', start_date ?? addDays(end_date ?? now, -DEFAULT_DAYS)),
    builder(dated, '<=', end_date ?? now),
  ];
}

function pickup(builder: OrdersBuilder, number: number): Expression<SqlBool> {
  if (number === 1) return builder('orders.shipping_status', '=', 'PICKUP_REQUEST');
  if (number === 2) return builder('orders.shipping_status', '=', 'DELIVERED');
  return builder.or([
    builder('orders.shipping_status', 'is', null),
    builder('orders.shipping_status', '=', 'READY_TO_SHIP'),
  ]);
}

function paidInto(bank_account_id: number): Expression<SqlBool> {
  return sql<SqlBool>`exists (select from order_payments p where p.shop_id = orders.shop_id
    and p.order_id = orders.id and p.bank_account_id = ${bank_account_id})`;
}

function takenFrom(warehouse_id: number): Expression<SqlBool> {
  return sql<SqlBool>`exists (select from order_lines l where l.shop_id = orders.shop_id
    and l.order_id = orders.id and l.warehouse_id = ${warehouse_id})`;
}

/**
 * One trigram index over all that is searched finds the candidates; the type then says which column must
 * hold the keyword.
 */
function keyword(builder: OrdersBuilder, text: string, type: Choice['type']): Expression<SqlBool> {
  const number = /^\d{1,15}$/.test(text) ? Number(text) : undefined;
  switch (type) {
    case 'ORDER_ID':
      if (number === undefined) return sql.lit(false);
      return builder.or([builder('orders.po_number', '=', number), builder('orders.id', '=', number)]);
    case 'CUSTOMER_NAME':
      return builder.and([contains('search_text', text), either('sender_name', 'receiver_name', text)]);
    case 'CUSTOMER_PHONE': {
      const digits = phoneSearchDigits(text);
      if (digits === undefined) return sql.lit(false);
      return builder.and([contains('search_text', digits), either('sender_phone', 'receiver_phone', digits)]);
    }
    case 'AWB_NUMBER':
      return builder.and([contains('search_text', text), either('awb_number', 'marketplace_awb', text)]);
    case 'PRODUCT_NAME':
      return builder.and([contains('search_text', text), lineHolds('name', text)]);
    case 'SKU':
      return builder.and([contains('search_text', text), lineHolds('sku', text)]);
    case 'SHOPEE_INVOICE':
    case 'SHIPPER_TRACKING':
      // No order comes from Shopee or Shipper: the installation is connected to neither.
      return sql.lit(false);
    case undefined: {
      const [, po_number] = INVOICE.exec(text.trim()) ?? [];
      if (po_number !== undefined) return builder('orders.po_number', '=', Number(po_number));
      const digits = phoneSearchDigits(text);
      return digits === undefined || digits === text
        ? contains('search_text', text)
        : builder.or([contains('search_text', text), contains('search_text', digits)]);
    }
  }
}

/** An invoice number, whose last part is the PO number. */
const INVOICE = /^inv\.\d{4}\.\d\d\.\d\d\.(\d{1,15})$/i;

function pattern(text: string): string {
  return `%${text.toLowerCase().replaceAll(/[\\%_]/g, '\\$&')}%`;
}

function contains(column: string, text: string): Expression<SqlBool> {
  return sql<SqlBool>`${sql.ref(`orders.${column}`)} like ${pattern(text)}`;
}

function either(first: string, second: string, text: string): Expression<SqlBool> {
  return sql<SqlBool>`(lower(${sql.ref(`orders.${first}`)}) like ${pattern(text)}
    or lower(${sql.ref(`orders.${second}`)}) like ${pattern(text)})`;
}

function lineHolds(column: 'name' | 'sku', text: string): Expression<SqlBool> {
  return sql<SqlBool>`exists (select from order_lines l where l.shop_id = orders.shop_id
    and l.order_id = orders.id and lower(${sql.ref(`l.${column}`)}) like ${pattern(text)})`;
}

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
    remaining_amount: row.total_idr - row.paid_idr,
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
