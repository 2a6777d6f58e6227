import { sql, type Expression, type RawBuilder, type SqlBool } from 'kysely';
import { addDays, today } from '../../../../kernel/calendar.ts';
import type { Context } from '../../../../kernel/context.ts';
import type { KeywordCondition, TextCondition } from './order-keyword.ts';

/** Number of texts that are sampled at each position of the period to estimate how many contain a keyword. */
const SAMPLE = 150;
/** The index of words is by quarters of so many days. */
const QUARTER_DAYS = 91;

/** First and last day; each may be missing. */
export interface Days {
  from?: string | undefined;
  to?: string | undefined;
}

/** A way to read nothing but what the filters let through, and what sorts it. */
export interface OrderReading {
  /** `from … where …`. */
  rows: RawBuilder<unknown>;
  id: RawBuilder<unknown>;
  sorted_by: RawBuilder<unknown>;
}

/** The way that can be gone in the list's order. */
export interface MatchingIds extends OrderReading {
  /** Set if a keyword is searched in texts; then orders are read only if a filter needs their columns. */
  text?: MatchingTexts;
}

/** Other ways to read the same, which look pieces of the keyword up in the index of words. */
export interface MatchingTexts {
  condition: TextCondition;
  /** `short`: of a quarter at most. */
  period: 'short' | 'long';
  /** Some texts of the beginning, the middle and the end of the period: each with its `place` there. */
  sample: RawBuilder<unknown>;
  /** All that hold the pieces are gathered before one is read. */
  at_once: (looked_up: LookedUp) => OrderReading;
  /** One quarter after the other, from the newest on. */
  by_quarter: (looked_up: LookedUp) => OrderReading;
}

/** What the index of words is asked. */
export interface LookedUp {
  pieces: readonly Expression<SqlBool>[];
  /** Where these hold, the keyword does. */
  is_whole: boolean;
}

/** What is listed of orders whose texts hold a keyword. */
export interface TextList {
  /** Between which days orders were made that the period is of; undefined: at any time. */
  days: Days | undefined;
  /** Joins what is listed to each `text`, by its key: another index would be read for each of them. */
  joined: RawBuilder<unknown>;
  /** The filters and the period. */
  filtered: Expression<SqlBool>;
  id: RawBuilder<unknown>;
  sorted_by: RawBuilder<unknown>;
}

/** What is said to be true is looked up in no index. */
export function holdsWithoutIndex({ holds }: TextCondition): Expression<SqlBool> {
  return sql<SqlBool>`(${holds}) is true`;
}

/**
 * The text of each order by its key, after the list's row: of tables that were never analysed PostgreSQL would now and
 * then take an index of dates instead, and read all texts of the shop for each.
 * @param order_id SQL of the order
 */
export function textOfOrder(
  { shop }: Context,
  order_id: RawBuilder<unknown>,
  condition: TextCondition,
): RawBuilder<unknown> {
  return sql`cross join lateral (select 1 from order_texts as text
    where text.shop_id = ${shop.id} and text.order_id = ${order_id} and ${holdsWithoutIndex(condition)} offset 0)
    as holding`;
}

/** The ways to read a list by the index of words of its orders' texts. */
export function textReadings(context: Context, condition: TextCondition, list: TextList): MatchingTexts {
  const { id: shop_id } = context.shop;
  const lookedUp = (place: Expression<SqlBool>, { pieces, is_whole }: LookedUp) =>
    sql.join([place, ...pieces, ...(is_whole ? [] : [holdsWithoutIndex(condition)])], sql` and `);
  const reading = (rows: RawBuilder<unknown>): OrderReading => ({
    rows,
    id: list.id,
    sorted_by: list.sorted_by,
  });
  return {
    condition,
    period: isShort(context, list.days) ? 'short' : 'long',
    sample: sampleOf(context, list.days),
    at_once: (looked_up) =>
      reading(sql`from order_texts as text ${list.joined} where text.shop_id = ${shop_id} and text.is_listed
        and ${list.filtered} and ${lookedUp(wordsOfShop(context), looked_up)}`),
    by_quarter: (looked_up) =>
      reading(sql`from ${quarters(context, list.days)} as quarter (number)
        cross join lateral (
          select text.shop_id, text.order_id, text.order_date from order_texts as text
          where ${lookedUp(ofQuarter(context), looked_up)} and text.shop_id = ${shop_id} and (text.is_listed) is true
          offset 0) as text
        ${list.joined} where ${list.filtered}`),
  };
}

/** The orders that a keyword finds, as a sub-select of their IDs. */
export function orderIdsHolding(
  context: Context,
  { looks_at, holds }: KeywordCondition,
): RawBuilder<unknown> {
  const { id: shop_id } = context.shop;
  if (looks_at === 'order')
    return sql`(select orders.id from orders where orders.shop_id = ${shop_id} and ${holds})`;
  return sql`(select text.order_id from order_texts as text
    where text.shop_id = ${shop_id} and ${wordsOfShop(context)} and text.is_listed and ${holds})`;
}

/** That the row `text` is of the shop, written as the index of words has it. */
export function wordsOfShop({ shop }: Context): Expression<SqlBool> {
  return sql<SqlBool>`text.shop_id + 0 = ${shop.id}::bigint`;
}

/** That the row `text` is of the row `quarter`, written as the index of words has it. */
export function ofQuarter({ shop }: Context): Expression<SqlBool> {
  return sql<SqlBool>`text.shop_id * 1000 + ${quarterOf(sql`text.order_date`)} = ${shop.id}::bigint * 1000 + quarter.number`;
}

function quarterOf(day: Expression<unknown>): Expression<number> {
  return sql<number>`(${day} - date '2000-01-01') / ${sql.lit(QUARTER_DAYS)}`;
}

/** Few orders are dated ahead. */
function isShort({ clock, shop }: Context, days: Days | undefined): boolean {
  if (days?.from === undefined) return false;
  const now = today(clock, shop.time_zone);
  return (days.to !== undefined && days.to < now ? days.to : now) <= addDays(days.from, QUARTER_DAYS);
}

/** First and last day of the period on which the shop has orders. */
function endsOf(
  context: Context,
  days: Days | undefined,
): { first: Expression<string>; last: Expression<string> } {
  const { from = null, to = null } = days ?? {};
  const end = (which: 'min' | 'max') =>
    sql`(select ${sql.raw(which)}(order_date) from order_texts where shop_id = ${context.shop.id} and is_listed)`;
  return {
    first: sql<string>`greatest(${from}::date, ${end('min')})`,
    last: sql<string>`least(${to}::date, ${end('max')})`,
  };
}

/** The quarters of the period in which the shop has orders, from the newest on, as a set of rows. */
export function quarters(context: Context, days: Days | undefined): Expression<number> {
  const { first, last } = endsOf(context, days);
  return sql<number>`generate_series(${quarterOf(last)}, ${quarterOf(first)}, -1)`;
}

/** Some texts of the end, the middle and the beginning of the period, each with its `place`. */
export function sampleOf(context: Context, days: Days | undefined): RawBuilder<unknown> {
  const { first, last } = endsOf(context, days);
  const cut = (place: string, from: RawBuilder<unknown>) => sql`
    (select ${sql.lit(place)} as place, order_id, search_text from order_texts
    where shop_id = ${context.shop.id} and is_listed and order_date <= (select ${from} from ends)
    order by order_date desc, order_id desc limit ${sql.lit(SAMPLE)})`;
  return sql`(with ends as materialized (select ${first} as first, ${last} as last)
    ${cut('end', sql`last`)}
    union all ${cut('middle', sql`first + (last - first) / 2`)}
    union all ${cut('beginning', sql`first + (last - first) / 20`)})`;
}
