import { sql, type RawBuilder } from 'kysely';
import { addDays, addMonths, daysBetween } from '../../kernel/calendar.ts';
import type { Context } from '../../kernel/context.ts';
import type { Period } from '../../kernel/http/report-period.ts';
import { SALE_NAMES, SALES_SUMS, salesSql, yetToCount, type SalesKind } from './sales.ts';

type Grain = 'D' | 'M' | 'Y';

/** Days, months or years that are to be added (1), or taken off (-1): all that start in between. */
export interface Part extends Period {
  grain: Grain;
  sign: 1 | -1;
}

/** What a month, and a year, cost to be read, in days: what is sold again and again has one row in each. */
const MONTH_COST = 6;
const YEAR_COST = 24;

/**
 * The fewest rows that give the sums of a period: its days, or its month less the days that do not belong to it; the same
 * of months and years. Days to come have no sales to be taken off.
 * @param today the shop's day
 */
export function partsOf(period: Period, today: string): Part[] {
  return joined(yearsOf(period, today).parts);
}

interface Cover {
  cost: number;
  parts: Part[];
}

const monthStart = (day: string) => `${day.slice(0, 7)}-01`;
const yearStart = (day: string) => `${day.slice(0, 4)}-01-01`;

function yearsOf({ from, to }: Period, today: string): Cover {
  const covers: Cover[] = [];
  for (let start = yearStart(from); start <= to; start = addMonths(start, 12)) {
    const end = addDays(addMonths(start, 12), -1);
    covers.push(cheaper({ from, to }, { start, end, grain: 'Y', cost: YEAR_COST }, today, monthsOf));
  }
  return together(covers);
}

function monthsOf({ from, to }: Period, today: string): Cover {
  const covers: Cover[] = [];
  for (let start = monthStart(from); start <= to; start = addMonths(start, 1)) {
    const end = addDays(addMonths(start, 1), -1);
    covers.push(cheaper({ from, to }, { start, end, grain: 'M', cost: MONTH_COST }, today, daysOf));
  }
  return together(covers);
}

function daysOf({ from, to }: Period, today: string): Cover {
  const last = to < today ? to : today;
  const cost = last < from ? 0 : daysBetween(from, last) + 1;
  // Orders can be of a day to come, too, but seldom are.
  return { cost, parts: [{ grain: 'D', sign: 1, from, to }] };
}

/** What of a whole (a year, a month) belongs to the period: by its parts, or as the whole less the parts before and after. */
function cheaper(
  { from, to }: Period,
  whole: { start: string; end: string; grain: Grain; cost: number },
  today: string,
  partsWithin: (period: Period, today: string) => Cover,
): Cover {
  const first = from > whole.start ? from : whole.start;
  const last = to < whole.end ? to : whole.end;
  const inside = partsWithin({ from: first, to: last }, today);
  const outside: Cover[] = [];
  if (first > whole.start) outside.push(partsWithin({ from: whole.start, to: addDays(first, -1) }, today));
  if (last < whole.end) outside.push(partsWithin({ from: addDays(last, 1), to: whole.end }, today));
  const less = together(outside);
  if (inside.cost <= whole.cost + less.cost) return inside;
  const taken_off = less.parts.map((part): Part => ({ ...part, sign: part.sign === 1 ? -1 : 1 }));
  const itself: Part = { grain: whole.grain, sign: 1, from: whole.start, to: whole.start };
  return { cost: whole.cost + less.cost, parts: [itself, ...taken_off] };
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
  return grain === 'D' ? to : addDays(addMonths(to, grain === 'M' ? 1 : 12), -1);
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
  const selects = partsOf(period, today).map(
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

const signed = (sign: 1 | -1) => sql.raw(SALES_SUMS.map((sum) => `${sign} * ${sum} as ${sum}`).join(', '));

/** What is yet to be taken off, and to be added. */
function yetToFold(
  { shop }: Context,
  kind: SalesKind,
  { from, to }: Period,
  columns: RawBuilder<unknown>,
): RawBuilder<unknown>[] {
  const shop_id = sql`${shop.id}::bigint`;
  const live = sqlOf(salesSql({ shop_id: '$', chosen: yetToCount('$') }), shop_id);
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
