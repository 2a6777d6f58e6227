import { sql } from 'kysely';
import type { Context } from '../../../kernel/context.ts';
import { columnsOf } from '../../../kernel/database/columns.ts';
import { statement } from '../../../kernel/database/connection.ts';
import { emitAll } from '../../../kernel/outbox.ts';
import { storeVariationTexts } from '../store-variation-texts.ts';
import type { NewProduct } from './check-products.ts';
import { lowestMarginSql, lowestPriceSql } from './lowest-price.ts';
import { CHANGED_PRODUCT, type productRow, type variationRow } from './product-rows.ts';
import { replaceSteps } from './replace-wholesales.ts';
import { changeVariations } from './write-variations.ts';

/** A product and some of its variations as they are to be; their SKUs stay. */
export interface ProductChange {
  product_id: number;
  product: ReturnType<typeof productRow>;
  wholesale: NewProduct['wholesale'];
  variations: ({ id: number } & ReturnType<typeof variationRow>)[];
}

const CHANGED = columnsOf<Pick<ReturnType<typeof productRow>, keyof typeof CHANGED_PRODUCT>>(CHANGED_PRODUCT);

const changeRows = statement<object>(
  'change_products',
  `update products as p
  set ${CHANGED.assignments('c')}, updated_at = $3
  from jsonb_to_recordset($2::jsonb) as c (product_id bigint, ${CHANGED.definition})
  where p.shop_id = $1 and p.id = c.product_id and p.archived_at is null`,
);

/**
 * Changes many products in a fixed number of statements, in the transaction that is open; the caller has locked them. New
 * and deleted variations, which an edit of one product can have besides, are not for many.
 */
export async function changeProducts(context: Context, changes: readonly ProductChange[]): Promise<void> {
  if (changes.length === 0) return;
  const ids = changes.map(({ product_id }) => product_id);
  await changeRows.run(context.db, [
    context.shop.id,
    JSON.stringify(changes.map(({ product_id, product }) => ({ product_id, ...product }))),
    context.clock.now(),
  ]);
  await replaceSteps(context, changes);
  await changeVariations(
    context,
    changes.flatMap(({ variations }) => variations),
  );
  await storeVariationTexts(context, ids);
  await context.db
    .updateTable('products')
    .set({ lowest_price_idr: lowestPriceSql(context), lowest_margin_idr: lowestMarginSql(context) })
    .where('shop_id', '=', context.shop.id)
    .where('id', '=', sql<number>`any(${ids}::bigint[])`)
    .execute();
  await emitAll(context, 'product.updated', ids);
}
