import { sql } from 'kysely';
import type { z } from 'zod';
import { today } from '../../../kernel/calendar.ts';
import type { Context } from '../../../kernel/context.ts';
import { periodOf, type Period } from '../../../kernel/http/report-period.ts';
import { salesOfPeriod, talliedSums } from '../../orders/index.ts';
import { channelName } from '../channels.ts';
import { sumOf } from '../figures.ts';
import { MEASURES, refuseHiddenOrder } from './best-customers.ts';
import type {
  AnalyzerInput,
  BestLocation,
  CategoryShare,
  Channel,
  ChannelsInput,
  ChosenCustomers,
  Weekday,
} from './schemas.ts';

const daysOf = ({ from, to }: Period) => ({ from: sql`${from}`, to: sql`${to}` });

/** How many orders went to each city, most first, and their share of all. */
export async function listBestLocations(
  context: Context,
  input: z.output<typeof AnalyzerInput>,
): Promise<z.input<typeof BestLocation>[]> {
  const { shop, clock } = context;
  const sent = salesOfPeriod(context, 'CITY', periodOf(context, input), today(clock, shop.time_zone));
  const { rows } = await sql<{ city: string | null; sold_orders: number; gross_idr: number }>`
    select city.name as city, sold.sold_orders, sold.gross_idr
    from (
      select subject_id, sum(order_count)::int as sold_orders, sum(gross_idr)::bigint as gross_idr
      from (${sent}) as sale group by subject_id having sum(order_count) > 0
    ) as sold
    left join cities city on city.code = sold.subject_id
    order by sold.sold_orders desc, sold.gross_idr desc, sold.subject_id`.execute(context.db);
  const all = rows.reduce((sum, { sold_orders }) => sum + sold_orders, 0);
  return rows.map(({ city, sold_orders, gross_idr }) => ({
    city: city ?? (context.language === 'id' ? 'Tidak diketahui' : 'Unknown'),
    percentage: Math.round((sold_orders / all) * 100),
    order: sold_orders,
    gross_sales: gross_idr,
  }));
}

/** SQL of what categories of customers are ordered by, in the columns of orders. */
const CATEGORY_MEASURES: Record<keyof typeof MEASURES, string> = {
  TRANSACTION: 'order_count',
  SOLD_ITEMS: 'quantity',
  GROSS_SALES: 'gross_sales',
  NET_SALES: 'net_sales',
  GROSS_PROFIT: 'gross_profit',
};

/**
 * Orders by the category that their customers had then, the most first by `order_by`.
 * @throws Refusal 403 for an order by profit, for roles that cannot see it
 */
export async function getCustomerChart(
  context: Context,
  input: z.output<typeof ChosenCustomers>,
): Promise<z.input<typeof CategoryShare>[]> {
  refuseHiddenOrder(context, input);
  const tallied = talliedSums(context, 'customer_category_code', daysOf(periodOf(context, input)));
  const { rows } = await sql<z.input<typeof CategoryShare>>`
    select sold.order_count as total_order, sold.category, k.name as category_name, sold.gross_sales
    from (
      select value as category, sum(order_count)::int as order_count, sum(quantity) as quantity,
        ${sumOf('gross_sales')} as gross_sales, ${sumOf('net_sales')} as net_sales, ${sumOf('gross_profit')} as gross_profit
      from (${tallied}) as tally group by value having sum(order_count) > 0
    ) as sold
    join customer_categories k on k.shop_id = ${context.shop.id} and k.code = sold.category
    where ${input.category ?? null}::text is null or sold.category = ${input.category ?? null}
    order by sold.${sql.ref(CATEGORY_MEASURES[input.order_by])} desc, sold.category`.execute(context.db);
  return rows;
}

const WEEKDAYS = ['Minggu', 'Senin', 'Selasa', 'Rabu', 'Kamis', 'Jumat', 'Sabtu'];

/** Orders by day of the week, the most first; days without any too. */
export async function listWeekdays(
  context: Context,
  input: z.output<typeof AnalyzerInput>,
): Promise<z.input<typeof Weekday>[]> {
  const tallied = talliedSums(context, 'all', daysOf(periodOf(context, input)));
  const { rows } = await sql<{ weekday: number; total: number }>`
    select weekday, coalesce(sum(tally.order_count), 0)::int as total
    from generate_series(0, 6) as weekday
    left join (${tallied}) as tally on extract(dow from tally.order_date) = weekday
    group by weekday order by total desc, weekday`.execute(context.db);
  return rows.map(({ weekday, total }) => ({ id: weekday + 1, day: WEEKDAYS[weekday] ?? '', total }));
}

/** Orders and net sales by where orders were made, the most first. */
export async function listChannels(
  context: Context,
  input: z.output<typeof ChannelsInput>,
): Promise<z.input<typeof Channel>[]> {
  const tallied = talliedSums(
    context,
    'sales_channel',
    daysOf(periodOf(context, { type: 'BY_DATE', ...input })),
  );
  const { rows } = await sql<{ channel: string; net_sales: number; total: number }>`
    select value as channel, ${sumOf('net_sales')} as net_sales, sum(order_count)::int as total
    from (${tallied}) as tally group by value having sum(order_count) > 0
    order by net_sales desc, value limit ${input.per_page ?? null}::int`.execute(context.db);
  return rows.map(({ channel, net_sales, total }) => ({
    title: channelName(channel),
    ...(input.with_net_sales && { net_sales }),
    total,
  }));
}
