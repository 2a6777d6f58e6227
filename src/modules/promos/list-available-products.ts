import { sql, type RawBuilder, type SqlBool } from 'kysely';
import type { z } from 'zod';
import { addDays, startOfDay } from '../../kernel/calendar.ts';
import type { Context } from '../../kernel/context.ts';
import { countRows } from '../../kernel/database/count-rows.ts';
import type { Page } from '../../kernel/http/answer.ts';
import { foundBy } from '../../kernel/not-found.ts';
import { cutPage, pageOf } from '../../kernel/paging.ts';
import { findProducts } from '../catalog/index.ts';
import { pictureUrl, thumbnailUrl } from '../pictures/index.ts';
import { visibleWarehouse } from '../stock/index.ts';
import { claimsProducts, runsWithin } from './overlap.ts';
import type { Period } from './promo-row.ts';
import type { AvailableProduct, ListAvailableProductsInput } from './schemas.ts';

type Input = z.output<typeof ListAvailableProductsInput>;

/**
 * Products that a promo of these days can have, the newest first. Only a PROMO of type PRODUCT leaves out any:
 * those that another one has on one of the days. At most six statements.
 * @throws Refusal 422 where the promo being edited is not the shop's
 */
export async function listAvailableProducts(
  context: Context,
  input: Input,
): Promise<Page<z.input<typeof AvailableProduct>>> {
  if (input.id !== undefined) await checkEdited(context, input.id);
  const found = await findProducts(context, input.keyword, false);
  const rows = await free(context, input, found?.isOnPage)
    .select(['product.id', 'product.name', 'product.lowest_price_idr'])
    .select([pictureSql(context).as('picture'), totalStockSql(context).as('total_stock')])
    .orderBy('product.created_at', 'desc')
    .orderBy('product.id', 'desc')
    .$call(cutPage(input))
    .execute();
  const items = rows.map(({ id, name, lowest_price_idr, picture, total_stock }) => {
    const images = [picture?.images ?? [], picture?.primary_image ?? 0] as const;
    const image = pictureUrl(context, ...images);
    return {
      id,
      name,
      image,
      thumbnail: thumbnailUrl(context, ...images),
      price: lowest_price_idr,
      total_stock,
    };
  });
  // The keyword's own total counts where no promo leaves out any.
  const total =
    (claims(input) ? undefined : found?.total) ??
    (await countRows(context.db, free(context, input, found?.isCounted)));
  return pageOf(input, total, items);
}

async function checkEdited(context: Context, id: number): Promise<void> {
  const promo = await context.db
    .selectFrom('promos')
    .select('id')
    .where('shop_id', '=', context.shop.id)
    .where('id', '=', id)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
  foundBy('id', promo);
}

function free(context: Context, input: Input, is_found: RawBuilder<SqlBool> | undefined) {
  let query = context.db
    .selectFrom('products as product')
    .where('product.shop_id', '=', context.shop.id)
    .where('product.archived_at', 'is', null);
  if (is_found !== undefined) query = query.where(is_found);
  return claims(input) ? query.where(isFree(context, input)) : query;
}

/** Whether the promo has its products for itself. */
function claims(input: Input): boolean {
  return input.group === 'PROMO' && input.type === 'PRODUCT';
}

function isFree(context: Context, input: Input): RawBuilder<SqlBool> {
  const others = sql`promos promo where promo.shop_id = ${context.shop.id}
    and ${runsWithin(daysOf(context, input), input.id)} and ${claimsProducts}`;
  return sql<SqlBool>`not exists (select 1 from ${others} and promo.all_products)
    and product.id not in (
      select chosen.product_id from promo_products chosen
      where chosen.shop_id = ${context.shop.id} and chosen.promo_id in (select promo.id from ${others}))`;
}

/** From the first moment of the first day to the last of the last one. */
function daysOf(context: Context, input: Input): Period {
  const { time_zone } = context.shop;
  return {
    starts_at: input.start_date === undefined ? context.clock.now() : startOfDay(input.start_date, time_zone),
    ends_at: input.end_date === undefined ? null : startOfDay(addDays(input.end_date, 1), time_zone),
  };
}

/** Of the first variation. */
const pictureSql = ({ shop }: Context) => sql<{ images: string[]; primary_image: number } | null>`(
  select json_build_object('images', v.images, 'primary_image', v.primary_image) from product_variations v
  where v.shop_id = ${shop.id} and v.product_id = product.id and v.archived_at is null
  order by v.position, v.id limit 1)`;

/** As the list of products has it: 0 for goods that are not counted. */
const totalStockSql = (context: Context) => sql<number>`(
  select coalesce(sum(level.quantity), 0)::bigint from product_variations v
  join stock_levels level on level.shop_id = ${context.shop.id} and level.variation_id = v.id
  where v.shop_id = ${context.shop.id} and v.product_id = product.id and v.archived_at is null
    and product.product_type = 'S' and ${visibleWarehouse(context, 'level.warehouse_id')})`;
