import { sql } from 'kysely';
import type { z } from 'zod';
import type { Context } from '../../../kernel/context.ts';
import { Refusal } from '../../../kernel/errors.ts';
import { emitEach } from '../../../kernel/outbox.ts';
import { catalogErrors } from '../errors.ts';
import { findTakenSkus } from '../free-skus.ts';
import { storeVariationTexts } from '../store-variation-texts.ts';
import { refuseMissing } from './delete-products.ts';
import type { RestoreProductsInput } from './schemas.ts';

/**
 * Takes products out of the archive, all or none, with the variations that they were archived with; variations that were
 * deleted before stay so. Their stock and prices are as they were.
 * @throws Refusal 422 on each id that is no archived product of the shop, and on products with a SKU that others have now
 */
export async function restoreProducts(context: Context, input: z.output<typeof RestoreProductsInput>) {
  return context.transaction(async (inner) => {
    const ids = [...new Set(input.id)];
    const found = await inner.db
      .selectFrom('products')
      .select(['id', 'archived_at'])
      .where('shop_id', '=', inner.shop.id)
      .where('id', 'in', ids)
      .where('archived_at', 'is not', null)
      .orderBy('id')
      .forUpdate()
      .execute();
    refuseMissing(input.id, new Set(found.map((row) => row.id)));
    await refuseTakenSkus(inner, input.id);
    await bringBack(inner, found);
    return {};
  });
}

/** Both statements read the moment of the product, which the second clears. */
async function bringBack(
  context: Context,
  archived: readonly { id: number; archived_at: Date | null }[],
): Promise<void> {
  const ids = archived.map(({ id }) => id);
  await sql`update product_variations as v set archived_at = null
    from products p
    where p.shop_id = ${context.shop.id} and p.id = any(${ids}::bigint[])
      and v.shop_id = ${context.shop.id} and v.product_id = p.id and v.archived_at = p.archived_at`.execute(
    context.db,
  );
  await context.db
    .updateTable('products')
    .set({ archived_at: null, updated_at: context.clock.now() })
    .where('shop_id', '=', context.shop.id)
    .where('id', '=', sql<number>`any(${ids}::bigint[])`)
    .execute();
  await storeVariationTexts(context, ids);
  await emitEach(
    context,
    'product.updated',
    archived.map(({ id, archived_at }) => ({
      subject_id: id,
      payload: { archived_at: [archived_at, null] },
    })),
  );
}

/** @throws Refusal 422 on each product of which a SKU is in use again, by another product or by two that come back */
async function refuseTakenSkus(context: Context, ids: readonly number[]): Promise<void> {
  const variations = await context.db
    .selectFrom('product_variations as v')
    .innerJoin('products as p', (join) =>
      join.on('p.shop_id', '=', context.shop.id).onRef('p.id', '=', 'v.product_id'),
    )
    .select(['v.product_id', 'v.sku'])
    .where('v.shop_id', '=', context.shop.id)
    .where('v.product_id', 'in', ids)
    .whereRef('v.archived_at', '=', 'p.archived_at')
    .orderBy('v.id')
    .execute();
  const taken = await findTakenSkus(
    context,
    variations.map(({ sku }) => sku),
  );
  const used = new Set(taken);
  const faults = variations.flatMap(({ product_id, sku }) => {
    const is_taken = used.has(sku.toLowerCase());
    used.add(sku.toLowerCase());
    return is_taken ? [catalogErrors.part('sku_taken', `id.${ids.indexOf(product_id)}`, { sku })] : [];
  });
  if (faults.length > 0) throw new Refusal(faults);
}
