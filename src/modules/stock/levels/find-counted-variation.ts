import type { Context } from '../../../kernel/context.ts';
import { kernelErrors } from '../../../kernel/errors.ts';
import { stockErrors } from '../errors.ts';

/**
 * Finds a variation whose pieces are counted.
 * @throws Refusal 404 where there is none (or it was deleted), 422 where its kind is not counted
 */
export async function findCountedVariation(
  context: Context,
  id: number,
): Promise<{ id: number; name: string }> {
  const found = await context.db
    .selectFrom('product_variations as v')
    .innerJoin('products as p', (join) =>
      join.on('p.shop_id', '=', context.shop.id).onRef('p.id', '=', 'v.product_id'),
    )
    .select(['v.id', 'p.name', 'p.product_type'])
    .where('v.shop_id', '=', context.shop.id)
    .where('v.id', '=', id)
    .where('v.archived_at', 'is', null)
    .executeTakeFirst();
  if (found === undefined) throw kernelErrors.refuse('not_found');
  if (found.product_type !== 'S')
    throw stockErrors.refuseField('not_counted', 'variation_id', { type: found.product_type });
  return { id: found.id, name: found.name };
}
