import type { z } from 'zod';
import type { Context } from '../../../kernel/context.ts';
import { refuseNotFound } from '../../../kernel/not-found.ts';
import { archiveProducts } from './archive-products.ts';
import type { DeleteProductsInput } from './schemas.ts';

/**
 * Deletes products, all or none: they are archived, found as ARCHIVED, and old orders stay whole.
 * @throws Refusal 422 on each id that is no product of the shop, or was deleted before
 */
export async function deleteProducts(context: Context, input: z.output<typeof DeleteProductsInput>) {
  return context.transaction(async (inner) => {
    const ids = [...new Set(input.id)];
    const found = await inner.db
      .selectFrom('products')
      .select('id')
      .where('shop_id', '=', inner.shop.id)
      .where('id', 'in', ids)
      .where('archived_at', 'is', null)
      .orderBy('id')
      .forUpdate()
      .execute();
    refuseMissing(input.id, new Set(found.map((row) => row.id)));
    await archiveProducts(inner, ids);
    return {};
  });
}

/** @throws Refusal 422 on each id of a list that was not found */
export function refuseMissing(ids: readonly number[], found: ReadonlySet<number>): void {
  refuseNotFound(ids.flatMap((id, index) => (found.has(id) ? [] : [`id.${index}`])));
}
