import { sql, type RawBuilder } from 'kysely';
import type { z } from 'zod';
import { today } from '../../../kernel/calendar.ts';
import type { Context } from '../../../kernel/context.ts';
import type { Page } from '../../../kernel/http/answer.ts';
import { periodOf } from '../../../kernel/http/report-period.ts';
import { itemsBefore, pageOf } from '../../../kernel/paging.ts';
import { may } from '../../../kernel/permissions.ts';
import { salesOfPeriod } from '../../orders/index.ts';
import { MEASURES, refuseHiddenOrder } from './best-customers.ts';
import type { BestSale, BestSalesInput, ChosenSales } from './schemas.ts';

type Choice = z.output<typeof ChosenSales>;

interface Row {
  id: number;
  name: string | null;
  sku: string | null;
  sold: number;
  sold_orders: number;
  gross_idr: number;
  net_idr: number;
  profit_idr: number;
  groups: number;
}

/**
 * What was sold most in a period: products, variations or categories of products. An order counts once for each, however many
 * lines it has of it.
 * @throws Refusal 403 for an order by profit, for roles that cannot see it
 */
export async function listBestSales(
  context: Context,
  input: z.output<typeof BestSalesInput>,
): Promise<Page<z.input<typeof BestSale>>> {
  refuseHiddenOrder(context, input);
  const page = sql`limit ${input.per_page} offset ${itemsBefore(input)}`;
  const { rows } = await bestSales(context, input, page).execute(context.db);
  const total = rows[0]?.groups ?? (await countGroups(context, input));
  return {
    ...pageOf(
      input,
      total,
      rows.map((row) => presentSale(context, row)),
    ),
    is_counted_whole: true,
  };
}

/** Of each grouping the SQL of its ID, what counts its orders, and what it is called now. */
const GROUPS = {
  PRODUCT: { id: 'v.product_id', orders: 'product_orders' },
  SKU: { id: 'sale.subject_id', orders: 'order_count' },
  CATEGORY: { id: 'sale.category_id', orders: 'category_orders' },
} as const;

function grouped(context: Context, choice: Choice): RawBuilder<unknown> {
  const { shop, clock } = context;
  const { id, orders } = GROUPS[choice.group_by];
  const sold = salesOfPeriod(context, 'VARIATION', periodOf(context, choice), today(clock, shop.time_zone));
  const measure = choice.order_by === 'TRANSACTION' ? sql.ref(orders) : MEASURES[choice.order_by];
  // Of variations first: they are fewer than the rows of their days.
  return sql`
    select ${sql.raw(id)} as id, sum(${sql.ref(orders)})::int as sold_orders, sum(quantity)::bigint as sold,
      sum(gross_idr)::bigint as gross_idr, sum(net_idr)::bigint as net_idr,
      sum(net_idr - cost_of_goods_idr)::bigint as profit_idr, sum(${measure}) as measure
    from (
      select subject_id, category_id, sum(order_count) as order_count, sum(product_orders) as product_orders,
        sum(category_orders) as category_orders, sum(quantity) as quantity, sum(gross_idr) as gross_idr,
        sum(net_idr) as net_idr, sum(cost_of_goods_idr) as cost_of_goods_idr
      from (${sold}) as part group by subject_id, category_id
    ) as sale
    join product_variations v on v.shop_id = ${shop.id} and v.id = sale.subject_id
    group by 1 having sum(quantity) > 0`;
}

async function countGroups(context: Context, choice: Choice): Promise<number> {
  const { rows } = await sql<{ total: number }>`
    select count(*)::int as total from (${grouped(context, choice)}) as ranked`.execute(context.db);
  return rows[0]?.total ?? 0;
}

/** One statement, however many there are; the page alone is given names. */
export function bestSales(context: Context, choice: Choice, page: RawBuilder<unknown>): RawBuilder<Row> {
  return sql<Row>`
    select best.*, ${namesOf(context, choice)}
    from (
      select ranked.*, count(*) over ()::int as groups from (${grouped(context, choice)}) as ranked
      order by measure desc, id ${page}
    ) as best
    order by best.measure desc, best.id`;
}

function namesOf({ shop }: Context, { group_by }: Choice): RawBuilder<unknown> {
  switch (group_by) {
    case 'PRODUCT':
      return sql`(select p.name from products p where p.shop_id = ${shop.id} and p.id = best.id) as name, null as sku`;
    case 'SKU':
      return sql`(select concat_ws(' ', p.name, nullif(v.color, ''), nullif(v.size, '')) from product_variations v
          join products p on p.shop_id = ${shop.id} and p.id = v.product_id
          where v.shop_id = ${shop.id} and v.id = best.id) as name,
        (select v.sku from product_variations v where v.shop_id = ${shop.id} and v.id = best.id) as sku`;
    case 'CATEGORY':
      return sql`(select c.name from product_categories c where c.shop_id = ${shop.id} and c.id = best.id) as name, null as sku`;
  }
}

export function presentSale(context: Context, row: Row): z.input<typeof BestSale> {
  return {
    id: row.id,
    name: row.name ?? (context.language === 'id' ? 'Tanpa kategori' : 'Without category'),
    sku: row.sku,
    sold: row.sold,
    order: row.sold_orders,
    gross_sales: row.gross_idr,
    net_sales: row.net_idr,
    gross_profit: may(context.actor.role, 'cost.read') ? row.profit_idr : null,
  };
}
