import { sql } from 'kysely';
import type { Context } from '../../kernel/context.ts';
import { statement } from '../../kernel/database/connection.ts';
import { may } from '../../kernel/permissions.ts';
import { variationLook } from '../catalog/index.ts';
import { pictureUrls } from '../pictures/index.ts';
import type { Existing, ImportRow } from './read/import-row.ts';
import type { StoredLook } from './check-rows.ts';
import type { Facts } from './plan-import.ts';

/** The variations of these SKUs that the shop has, as the input of a product would have them. */
const findExisting = statement<Existing & { sku: string; variation: { images: string[] } }>(
  'find_import_existing',
  `select lower(v.sku) as sku, v.id as variation_id, v.product_id,
    json_build_object('name', p.name, 'product_type', p.product_type, 'category_id', coalesce(p.category_id, 0),
      'description', p.description, 'discount', p.discount_idr, 'publish_status', p.is_published,
      'show_stock', p.shows_stock, 'wholesale_status', p.wholesale_enabled,
      'wholesale', coalesce((select json_agg(json_build_object('from', w.from_quantity, 'to', w.to_quantity,
        'price', w.price_idr) order by w.from_quantity) from product_wholesales w
        where w.shop_id = $1 and w.product_id = p.id), '[]'), 'has_variation', p.has_variations,
      'preorder_setting', case when p.preorder_unit is not null then json_strip_nulls(json_build_object(
        'type', p.preorder_unit, 'number', p.preorder_number, 'start_date', p.preorder_starts_on,
        'end_date', p.preorder_ends_on)) end) as product,
    json_build_object('sku', v.sku, 'images', v.images, 'primary_image', v.primary_image, 'price_buy', v.price_buy_idr,
      'price', v.price_idr, 'price1', v.price1_idr, 'price2', v.price2_idr, 'price3', v.price3_idr,
      'price_reseller', v.price_reseller_idr, 'weight', v.weight_grams, 'size', v.size, 'color', v.color,
      'stock', v.is_in_stock) as variation,
    coalesce((select json_object_agg(l.warehouse_id, l.quantity) from stock_levels l
      where l.shop_id = $1 and l.variation_id = v.id), '{}') as levels
  from unnest($2::text[]) as wanted (sku)
  cross join lateral (
    select * from product_variations v
    where v.shop_id = $1 and v.archived_at is null and lower(v.sku) = wanted.sku limit 1
  ) as v
  join products p on p.shop_id = $1 and p.id = v.product_id`,
);

/** What the variations of products look like, by product. */
async function loadLooks(
  context: Context,
  product_ids: readonly number[],
): Promise<Map<number, StoredLook[]>> {
  const looks = new Map<number, StoredLook[]>();
  if (product_ids.length === 0) return looks;
  const variations = await context.db
    .selectFrom('product_variations')
    .select(['product_id', 'id', 'sku', 'color', 'size'])
    .where('shop_id', '=', context.shop.id)
    .where('product_id', '=', sql<number>`any(${product_ids}::bigint[])`)
    .where('archived_at', 'is', null)
    .orderBy('id')
    .execute();
  for (const { product_id, id, sku, ...labels } of variations) {
    const look = { variation_id: id, sku, look: variationLook(labels) };
    const known = looks.get(product_id);
    if (known === undefined) looks.set(product_id, [look]);
    else known.push(look);
  }
  return looks;
}

/** The objects of the shop that rows refer to, in three statements. */
export async function loadFacts(context: Context, rows: readonly ImportRow[]): Promise<Facts> {
  // That of the product is the SKU of one that has no variations.
  const skus = rows
    .flatMap(({ cells }) => [cells.sku, cells.parent_sku])
    .flatMap((sku) => (sku === undefined ? [] : String(sku).toLowerCase()));
  const existing = await findExisting.run(context.db, [context.shop.id, [...new Set(skus)]]);
  const categories = await context.db
    .selectFrom('product_categories')
    .select(['id', 'name'])
    .where('shop_id', '=', context.shop.id)
    .execute();
  const product_ids = [...new Set(existing.map(({ product_id }) => product_id))];
  return {
    looks: await loadLooks(context, product_ids),
    existing: new Map(
      existing.map(({ sku, variation, ...found }) => [
        sku,
        { ...found, variation: { ...variation, images: pictureUrls(context, variation.images) } },
      ]),
    ),
    categories: new Map(categories.map(({ id, name }) => [name.toLowerCase(), id])),
    sees_costs: may(context.actor.role, 'cost.read'),
  };
}

/** The same, of products that nobody else can edit until the transaction ends, so that what is read stays true. */
export async function lockFacts(context: Context, rows: readonly ImportRow[]): Promise<Facts> {
  const locked = new Set<number>();
  for (;;) {
    const facts = await loadFacts(context, rows);
    const ids = [...new Set([...facts.existing.values()].map(({ product_id }) => product_id))];
    if (ids.every((id) => locked.has(id))) return facts;
    await lockProducts(context, ids);
    for (const id of ids) locked.add(id);
  }
}

/** In the order of their ids, so that concurrent transactions never deadlock. */
export async function lockProducts(context: Context, ids: readonly number[]): Promise<void> {
  await context.db
    .selectFrom('products')
    .select('id')
    .where('shop_id', '=', context.shop.id)
    .where('id', '=', sql<number>`any(${ids}::bigint[])`)
    .orderBy('id')
    .forNoKeyUpdate()
    .execute();
}
