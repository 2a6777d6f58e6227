import { sql, type RawBuilder } from 'kysely';
import type { z } from 'zod';
import type { Context } from '../../../kernel/context.ts';
import { limits } from '../../../kernel/limits.ts';
import { itemsBefore } from '../../../kernel/paging.ts';
import {
  sampleTexts,
  textOfOrder,
  textsInOrder,
  type ListByTexts,
  type TextCondition,
} from '../../orders/index.ts';
import { shippingLimits } from '../limits.ts';
import {
  daysOf,
  hasNumber,
  NEWEST_FIRST,
  PARCEL_KEY,
  parcelsOf,
  parcelsOfNumber,
  parcelsOfText,
  textOf,
  withNumber,
} from './parcel-filters.ts';
import type { ListParcelsInput } from './schemas.ts';

type Input = z.output<typeof ListParcelsInput>;

/** The place of a parcel in the list. */
interface ParcelKey {
  order_date: string;
  order_id: number;
  number: number;
}

/** The number of parcels that match, up to one more than `exact`, and the page of them plus one more, which shows whether anything follows. */
export interface FoundParcels {
  total: number;
  exact: number;
  keys: ParcelKey[];
}

/** Counts and cuts a page of the list. One statement; with a keyword that texts are searched for, up to four. */
export async function findParcels(context: Context, input: Input): Promise<FoundParcels> {
  const keyword = textOf(input);
  if (keyword !== undefined) return findByText(context, input, keyword);
  return hasNumber(input) ? findByNumber(context, input) : findInOrder(context, input);
}

/** An index has the list's order, whatever the filters are. */
async function findInOrder(context: Context, input: Input): Promise<FoundParcels> {
  const parcels = parcelsOf(context, input);
  const exact = limits.exact_total;
  return found(
    context,
    exact,
    sql`select (select count(*) from (select 1 from ${parcels} limit ${sql.lit(exact)} + 1) as counted) as total,
      ${keysOf(sql`select ${PARCEL_KEY} from ${parcels} where ${behind(input)} ${cut(input)}`)} as keys`,
  );
}

/**
 * Those of a number are gathered by its index, and the page is cut from them. If there are more than can be counted, as of a
 * short beginning of AWB numbers, it is looked at some parcels in the list's order; where these do not fill the page, as
 * numbers come in series, all of the number are sorted.
 */
async function findByNumber(context: Context, input: Input): Promise<FoundParcels> {
  const exact = shippingLimits.exact_total_of_keyword;
  const most = sql.lit(exact);
  const all = parcelsOfNumber(context, input);
  const last = lastOfPage(input);
  const first = sql`from (select * ${inOrder(context, until(input))} where (select total from counted) > ${most}
    and ${behind(input)} limit ${sql.lit(last + LOOKED_AT)}) as parcel ${withNumber(context, input)}`;
  return found(
    context,
    exact,
    sql`with hit as materialized (select ${PARCEL_KEY} from ${all} limit ${most} + 1),
      counted as materialized (select count(*) as total from hit),
      near as materialized (select ${PLACED} ${first} limit ${sql.lit(last)}),
      met as materialized (select count(*) = ${sql.lit(last)} as is_full from near)
      select (select total from counted) as total, ${keysOf(sql`
        (select ${PARCEL_KEY} from hit as parcel where (select total from counted) <= ${most} and ${behind(input)}
          ${cut(input)})
        union all (select ${PARCEL_KEY} from near where (select is_full from met) ${cut(input)})
        union all (select ${PARCEL_KEY} from ${all} where (select total from counted) > ${most}
          and not (select is_full from met) and ${behind(input)} ${cut(input)})`)} as keys`,
  );
}

/** Parcels that are looked at before all of a number are sorted. */
const LOOKED_AT = 1_000;

/**
 * Reads parcels and texts in the list's order until the page and the exact part of the total are there. Few parcels, or a
 * common keyword: parcels, each with its text; otherwise texts, each with its parcels.
 */
async function findByText(context: Context, input: Input, keyword: TextCondition): Promise<FoundParcels> {
  const reading = await chooseReading(context, input, keyword);
  const exact = shippingLimits.exact_total_of_keyword;
  const first = (read: Input, holds: RawBuilder<unknown>, count: number) => {
    const { rows, order } = reading(read);
    return sql`select ${PLACED} ${rows} and ${holds} ${order} limit ${sql.lit(count)}`;
  };
  const last = lastOfPage(input);
  const [most, page] =
    input.cursor === undefined
      ? [Math.max(exact + 1, last), sql`hit`]
      : [exact + 1, sql`(${first(until(input), behind(input), last)}) as next`];
  return found(
    context,
    exact,
    sql`with hit as materialized (${first(input, sql`true`, most)})
      select (select count(*) from hit) as total,
        ${keysOf(sql`select ${PARCEL_KEY} from ${page} ${cut(input)}`)} as keys`,
  );
}

/** The parcels that hold a keyword, as rows of `parcel`: a loop in the list's order, which ends where enough are met. */
type Reading = (input: Input) => ListByTexts;

async function chooseReading(context: Context, input: Input, keyword: TextCondition): Promise<Reading> {
  const by_parcels: Reading = (read) => ({
    rows: sql`${inOrder(context, read)} ${textOfOrder(context, sql.ref('parcel.order_id'), keyword)} where true`,
    order: sql``,
  });
  if (!(await areMore(context, input, FEW))) return by_parcels;
  const days = daysOf(context, input);
  const listed = sql<boolean>`exists (select 1 from ${parcelsOfText(context, input)})`;
  const shares = await sampleTexts(context, keyword, { days, listed });
  const are_everywhere = shares.listed.mean >= EVERYWHERE;
  if (!are_everywhere && (shares.is_common || !(await areMore(context, input, SOME)))) return by_parcels;
  return (read) =>
    textsInOrder(context, keyword, shares, {
      days: daysOf(context, read),
      joined: sql`cross join lateral ${parcelsOfText(context, read)}`,
      newest: sql`(select order_date from ${parcelsOf(context, read)} ${NEWEST_FIRST} limit 1)`,
    });
}

function inOrder(context: Context, input: Input): RawBuilder<unknown> {
  return sql`from (select ${PARCEL_KEY} from ${parcelsOf(context, input)} ${NEWEST_FIRST} offset 0) as parcel`;
}

const PLACED = sql.raw('parcel.order_date, parcel.order_id, parcel.number');

/** The number of the parcel that follows the page. */
function lastOfPage(input: Input): number {
  return (input.cursor === undefined ? itemsBefore(input) : 0) + input.per_page + 1;
}

/** Up to the day of the cursor. */
function until(input: Input): Input {
  const { cursor, end_date } = input;
  if (cursor === undefined || (end_date !== undefined && end_date < cursor.day)) return input;
  return { ...input, end_date: cursor.day };
}

/** From this part on of the texts, which are not of one end of the period alone, those of the list are soon met among all. */
const EVERYWHERE = 0.5;

/**
 * Of so many parcels all texts are read in some milliseconds, whatever the keyword (3,000 parcels: 12,000 pages of the
 * database, 12 ms); of so many still sooner than all texts of a keyword that few parcels on the list have.
 */
const FEW = 5_000;
const SOME = 20_000;

async function areMore(context: Context, input: Input, count: number): Promise<boolean> {
  const { rows } = await sql<{ are_more: boolean }>`
    select count(*) > ${sql.lit(count)} as are_more
    from (select 1 from ${parcelsOf(context, input)} limit ${sql.lit(count + 1)}) as counted`.execute(
    context.db,
  );
  return rows[0]?.are_more ?? false;
}

function behind({ cursor }: Input): RawBuilder<unknown> {
  if (cursor === undefined) return sql`true`;
  const { day, id, part = 0 } = cursor;
  return sql`(${PLACED}) < (${day}::date, ${id}::bigint, ${part}::smallint)`;
}

function cut(input: Input): RawBuilder<unknown> {
  const before = input.cursor === undefined ? itemsBefore(input) : 0;
  return sql`${NEWEST_FIRST} limit ${input.per_page + 1} offset ${before}`;
}

function keysOf(page: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`coalesce((select json_agg(page) from (${page}) as page), '[]')`;
}

async function found(context: Context, exact: number, query: RawBuilder<unknown>): Promise<FoundParcels> {
  const { rows } = await (query as RawBuilder<Omit<FoundParcels, 'exact'>>).execute(context.db);
  const [row] = rows;
  if (row === undefined) throw new Error('a count gave no row');
  return { ...row, exact };
}
