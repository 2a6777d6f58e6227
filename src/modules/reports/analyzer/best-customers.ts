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

/** SQL of what customers and what they bought are ordered by. */
export const MEASURES: Record<(typeof ORDER_BY)[number], RawBuilder<number>> = {
  TRANSACTION: sql`sum(order_count)`,
  SOLD_ITEMS: sql`sum(quantity)`,
  GROSS_SALES: sql`sum(gross_idr)`,
  NET_SALES: sql`sum(net_idr)`,
  GROSS_PROFIT: sql`sum(net_idr) - sum(cost_of_goods_idr)`,
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
  customers: number;
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
  const page = sql`limit ${input.per_page} offset ${itemsBefore(input)}`;
  const { rows } = await bestCustomers(context, input, page).execute(context.db);
  const total = rows[0]?.customers ?? (await countCustomers(context, input));
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

/** What the customers of the category bought, one row each. */
function ranked(context: Context, choice: Choice): RawBuilder<unknown> {
  const { shop, clock } = context;
  const bought = salesOfPeriod(context, 'CUSTOMER', periodOf(context, choice), today(clock, shop.time_zone));
  const of_category =
    choice.category === undefined
      ? sql``
      : sql`where subject_id in (select c.id from customers c where c.shop_id = ${shop.id} and c.category_code = ${choice.category})`;
  return sql`select subject_id, sum(order_count)::int as sold_orders, sum(quantity)::bigint as quantity,
      sum(gross_idr)::bigint as gross_idr, sum(net_idr)::bigint as net_idr,
      (sum(net_idr) - sum(cost_of_goods_idr))::bigint as profit_idr, ${MEASURES[choice.order_by]} as measure
    from (${bought}) as sale ${of_category} group by subject_id having sum(order_count) > 0`;
}

async function countCustomers(context: Context, choice: Choice): Promise<number> {
  const { rows } = await sql<{ total: number }>`
    select count(*)::int as total from (${ranked(context, choice)}) as ranked`.execute(context.db);
  return rows[0]?.total ?? 0;
}

/** One statement, however many there are; the page alone is joined to who they are. */
export function bestCustomers(context: Context, choice: Choice, page: RawBuilder<unknown>): RawBuilder<Row> {
  const { shop } = context;
  return sql<Row>`
    select best.*, c.id, c.name, c.email, c.phone, c.address, c.category_code as category, k.name as category_name,
      district.name as district, city.name as city, province.name as province, ${ordersBefore(context, choice)} as orders_old
    from (
      select ranked.*, count(*) over ()::int as customers from (${ranked(context, choice)}) as ranked
      order by measure desc, subject_id ${page}
    ) as best
    join customers c on c.shop_id = ${shop.id} and c.id = best.subject_id
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
