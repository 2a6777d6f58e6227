import type { Context } from '../../../kernel/context.ts';
import { statement } from '../../../kernel/database/connection.ts';
import { keptAddresses } from '../../pictures/index.ts';
import type { variationRow } from './product-rows.ts';

/** A variation as it is to be: with an id one that there is, without one a new one at its position. */
export type WrittenVariation = ReturnType<typeof variationRow> & {
  id: number | null;
  position: number | null;
  is_deleted: boolean;
};

/**
 * Those that change their SKU or go give it up first: the unique index looks at every row as it is written,
 * so two could not exchange theirs otherwise.
 */
const giveUpSkus = statement<object>(
  'give_up_skus',
  `update product_variations as v
  set sku = case when w.is_deleted then v.sku else 'changing-' || v.id end,
    archived_at = case when w.is_deleted then $3::timestamptz end
  from jsonb_to_recordset($2::jsonb) as w (id bigint, sku text, is_deleted boolean)
  where v.shop_id = $1 and v.id = w.id and v.archived_at is null and (w.is_deleted or v.sku <> w.sku)`,
);

const COLUMNS = `sku text, images text[], primary_image smallint, price_buy_idr bigint, price_idr bigint,
  price1_idr bigint, price2_idr bigint, price3_idr bigint, price_reseller_idr bigint, weight_grams integer, size text,
  color text, is_in_stock boolean`;

const change = statement<object>(
  'change_variations',
  `update product_variations as v
  set sku = w.sku, images = w.images, primary_image = w.primary_image, price_buy_idr = w.price_buy_idr,
    price_idr = w.price_idr, price1_idr = w.price1_idr, price2_idr = w.price2_idr, price3_idr = w.price3_idr,
    price_reseller_idr = w.price_reseller_idr, weight_grams = w.weight_grams, size = w.size, color = w.color,
    is_in_stock = w.is_in_stock
  from jsonb_to_recordset($2::jsonb) as w (id bigint, ${COLUMNS})
  where v.shop_id = $1 and v.id = w.id and v.archived_at is null`,
);

const add = statement<{ id: number; position: number }>(
  'add_variations',
  `insert into product_variations (shop_id, product_id, created_at, position, sku, images, primary_image, price_buy_idr,
    price_idr, price1_idr, price2_idr, price3_idr, price_reseller_idr, weight_grams, size, color, is_in_stock)
  select $1, $3, $4, w.* from jsonb_to_recordset($2::jsonb) as w (position smallint, ${COLUMNS})
  order by w.position
  returning id, position`,
);

/** Changes variations that there are, of products that are locked. */
export async function changeVariations(
  context: Context,
  variations: readonly ({ id: number } & ReturnType<typeof variationRow>)[],
): Promise<void> {
  await change.run(context.db, [context.shop.id, rowsOf(context, variations)]);
}

/**
 * Writes variations of a product that is locked, in three statements.
 * @returns their ids, in the order given
 */
export async function writeVariations(
  context: Context,
  product_id: number,
  variations: readonly WrittenVariation[],
): Promise<number[]> {
  const shop_id = context.shop.id;
  const now = context.clock.now();
  const rows = (chosen: (variation: WrittenVariation) => boolean) =>
    rowsOf(context, variations.filter(chosen));
  const is_old = (variation: WrittenVariation) => variation.id !== null;
  await giveUpSkus.run(context.db, [shop_id, rows(is_old), now]);
  await change.run(context.db, [shop_id, rows((item) => is_old(item) && !item.is_deleted)]);
  const added = await add.run(context.db, [
    shop_id,
    rows((item) => !is_old(item) && !item.is_deleted),
    product_id,
    now,
  ]);
  const ids = new Map(added.map((row) => [row.position, row.id]));
  return variations.map(({ id, position }) => id ?? (ids.get(position ?? -1) as number));
}

function rowsOf(context: Context, variations: readonly Pick<WrittenVariation, 'images'>[]): string {
  return JSON.stringify(variations.map((row) => ({ ...row, images: keptAddresses(context, row.images) })));
}
