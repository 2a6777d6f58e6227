import { sql, type RawBuilder } from 'kysely';
import type { z } from 'zod';
import { addDays, today } from '../../../kernel/calendar.ts';
import type { Context } from '../../../kernel/context.ts';
import type { Page } from '../../../kernel/http/answer.ts';
import { itemsBefore, pageOf } from '../../../kernel/paging.ts';
import { salesOfPeriod } from '../../orders/index.ts';
import type { ListRunningOutInput, RunningOut } from './schemas.ts';

type Row = Omit<z.input<typeof RunningOut>, 'empty_on'>;

/** By what was sold in so many days it is seen how long the stock lasts. */
const PACE_DAYS = 30;

/**
 * Variations that sell and whose stock ends soon, first those that end first. One statement: what was sold of each in the last 30
 * days, as it is counted for reports, and its levels.
 */
export async function listRunningOut(
  context: Context,
  input: z.output<typeof ListRunningOutInput>,
): Promise<Page<z.input<typeof RunningOut>>> {
  const { db, shop, clock } = context;
  const day = today(clock, shop.time_zone);
  const { rows } = await sql<{ total: number; items: Row[] }>`
    with ${endingSql(context, input.days)},
    page as materialized (select * from ending order by days_left, sold desc, id
      limit ${sql.lit(input.per_page)} offset ${sql.lit(itemsBefore(input))})
    select (select count(*) from ending) as total,
      (select coalesce(json_agg(json_build_object('variation_id', e.id, 'product_id', e.product_id, 'name', p.name, 'sku', v.sku,
          'color', v.color, 'size', v.size, 'stock', e.stock, 'sold', e.sold, 'days_left', e.days_left)
          order by e.days_left, e.sold desc, e.id), '[]')
        from page e
        cross join lateral (select * from product_variations found where found.shop_id = ${shop.id} and found.id = e.id limit 1) as v
        cross join lateral (select products.name from products where products.shop_id = ${shop.id}
          and products.id = e.product_id limit 1) as p) as items`.execute(db);
  const { total = 0, items = [] } = rows[0] ?? {};
  const found = items.map((item) => ({ ...item, empty_on: addDays(day, item.days_left) }));
  return { ...pageOf(input, total, found), is_counted_whole: true };
}

/** How many there are. */
export async function countRunningOut(context: Context, days: number): Promise<number> {
  const { rows } = await sql<{ total: number }>`
    with ${endingSql(context, days)} select count(*) as total from ending`.execute(context.db);
  return rows[0]?.total ?? 0;
}

/** SQL: the table `ending` of them, and those it is made of, for a `with`. */
function endingSql(context: Context, days: number): RawBuilder<unknown> {
  const { shop, clock } = context;
  const day = today(clock, shop.time_zone);
  const sales = salesOfPeriod(context, 'VARIATION', { from: addDays(day, 1 - PACE_DAYS), to: day }, day);
  return sql`selling as materialized (
      select subject_id, sum(quantity)::bigint as sold from (${sales}) as sale group by subject_id having sum(quantity) > 0),
    paced as materialized (
      select v.id, v.product_id, level.stock, selling.sold,
        level.stock * ${sql.lit(PACE_DAYS)} / selling.sold as days_left
      from selling
      cross join lateral (select found.id, found.product_id from product_variations found
        where found.shop_id = ${shop.id} and found.id = selling.subject_id and found.archived_at is null limit 1) as v
      cross join lateral (select 1 from products p where p.shop_id = ${shop.id} and p.id = v.product_id
        and p.product_type = 'S' and p.archived_at is null limit 1) as stocked
      cross join lateral (select coalesce(sum(s.quantity), 0)::bigint as stock from stock_levels s
        where s.shop_id = ${shop.id} and s.variation_id = v.id) as level),
    ending as materialized (select * from paced where days_left <= ${days}::int)`;
}
