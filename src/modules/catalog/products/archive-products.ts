import { sql } from 'kysely';
import type { Context } from '../../../kernel/context.ts';
import { emit } from '../../../kernel/outbox.ts';
import { storeVariationTexts } from '../store-variation-texts.ts';

/**
 * Archives products with their current variations: they no longer appear in lists and cannot be ordered, while existing
 * orders and histories are not affected. Their SKUs become free. Call it in a transaction that has locked them.
 */
export async function archiveProducts(context: Context, ids: readonly number[]): Promise<void> {
  const [first] = ids;
  if (first === undefined) return;
  const archived_at = context.clock.now();
  // The same moment, by which an archived product knows the variations that it was archived with.
  await context.db
    .updateTable('product_variations')
    .set({ archived_at })
    .where('shop_id', '=', context.shop.id)
    .where('product_id', '=', sql<number>`any(${ids}::bigint[])`)
    .where('archived_at', 'is', null)
    .execute();
  await context.db
    .updateTable('products')
    .set({ archived_at, updated_at: archived_at })
    .where('shop_id', '=', context.shop.id)
    .where('id', '=', sql<number>`any(${ids}::bigint[])`)
    .execute();
  await storeVariationTexts(context, ids);
  await emit(context, 'product.deleted', first, { product_ids: [...ids] });
}
