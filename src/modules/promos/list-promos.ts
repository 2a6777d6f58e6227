import { type SqlBool, sql } from 'kysely';
import type { z } from 'zod';
import { dateTimeText } from '../../kernel/calendar.ts';
import type { Context } from '../../kernel/context.ts';
import type { Page } from '../../kernel/http/answer.ts';
import { readPage } from '../../kernel/paging.ts';
import type { ListPromosInput, PromoRow } from './schemas.ts';

const ALL = { en: 'All', id: 'semua' } as const;

/** A page of the shop's promos and coupons, the newest first, in three statements. */
export async function listPromos(
  context: Context,
  input: z.output<typeof ListPromosInput>,
): Promise<Page<z.input<typeof PromoRow>>> {
  const matching = filtered(context, input);
  const rows = matching
    .select(['promo.id', 'promo.name', 'promo.is_active', 'promo.all_products', 'promo.promo_type'])
    .select(['promo.promo_group', 'promo.starts_at', 'promo.ends_at'])
    .orderBy('promo.created_at', 'desc')
    .orderBy('promo.id', 'desc');
  const page = await readPage(context.db, input, { matching, rows }, (row) => row);
  const totals = await countSelected(
    context,
    page.items.map(({ id }) => id),
  );
  const { time_zone } = context.shop;
  const items = page.items.map((row) => ({
    id: row.id,
    name: row.name,
    is_active: row.is_active,
    total_selected_items: row.all_products ? ALL[context.language] : String(totals.get(row.id)),
    type: row.promo_type,
    group: row.promo_group,
    start_date: dateTimeText(row.starts_at, time_zone),
    end_date: row.ends_at === null ? null : dateTimeText(row.ends_at, time_zone),
  }));
  return { ...page, items };
}

/** How many products or couriers each of the promos is for. In the list's own statement, those of all pages before would be counted too. */
async function countSelected(context: Context, promo_ids: number[]): Promise<Map<number, number>> {
  const rows = await context.db
    .selectFrom('promos as promo')
    .where('promo.shop_id', '=', context.shop.id)
    .where(sql<SqlBool>`promo.id = any(${promo_ids}::bigint[])`)
    .select('promo.id')
    .select(
      sql<number>`case promo.promo_type when 'PRODUCT' then ${productTotalSql(context)} else ${courierTotalSql(context)} end`.as(
        'total',
      ),
    )
    .execute();
  return new Map(rows.map(({ id, total }) => [id, total]));
}

/** Products that are not deleted, as the detail shows them. */
const productTotalSql = ({ shop }: Context) => sql<number>`(
  select count(*) from promo_products chosen
  join products product on product.shop_id = ${shop.id} and product.id = chosen.product_id
  where chosen.shop_id = ${shop.id} and chosen.promo_id = promo.id and product.archived_at is null)`;

/** Couriers, without custom ones that were deleted, as the detail shows them. */
const courierTotalSql = ({ shop }: Context) => sql<number>`(
  select count(*) from unnest(promo.courier_service_ids) as chosen (id)
  where chosen.id <> all(array(select own.id from custom_couriers own
    where own.shop_id = ${shop.id} and own.archived_at is not null)))`;

/** A keyword is looked for in each promo of the list's index: a shop has `promoLimits.promos` at most. */
function filtered(context: Context, input: z.output<typeof ListPromosInput>) {
  let query = context.db
    .selectFrom('promos as promo')
    .where('promo.shop_id', '=', context.shop.id)
    .where('promo.deleted_at', 'is', null);
  if (input.is_active !== undefined) query = query.where('promo.is_active', '=', input.is_active);
  if (input.type !== undefined) query = query.where('promo.promo_type', '=', input.type);
  if (input.keyword !== undefined)
    query = query.where(
      sql<boolean>`strpos(lower(concat_ws(chr(10), promo.name, promo.coupon_code)), lower(${input.keyword}::text)) > 0`,
    );
  return query;
}
