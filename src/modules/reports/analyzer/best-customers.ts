import { sql, type RawBuilder } from 'kysely';
import type { z } from 'zod';
import { today } from '../../../kernel/calendar.ts';
import type { Context } from '../../../kernel/context.ts';
import { refuseHiddenFields } from '../../../kernel/hidden-fields.ts';
import type { Page } from '../../../kernel/http/answer.ts';
import { periodOf, type Period } from '../../../kernel/http/report-period.ts';
import { itemsBefore, pageOf } from '../../../kernel/paging.ts';
import { may } from '../../../kernel/permissions.ts';
import { salesOfPeriod } from '../../orders/index.ts';
import { regionJoins } from '../../reference/index.ts';
import type { BestCustomer, BestCustomersInput, ChosenCustomers, ORDER_BY } from './schemas.ts';

type Choice = z.output<typeof ChosenCustomers>;

/** SQL of what is added up of sales to order customers, and what they bought, by. */
export const MEASURES: Record<(typeof ORDER_BY)[number], RawBuilder<number>> = {
  TRANSACTION: sql`order_count`,
  SOLD_ITEMS: sql`quantity`,
  GROSS_SALES: sql`gross_idr`,
  NET_SALES: sql`net_idr`,
  GROSS_PROFIT: sql`net_idr - cost_of_goods_idr`,
};

interface Row {
  id: number;
  name: string;
  email: string | null;
  phone: string | null;
  address: string;
  city: string | null;
  district: string | null;
  province: string | null;
  category: string;
  category_name: string;
  sold_orders: number;
  quantity: number;
  gross_idr: number;
  net_idr: number;
  profit_idr: number;
  orders_old: number | null;
}

/**
 * The customers who bought most in a period, by `order_by`. With `start_old` each has its orders of another period beside.
 * @throws Refusal 403 for an order by profit, for roles that cannot see it
 */
export async function listBestCustomers(
  context: Context,
  input: z.output<typeof BestCustomersInput>,
): Promise<Page<z.input<typeof BestCustomer>>> {
  refuseHiddenOrder(context, input);
  const { rows } = await pageOfBest(context, input).execute(context.db);
  const total = rows[0]?.total ?? (await countCustomers(context, input));
  return {
    ...pageOf(
      input,
      total,
      rows.map((row) => presentCustomer(context, row)),
    ),
    is_counted_whole: true,
  };
}

/** @throws Refusal 403 */
export function refuseHiddenOrder(context: Context, { order_by }: { order_by: string }): void {
  const value = order_by === 'GROSS_PROFIT' ? order_by : undefined;
  refuseHiddenFields(context, 'cost.read', [{ field: 'order_by', value }]);
}

const boughtIn = (context: Context, choice: Choice) =>
  salesOfPeriod(context, 'CUSTOMER', periodOf(context, choice), today(context.clock, context.shop.time_zone));

/**
 * SQL of the customers of the category who bought, each with the measure. Only this is added up of all of them, and as float8: a
 * sum of bigint is numeric, which takes twice as long. Whole numbers up to 2^53, as all that answers tell, are exact in it.
 * The category is looked up in a hash (`is true` keeps it from being a join), as it is not known when this is planned how many
 * customers there are.
 */
function ranked(context: Context, choice: Choice): RawBuilder<unknown> {
  const of_category =
    choice.category === undefined
      ? sql``
      : sql`where (subject_id in (
          select c.id from customers c where c.shop_id = ${context.shop.id} and c.category_code = ${choice.category})) is true`;
  return sql`select subject_id, measure from (
      select subject_id, sum((${MEASURES[choice.order_by]})::float8) as measure
      from (${boughtIn(context, choice)}) as sale group by subject_id having sum(order_count::float8) > 0
    ) as buyer ${of_category}`;
}

/** How many customers of the category bought in the period. */
export async function countCustomers(context: Context, choice: Choice): Promise<number> {
  const { rows } = await sql<{ total: number }>`
    select count(*)::int as total from (${ranked(context, choice)}) as ranked`.execute(context.db);
  return rows[0]?.total ?? 0;
}

/** The page and how many customers there are, of one snapshot; only of the page all is added up, and who they are is read. */
function pageOfBest(context: Context, input: z.output<typeof BestCustomersInput>) {
  const best = sql`select ranked.subject_id from ranked order by measure desc, subject_id
    limit ${input.per_page} offset ${itemsBefore(input)}`;
  const bought = boughtBy(context, input, sql`where subject_id = any(array(${best})) group by subject_id`);
  const total = sql`, (select count(*)::int from ranked) as total`;
  return sql<Row & { total: number }>`
    with ranked as materialized (${ranked(context, input)}) ${described(context, input, bought, total)}`;
}

/** All of them. */
export function bestCustomers(context: Context, choice: Choice): RawBuilder<Row> {
  const bought = boughtBy(context, choice, sql`group by subject_id having sum(order_count) > 0`);
  return sql<Row>`${described(context, choice, bought)}`;
}

/** SQL of all that is told of what customers bought. */
function boughtBy(context: Context, choice: Choice, which: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`select subject_id, sum(order_count)::int as sold_orders, sum(quantity)::bigint as quantity,
      sum(gross_idr)::bigint as gross_idr, sum(net_idr)::bigint as net_idr,
      sum(net_idr - cost_of_goods_idr)::bigint as profit_idr, sum(${MEASURES[choice.order_by]}) as measure
    from (${boughtIn(context, choice)}) as sale ${which}`;
}

/** SQL of who they are. */
function described(
  context: Context,
  choice: Choice,
  bought: RawBuilder<unknown>,
  columns = sql``,
): RawBuilder<unknown> {
  const { shop } = context;
  const of_category = choice.category === undefined ? sql`` : sql`and c.category_code = ${choice.category}`;
  return sql`
    select best.*, c.id, c.name, c.email, c.phone, c.address, c.category_code as category, k.name as category_name,
      district.name as district, city.name as city, province.name as province, ${ordersBefore(context, choice)} as orders_old ${columns}
    from (${bought}) as best
    join customers c on c.shop_id = ${shop.id} and c.id = best.subject_id ${of_category}
    join customer_categories k on k.shop_id = ${shop.id} and k.code = c.category_code
    ${sql.raw(regionJoins('c.district_code'))}
    order by best.measure desc, best.subject_id`;
}

/** SQL of how many orders the customer at hand had in the period to compare with; null: there is none. */
function ordersBefore(context: Context, { start_old, end_old }: Choice): RawBuilder<unknown> {
  if (start_old === undefined && end_old === undefined) return sql`null::int`;
  const period: Period = periodOf(context, { type: 'BY_DATE', start_date: start_old, end_date: end_old });
  return sql`(select count(*)::int from orders o where o.shop_id = ${context.shop.id} and o.sender_id = best.subject_id
    and o.order_status = 'ACCEPTED' and o.order_date between ${period.from}::date and ${period.to}::date)`;
}

export function presentCustomer(context: Context, row: Row): z.input<typeof BestCustomer> {
  const place = [row.district === null ? null : `Kec. ${row.district}`, row.city, row.province];
  return {
    id: row.id,
    name: row.name,
    email: row.email,
    phone: row.phone,
    total_order: row.sold_orders,
    city: row.city,
    address: [row.address, ...place].filter((part) => part !== null && part !== '').join(', '),
    category: row.category,
    category_name: row.category_name,
    sold_items: row.quantity,
    gross_sales: row.gross_idr,
    net_sales: row.net_idr,
    gross_profit: may(context.actor.role, 'cost.read') ? row.profit_idr : null,
    total_order_old: row.orders_old,
  };
}
