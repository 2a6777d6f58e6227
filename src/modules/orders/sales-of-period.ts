import { sql, type RawBuilder } from 'kysely';
import { addDays, addMonths, daysBetween } from '../../kernel/calendar.ts';
import type { Context } from '../../kernel/context.ts';
import type { Period } from '../../kernel/http/report-period.ts';
import { QUARTERED, SALE_NAMES, SALES_SUMS, salesSql, yetToCount, type SalesKind } from './sales.ts';

/** Of what sums are stored beside days, the longest first; of quarters only those of QUARTERED. */
const WHOLES = [
  { grain: 'Y', months: 12 },
  { grain: 'Q', months: 3 },
  { grain: 'M', months: 1 },
] as const;

type Whole = (typeof WHOLES)[number];
type Grain = 'D' | Whole['grain'];

/** Days, months, quarters or years that are to be added (1), or taken off (-1): all that start in between. */
export interface Part extends Period {
  grain: Grain;
  sign: 1 | -1;
}

/**
 * What a month, a quarter or a year costs to be read, in days: what is sold every day has as many rows in each as in one day,
 * who buys every second week as many as in two weeks.
 */
const WHOLE_COST = 10;

/**
 * The fewest rows that give the sums of a period: its days, or its month less the days that do not belong to it; the same
 * of months, quarters and years. Days to come have no sales to be taken off.
 * @param today the shop's day
 */
export function partsOf(kind: SalesKind, period: Period, today: string): Part[] {
  const wholes = WHOLES.filter(({ grain }) => grain !== 'Q' || kind === QUARTERED);
  return joined(coverOf(period, today, wholes).parts);
}

interface Cover {
  cost: number;
  parts: Part[];
}

function coverOf({ from, to }: Period, today: string, [whole, ...shorter]: readonly Whole[]): Cover {
  if (whole === undefined) return daysOf({ from, to }, today);
  const covers: Cover[] = [];
  for (let start = startOf(whole, from); start <= to; start = addMonths(start, whole.months))
    covers.push(cheaper({ from, to }, { ...whole, start }, (part) => coverOf(part, today, shorter)));
  return together(covers);
}

/** The first day of the month, quarter or year that a day is in. */
function startOf({ months }: Whole, day: string): string {
  return addMonths(`${day.slice(0, 7)}-01`, -((Number(day.slice(5, 7)) - 1) % months));
}

/** Its last day. */
const lastOf = ({ months }: Whole, start: string) => addDays(addMonths(start, months), -1);

function daysOf({ from, to }: Period, today: string): Cover {
  const last = to < today ? to : today;
  const cost = last < from ? 0 : daysBetween(from, last) + 1;
  // Orders can be of a day to come, too, but seldom are.
  return { cost, parts: [{ grain: 'D', sign: 1, from, to }] };
}

/** What of a whole (as a year) belongs to the period: by its parts, or as the whole less the parts before and after. */
function cheaper(
  { from, to }: Period,
  whole: Whole & { start: string },
  partsWithin: (period: Period) => Cover,
): Cover {
  const { grain, start } = whole;
  const end = lastOf(whole, start);
  const first = from > start ? from : start;
  const last = to < end ? to : end;
  const inside = partsWithin({ from: first, to: last });
  const outside: Cover[] = [];
  if (first > start) outside.push(partsWithin({ from: start, to: addDays(first, -1) }));
  if (last < end) outside.push(partsWithin({ from: addDays(last, 1), to: end }));
  const less = together(outside);
  if (inside.cost <= WHOLE_COST + less.cost) return inside;
  const taken_off = less.parts.map((part): Part => ({ ...part, sign: part.sign === 1 ? -1 : 1 }));
  return {
    cost: WHOLE_COST + less.cost,
    parts: [{ grain, sign: 1, from: start, to: start }, ...taken_off],
  };
}

function together(covers: readonly Cover[]): Cover {
  return {
    cost: covers.reduce((sum, { cost }) => sum + cost, 0),
    parts: covers.flatMap(({ parts }) => parts),
  };
}

/** Parts of one kind that follow each other as one. */
function joined(parts: readonly Part[]): Part[] {
  const kinds = Map.groupBy(parts, ({ grain, sign }) => `${grain}${sign}`);
  return [...kinds.values()].flatMap((of_kind) => {
    const result: Part[] = [];
    for (const part of of_kind.toSorted((a, b) => (a.from < b.from ? -1 : 1))) {
      const last = result.at(-1);
      if (last !== undefined && addDays(endOf(last), 1) === part.from) last.to = part.to;
      else result.push({ ...part });
    }
    return result;
  });
}

function endOf({ grain, to }: Part): string {
  const whole = WHOLES.find((one) => one.grain === grain);
  return whole === undefined ? to : lastOf(whole, to);
}

/**
 * SQL of what was sold in a period, as a select of `subject_id`, `category_id` and SALES_SUMS with several rows of each: what is
 * counted, and what is yet to be, of one snapshot of the database. So it is exact at any moment.
 * @param kind of subject, whose ID is `subject_id`
 */
export function salesOfPeriod(
  context: Context,
  kind: SalesKind,
  period: Period,
  today: string,
): RawBuilder<unknown> {
  const selects = partsOf(kind, period, today).map(
    ({ grain, sign, from, to }) => sql`
      select subject_id, category_id, ${signed(sign)} from sales_tallies
      where shop_id = ${context.shop.id} and kind = ${kind} and grain = ${grain} and starts_on between ${from}::date and ${to}::date`,
  );
  return sql.join(
    [...selects, ...yetToFold(context, kind, period, sql`subject_id, category_id`)],
    sql` union all `,
  );
}

/** The same apart by day: with `sold_on` in place of `category_id`. */
export function salesByDay(context: Context, kind: SalesKind, period: Period): RawBuilder<unknown> {
  const { from, to } = period;
  const counted = sql`
    select starts_on as sold_on, subject_id, ${signed(1)} from sales_tallies
    where shop_id = ${context.shop.id} and kind = ${kind} and grain = 'D' and starts_on between ${from}::date and ${to}::date`;
  return sql.join([counted, ...yetToFold(context, kind, period, sql`sold_on, subject_id`)], sql` union all `);
}

const signed = (sign: 1 | -1) =>
  sql.raw(SALES_SUMS.map((sum) => (sign === 1 ? sum : `-${sum} as ${sum}`)).join(', '));

/** What is yet to be taken off, and to be added. */
function yetToFold(
  { shop }: Context,
  kind: SalesKind,
  { from, to }: Period,
  columns: RawBuilder<unknown>,
): RawBuilder<unknown>[] {
  const shop_id = sql`${shop.id}::bigint`;
  const live = sqlOf(salesSql({ shop_id: '$', chosen: yetToCount('$') }, [kind]), shop_id);
  const within = sql`kind = ${kind} and sold_on between ${from}::date and ${to}::date`;
  return [
    sql`select ${columns}, ${signed(-1)} from sales_to_take_back where shop_id = ${shop_id} and ${within}`,
    sql`select ${columns}, ${signed(1)} from (select ${sql.raw(SALE_NAMES)} from (${live}) as sale) as sale where ${within}`,
  ];
}

/** Text with the shop in place of each `$`. */
function sqlOf(text: string, shop_id: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql.join(
    text.split('$').map((part) => sql.raw(part)),
    shop_id,
  );
}
