import type { z } from 'zod';
import type { Context } from '../../../kernel/context.ts';
import { emit } from '../../../kernel/outbox.ts';
import { storeVariationTexts } from '../store-variation-texts.ts';
import { archiveProducts } from './archive-products.ts';
import { refuseMissing } from './delete-products.ts';
import { lowestMarginSql, lowestPriceSql } from './lowest-price.ts';
import type { DeleteVariationsInput } from './schemas.ts';

/**
 * Deletes variations, all or none: they are archived, and their SKUs are free again. A product that has no
 * variation left is archived with the last of them.
 * @throws Refusal 422 on each id that is no variation of the shop, or was deleted before
 */
export async function deleteVariations(context: Context, input: z.output<typeof DeleteVariationsInput>) {
  return context.transaction(async (inner) => {
    const ids = [...new Set(input.id)];
    const product_ids = await lockProductsOf(inner, ids);
    const variations = await inner.db
      .selectFrom('product_variations')
      .select(['id', 'product_id'])
      .where('shop_id', '=', inner.shop.id)
      .where('product_id', 'in', product_ids.length > 0 ? product_ids : [0])
      .where('archived_at', 'is', null)
      .execute();
    refuseMissing(input.id, new Set(variations.map((row) => row.id)));
    const staying = new Set(variations.filter((row) => !ids.includes(row.id)).map((row) => row.product_id));
    const emptied = product_ids.filter((id) => !staying.has(id));
    if (emptied.length > 0) await archiveProducts(inner, emptied);
    await inner.db
      .updateTable('product_variations')
      .set({ archived_at: inner.clock.now() })
      .where('shop_id', '=', inner.shop.id)
      .where('id', 'in', ids)
      .where('archived_at', 'is', null)
      .execute();
    await storeVariationTexts(inner, [...staying]);
    await inner.db
      .updateTable('products')
      .set({
        lowest_price_idr: lowestPriceSql(context),
        lowest_margin_idr: lowestMarginSql(context),
        updated_at: inner.clock.now(),
      })
      .where('shop_id', '=', inner.shop.id)
      .where('id', 'in', product_ids)
      .where('archived_at', 'is', null)
      .execute();
    await emit(inner, 'product.variations_deleted', product_ids[0] ?? 0, { variation_ids: ids });
    return {};
  });
}

/** Locks the products of variations in id order, so that two who change one product come one after the other. */
async function lockProductsOf(context: Context, variation_ids: readonly number[]): Promise<number[]> {
  const rows = await context.db
    .selectFrom('products')
    .select('id')
    .where('shop_id', '=', context.shop.id)
    .where('id', 'in', (builder) =>
      builder
        .selectFrom('product_variations as v')
        .select('v.product_id')
        .where('v.shop_id', '=', context.shop.id)
        .where('v.id', 'in', variation_ids)
        .where('v.archived_at', 'is', null),
    )
    .orderBy('id')
    .forUpdate()
    .execute();
  return rows.map((row) => row.id);
}
