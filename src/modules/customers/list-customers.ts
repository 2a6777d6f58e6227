import { sql, type Expression, type RawBuilder, type SqlBool } from 'kysely';
import type { z } from 'zod';
import { addDays, dateTimeText, startOfDay } from '../../kernel/calendar.ts';
import type { Context, TimeZone } from '../../kernel/context.ts';
import { countOnce } from '../../kernel/database/count-rows.ts';
import type { Page } from '../../kernel/http/answer.ts';
import { limits } from '../../kernel/limits.ts';
import { itemsBefore, pageOf } from '../../kernel/paging.ts';
import { customerKeywordCondition } from './customer-keyword.ts';
import type { CustomerRow, ListCustomersInput } from './schemas.ts';
import { withPlaces } from './with-places.ts';

type Input = z.output<typeof ListCustomersInput>;

/** How the list is sorted; then by id, the newest first. */
const SORTS = {
  LATEST_CUSTOMER: { column: 'customers.created_at', order: sql`desc` },
  LAST_ORDER: { column: 'customers.last_order_at', order: sql`desc nulls last` },
} as const;

/**
 * A page of the shop's customers, in two statements, of which the first is left out where its total is remembered; totals
 * are exact up to `limits.exact_total`.
 */
export async function listCustomers(
  context: Context,
  input: Input,
): Promise<Page<z.input<typeof CustomerRow>>> {
  const { total, page } = await findPage(context, input);
  const rows = await context.db
    .selectFrom('customers')
    .where('customers.shop_id', '=', context.shop.id)
    .innerJoin(sql<{ id: number }>`${page}`.as('page'), 'page.id', 'customers.id')
    .$call(withPlaces(context))
    .select([
      'customers.id',
      'customers.name',
      'customers.phone',
      'customers.address as street_address',
      'customers.postal_code',
      'customers.email',
      'customers.line',
      'customers.other',
      'customers.category_code',
      'category.name as category',
      'customers.activation as is_active',
      'customers.registration_status',
      'customers.created_at',
      'customers.last_order_at',
      'district.public_id as district_id',
      'district.name as district',
      'city.name as city',
      'province.name as province',
    ])
    .select(balance(context).as('balance_idr'))
    .orderBy(SORTS[input.order_by].column, (order) => order.desc().nullsLast())
    .orderBy('customers.id', 'desc')
    .execute();
  return pageOf(
    input,
    total,
    rows.map((row) => present(context, row)),
  );
}

/** What the shop owes the customer at hand; part of the page's one statement. */
const balance = ({ shop }: Context) => sql<number>`coalesce((
  select account.balance_idr from ledger_accounts as account
  where account.shop_id = ${shop.id} and account.kind = 'CUSTOMER_BALANCE' and account.subject_id = customers.id), 0)`;

/** How many the filters let through, and `(select … as id)`, the page of them. */
interface FoundPage {
  total: number;
  page: RawBuilder<unknown>;
}

/** Up to so many customers without a keyword are gathered by whichever index finds them first, and sorted. */
const GATHERED = 2_000;

/** By a keyword they are found and counted in one look. Else they are counted, which tells how the page is best read. */
async function findPage(context: Context, input: Input): Promise<FoundPage> {
  if (requestedWords(input) !== undefined) {
    const { total, ids } = await findHits(context, input);
    return { total, page: sql`(select unnest(${ids}::bigint[]) as id)` };
  }
  const { column, order } = SORTS[input.order_by];
  const { gathered: rows } = rowsOf(context, input);
  const total = await countOnce(
    context,
    context.db
      .selectFrom('customers')
      .where('customers.shop_id', '=', context.shop.id)
      .where((builder) => builder.and(filtersOf(input, context.shop.time_zone))),
  );
  const cut = sql`limit ${sql.lit(input.per_page)} offset ${sql.lit(itemsBefore(input))}`;
  return {
    total,
    page:
      total > GATHERED
        ? sql`(select customers.id as id ${rows} order by ${sql.ref(column)} ${order}, customers.id desc ${cut})`
        : sql`(select id from (select customers.id, ${sql.ref(column)} as sorted_by ${rows} offset 0) as hit
          order by sorted_by ${order}, id desc ${cut})`,
  };
}

/** What the filters let through: how many, and the ids of the page. */
interface Hits {
  total: number;
  ids: number[];
}

/**
 * Counts and cuts the page in one look. Up to `limits.exact_total` are gathered by whichever index finds them first;
 * where these are all, the page is cut from them. Where there are more, reading all customers in the list's order soon
 * meets the page.
 */
async function findHits(context: Context, input: Input): Promise<Hits> {
  const { column, order } = SORTS[input.order_by];
  const { gathered, in_order } = rowsOf(context, input);
  const most = sql.lit(limits.exact_total);
  const cut = sql`limit ${input.per_page} offset ${itemsBefore(input)}`;
  const { rows: found } = await sql<Hits>`
    with hit as materialized (
      select customers.id, ${sql.ref(column)} as sorted_by ${gathered} limit ${most} + 1),
    counted as materialized (select count(*) as total from hit),
    page as (
      (select id from hit where (select total from counted) <= ${most} order by sorted_by ${order}, id desc ${cut})
      union all
      (select customers.id ${in_order} and (select total from counted) > ${most}
      order by ${sql.ref(column)} ${order}, customers.id desc ${cut})
    )
    select (select total from counted) as total, coalesce((select json_agg(id) from page), '[]') as ids`.execute(
    context.db,
  );
  const [hits] = found;
  if (hits === undefined) throw new Error('a count gave no row');
  return hits;
}

/**
 * The customers that the filters let through, in two ways. With a keyword each way fixes what is read first, so that no
 * guess of how many have the words makes a loop within a loop (15 s for two words among 62,000 customers that were new
 * to the database, now 0.2 s): gathered, by their texts, each with its customer; in the list's order, by the customers.
 * What `is true` stands behind serves no index, so that the other of the two is looked up by its key.
 */
function rowsOf(context: Context, input: Input) {
  const shop_id = context.shop.id;
  const filters = sql.join(filtersOf(input, context.shop.time_zone), sql` and `);
  const all = sql`from customers where customers.shop_id = ${shop_id} and ${filters}`;
  const keyword = requestedWords(input);
  if (keyword === undefined) return { gathered: all, in_order: all };
  const words = customerKeywordCondition(keyword, input.type);
  return {
    gathered: sql`from customer_texts as text cross join lateral (
      select customers.id, customers.created_at, customers.last_order_at from customers
      where customers.shop_id = ${shop_id} and customers.id = text.customer_id and (${filters}) is true
      limit 1) as customers
      where text.shop_id = ${shop_id} and ${words}`,
    in_order: sql`${all} and (select true from customer_texts as text
      where text.shop_id = ${shop_id} and text.customer_id = customers.id and (${words}) is true limit 1) is true`,
  };
}

/** A keyword of only spaces and control characters counts as none. */
function requestedWords({ keyword }: Input): string | undefined {
  return keyword === '' ? undefined : keyword;
}

function filtersOf(input: Input, time_zone: TimeZone): Expression<SqlBool>[] {
  const found: Expression<SqlBool>[] = [sql<SqlBool>`customers.archived_at is null`];
  const { category, registration_status, create_from, create_to, customer_id } = input;
  if (customer_id !== undefined) found.push(sql`customers.id = ${customer_id}`);
  if (category !== undefined) found.push(sql`customers.category_code = ${category}`);
  if (registration_status !== undefined)
    found.push(sql`customers.registration_status = ${registration_status}`);
  if (create_from !== undefined)
    found.push(sql`customers.created_at >= ${startOfDay(create_from, time_zone)}`);
  if (create_to !== undefined)
    found.push(sql`customers.created_at < ${startOfDay(addDays(create_to, 1), time_zone)}`);
  return found;
}

type Row = Omit<z.input<typeof CustomerRow>, 'name_initial' | 'address' | 'created_at' | 'last_order_at'> & {
  created_at: Date;
  last_order_at: Date | null;
};

function present(context: Context, row: Row): z.input<typeof CustomerRow> {
  const { time_zone } = context.shop;
  return {
    ...row,
    name_initial: String.fromCodePoint(row.name.codePointAt(0) ?? 32)
      .trim()
      .toUpperCase(),
    address: fullAddress(row),
    created_at: dateTimeText(row.created_at, time_zone),
    last_order_at: row.last_order_at === null ? null : dateTimeText(row.last_order_at, time_zone),
  };
}

/** One line as labels have it: "Jln. ABC ,KAB. BANJARNEGARA, MANDIRAJA, JAWA TENGAH, ID, 53473". */
function fullAddress(
  row: Pick<Row, 'street_address' | 'city' | 'district' | 'province' | 'postal_code'>,
): string {
  if (row.city === null) return row.street_address;
  const city = row.city.replace(/^Kabupaten /, 'Kab. ');
  const places = [city, row.district, row.province].filter((place) => place !== null);
  return `${row.street_address} ,${[...places.map((place) => place.toUpperCase()), 'ID', row.postal_code].filter((part) => part !== null).join(', ')}`;
}
