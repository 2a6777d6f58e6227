import { expressionBuilder, sql, type Expression, type RawBuilder, type SqlBool } from 'kysely';
import type { z } from 'zod';
import { addDays, today } from '../../../../kernel/calendar.ts';
import type { Context } from '../../../../kernel/context.ts';
import type { DB } from '../../../../kernel/database/schema.generated.ts';
import { phoneSearchDigits } from '../../../../kernel/phone.ts';
import { PICKUP_AT_SHOP } from '../../../couriers/index.ts';
import { restrictedUser, visibleWarehouse } from '../../../stock/index.ts';
import { lastOrderDay } from '../../order-days.ts';
import { visibleOrders } from '../../visible-orders.ts';
import { checkPaymentFilters } from '../payments-seen.ts';
import {
  codeWithoutMarks,
  isPoNumber,
  orderKeywordCondition,
  type KeywordCondition,
  type TextCondition,
} from './order-keyword.ts';
import type { ChosenOrders } from './schemas.ts';

/** Without dates the reference lists the last 30 days; here with what is dated ahead. */
const DEFAULT_DAYS = 30;

/** Number of texts that are sampled at each position of the period to estimate how many contain a keyword. */
const SAMPLE = 150;

/** The index of words is by quarters of so many days. */
const QUARTER_DAYS = 91;

/** First and last day. */
interface Days {
  from: string;
  to: string;
}

type Choice = z.output<typeof ChosenOrders>;

/** The date that sorts orders, and that their period is of. */
export function dateOf({ order_by }: Pick<Choice, 'order_by'>): 'orders.paid_on' | 'orders.order_date' {
  return order_by === 'PAYMENT_DATE' ? 'orders.paid_on' : 'orders.order_date';
}

/** The query of the orders that the filters let through. */
export function matchingOrders(context: Context, choice: Choice) {
  const conditions = [...conditionsOf(context, choice), ...period(context, choice, dateOf(choice))];
  const keyword = keywordOf(choice);
  return context.db
    .selectFrom('orders')
    .where('orders.shop_id', '=', context.shop.id)
    .where((builder) =>
      builder.and(keyword === undefined ? conditions : [...conditions, ofOrder(context, keyword)]),
    );
}

/** A way to read nothing but which orders the filters let through and their dates. */
export interface OrderReading {
  /** `from … where …`. */
  rows: RawBuilder<unknown>;
  id: RawBuilder<unknown>;
  dated: RawBuilder<unknown>;
}

/** The way that can be gone in the list's order. */
export interface MatchingIds extends OrderReading {
  /** Set if a keyword is searched in texts; then orders are read only if a filter needs their columns. */
  text?: MatchingTexts;
}

/** Other ways to read the same, which look pieces of the keyword up in the index of words. */
interface MatchingTexts {
  condition: TextCondition;
  /** `short`: of a quarter at most. */
  period: 'short' | 'long';
  /** Some texts of the beginning, the middle and the end of the period: each with its `place` there. */
  sample: RawBuilder<unknown>;
  /** All that hold the pieces are gathered before one is read. */
  at_once: (pieces: Pieces) => OrderReading;
  /** One quarter after the other, from the newest on. */
  by_quarter: (pieces: Pieces) => OrderReading;
}

type Pieces = TextCondition['pieces'];

export function matchingIds(context: Context, choice: Choice): MatchingIds {
  const keyword = keywordOf(choice);
  if (keyword?.looks_at === 'text') return matchingTexts(context, choice, keyword);
  return ofOrders(context, choice, keyword === undefined ? [] : [keyword.holds]);
}

function ofOrders(
  context: Context,
  choice: Choice,
  more: Expression<SqlBool>[],
  texts: RawBuilder<unknown> = sql``,
): OrderReading {
  const dated = dateOf(choice);
  const conditions = [...conditionsOf(context, choice), ...period(context, choice, dated), ...more];
  return {
    rows: sql`from orders ${texts} where orders.shop_id = ${context.shop.id} and ${sql.join(conditions, sql` and `)}`,
    id: sql.ref('orders.id'),
    dated: sql.ref(dated),
  };
}

function matchingTexts(context: Context, choice: Choice, condition: TextCondition): MatchingIds {
  // What is said to be true is looked up in no index.
  const holds = sql<SqlBool>`(${condition.holds}) is true`;
  return {
    ...(filtersOrders(context, choice)
      ? ofOrders(context, choice, [], textOfOrder(context, holds))
      : ofTexts(context, choice, holds)),
    text: {
      condition,
      period: isShort(context, choice) ? 'short' : 'long',
      sample: sampleOf(context, choice),
      ...byWords(context, choice, condition, holds),
    },
  };
}

/** Whether columns of the orders themselves are needed to list those whose texts hold something. */
function filtersOrders(context: Context, choice: Choice): boolean {
  return dateOf(choice) === 'orders.paid_on' || filters(context, choice).length > 0;
}

function ofTexts(context: Context, choice: Choice, holds: Expression<SqlBool>): OrderReading {
  const conditions = [...period(context, choice, 'text.order_date'), holds];
  return {
    rows: sql`from order_texts as text where text.shop_id = ${context.shop.id} and text.is_listed
      and ${sql.join(conditions, sql` and `)}`,
    id: sql.ref('text.order_id'),
    dated: sql.ref('text.order_date'),
  };
}

/**
 * The text of each order by its key, after the order: of tables that were never analysed PostgreSQL would now and then
 * take an index of dates instead, and read all texts of the shop for each order.
 */
function textOfOrder(context: Context, holds: Expression<SqlBool>): RawBuilder<unknown> {
  return sql`cross join lateral (select 1 from order_texts as text
    where text.shop_id = ${context.shop.id} and text.order_id = orders.id and ${holds} offset 0) as holding`;
}

function byWords(
  context: Context,
  choice: Choice,
  condition: TextCondition,
  holds: Expression<SqlBool>,
): Pick<MatchingTexts, 'at_once' | 'by_quarter'> {
  const { id: shop_id } = context.shop;
  const dated = dateOf(choice) === 'orders.order_date' ? 'text.order_date' : dateOf(choice);
  // By its key, after the text: an index of what is filtered by would be read for each of them.
  const orders = sql`left join lateral (select * from orders
    where orders.shop_id = ${shop_id} and orders.id = text.order_id offset 0) as orders on true`;
  const filtered = sql.join(
    [...filters(context, choice), ...period(context, choice, dated), sql`true`],
    sql` and `,
  );
  const lookedUp = (place: Expression<SqlBool>, pieces: Pieces) => {
    const is_all = condition.is_whole && pieces.length === condition.pieces.length;
    return sql.join([place, ...pieces, ...(is_all ? [] : [holds])], sql` and `);
  };
  const reading = (rows: RawBuilder<unknown>): OrderReading => ({
    rows,
    id: sql.ref('text.order_id'),
    dated: sql.ref(dated),
  });
  return {
    at_once: (pieces) =>
      reading(sql`from order_texts as text ${orders} where text.shop_id = ${shop_id} and text.is_listed
        and ${filtered} and ${lookedUp(wordsOfShop(context), pieces)}`),
    by_quarter: (pieces) =>
      reading(sql`from ${quarters(context, choice)} as quarter (number)
        cross join lateral (
          select text.shop_id, text.order_id, text.order_date from order_texts as text
          where ${lookedUp(ofQuarter(context), pieces)} and text.shop_id = ${shop_id} and (text.is_listed) is true
          offset 0) as text
        ${orders} where ${filtered}`),
  };
}

/** Written as the index of words has it. */
function wordsOfShop({ shop }: Context): Expression<SqlBool> {
  return sql<SqlBool>`text.shop_id + 0 = ${shop.id}::bigint`;
}

/** Written as the index of words has it. */
function ofQuarter({ shop }: Context): Expression<SqlBool> {
  return sql<SqlBool>`text.shop_id * 1000 + ${quarterOf(sql`text.order_date`)} = ${shop.id}::bigint * 1000 + quarter.number`;
}

function quarterOf(day: Expression<unknown>): Expression<number> {
  return sql<number>`(${day} - date '2000-01-01') / ${sql.lit(QUARTER_DAYS)}`;
}

/** Between which days orders were made that the period is of; undefined: at any time, as before they were paid. */
function daysOfTexts(context: Context, choice: Choice): Days | undefined {
  return dateOf(choice) === 'orders.order_date' ? daysOf(context, choice) : undefined;
}

/** Few orders are dated ahead. */
function isShort(context: Context, choice: Choice): boolean {
  const days = daysOfTexts(context, choice);
  if (days === undefined) return false;
  const now = today(context.clock, context.shop.time_zone);
  return (days.to < now ? days.to : now) <= addDays(days.from, QUARTER_DAYS);
}

/** First and last day of the period on which the shop has orders. */
function endsOf(context: Context, choice: Choice): { first: Expression<string>; last: Expression<string> } {
  const { from = null, to = null } = daysOfTexts(context, choice) ?? {};
  const end = (which: 'min' | 'max') =>
    sql`(select ${sql.raw(which)}(order_date) from order_texts where shop_id = ${context.shop.id} and is_listed)`;
  return {
    first: sql<string>`greatest(${from}::date, ${end('min')})`,
    last: sql<string>`least(${to}::date, ${end('max')})`,
  };
}

/** The quarters of the period in which the shop has orders, from the newest on. */
function quarters(context: Context, choice: Choice): Expression<number> {
  const { first, last } = endsOf(context, choice);
  return sql<number>`generate_series(${quarterOf(last)}, ${quarterOf(first)}, -1)`;
}

function sampleOf(context: Context, choice: Choice): RawBuilder<unknown> {
  const { first, last } = endsOf(context, choice);
  const cut = (place: string, from: RawBuilder<unknown>) => sql`
    (select ${sql.lit(place)} as place, search_text from order_texts
    where shop_id = ${context.shop.id} and is_listed and order_date <= (select ${from} from ends)
    order by order_date desc, order_id desc limit ${sql.lit(SAMPLE)})`;
  return sql`(with ends as materialized (select ${first} as first, ${last} as last)
    ${cut('end', sql`last`)}
    union all ${cut('middle', sql`first + (last - first) / 2`)}
    union all ${cut('beginning', sql`first + (last - first) / 20`)})`;
}

function keywordOf({ keyword, type }: Choice): KeywordCondition | undefined {
  return keyword === undefined || keyword === '' ? undefined : orderKeywordCondition(keyword, type);
}

function ofOrder(context: Context, { looks_at, holds }: KeywordCondition): Expression<SqlBool> {
  if (looks_at === 'order') return holds;
  return sql<SqlBool>`orders.id in (select text.order_id from order_texts as text
    where text.shop_id = ${context.shop.id} and ${wordsOfShop(context)} and text.is_listed and ${holds})`;
}

/** All but period and keyword. */
function conditionsOf(context: Context, choice: Choice): Expression<SqlBool>[] {
  // Written as the indexes have it.
  return [sql<SqlBool>`orders.order_status in ('ACCEPTED', 'UNCONFIRMED')`, ...filters(context, choice)];
}

function filters(context: Context, input: Choice): Expression<SqlBool>[] {
  checkPaymentFilters(context, input);
  const builder = expressionBuilder<DB, 'orders'>();
  const found: Expression<SqlBool>[] = restrictedUser(context) === null ? [] : [visibleOrders(context)];
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
  if (input.order_category !== undefined) found.push(ofCategory(input.order_category));
  if (input.user_id === 0) found.push(builder('orders.created_by', 'is', null));
  else if (input.user_id !== undefined) found.push(builder('orders.created_by', '=', input.user_id));
  if (input.print_status !== undefined)
    found.push(builder('orders.is_printed', '=', input.print_status === 'Y'));
  if (input.pickup !== undefined) found.push(pickup(input.pickup));
  if (input.bank_id !== undefined) found.push(holds('bank_account_ids', input.bank_id));
  if (input.warehouse_id !== undefined)
    found.push(holds('warehouse_ids', input.warehouse_id), visibleWarehouse(context, input.warehouse_id));
  return found;
}

function period(context: Context, choice: Choice, dated: string): Expression<SqlBool>[] {
  const days = daysOf(context, choice);
  const day = sql.ref(dated);
  if (days !== undefined) return [sql<SqlBool>`${day} >= ${days.from}`, sql<SqlBool>`${day} <= ${days.to}`];
  return dated === 'orders.paid_on' ? [sql<SqlBool>`${day} is not null`] : [];
}

/**
 * The last days, unless others are named. Who looks for a number, of whatever kind, wants the order however old it
 * is: undefined.
 */
function daysOf(context: Context, choice: Choice): Days | undefined {
  const { start_date, end_date, keyword, type } = choice;
  const is_number = type === 'ORDER_ID' || (keyword !== undefined && isNumber(keyword));
  if (start_date === undefined && end_date === undefined && is_number) return undefined;
  const now = today(context.clock, context.shop.time_zone);
  // Orders that are dated ahead are to be seen as well.
  return { from: start_date ?? addDays(end_date ?? now, -DEFAULT_DAYS), to: end_date ?? lastOrderDay(now) };
}

/** Four digits in a row, a PO number with its mark, a code in groups, or a phone number however it is written. */
function isNumber(keyword: string): boolean {
  return (
    /\d{4}/.test(keyword) ||
    isPoNumber(keyword) ||
    codeWithoutMarks(keyword) !== undefined ||
    (phoneSearchDigits(keyword)?.length ?? 0) >= 4
  );
}

/** Written as its index has it: the web store's orders are of members and of guests. */
function ofCategory(category: string): Expression<SqlBool> {
  return sql<SqlBool>`case when orders.order_category in ('SF_MEMBER', 'SF_GUEST') then 'STORE_FRONT'
    else orders.order_category end = ${category}`;
}

/** Ready to ship, pickup requested, delivered. Written like in its index. */
function pickup(number: number): Expression<SqlBool> {
  const status = ['READY_TO_SHIP', 'PICKUP_REQUEST', 'DELIVERED'][number];
  const has_status = sql<SqlBool>`coalesce(orders.shipping_status, 'READY_TO_SHIP') = ${status}`;
  if (number !== 0) return has_status;
  // Paid, or to be paid to the courier, and without an AWB.
  return sql<SqlBool>`(${has_status} and orders.order_progress_status = 'NO AWB'
    and orders.courier_id is distinct from ${sql.lit(PICKUP_AT_SHOP)})`;
}

function holds(column: 'bank_account_ids' | 'warehouse_ids', id: number): Expression<SqlBool> {
  return sql<SqlBool>`${sql.ref(`orders.${column}`)} @> array[${id}::bigint]`;
}
