import type { z } from 'zod';
import type { Context } from '../../../kernel/context.ts';
import { kernelErrors } from '../../../kernel/errors.ts';
import type { ProductIdInput } from '../schemas.ts';

/** From how many pieces on a product costs its wholesale price; 0 where it has none. */
export async function getWholesaleMinimum(context: Context, input: z.output<typeof ProductIdInput>) {
  const found = await context.db
    .selectFrom('products as p')
    .leftJoin('product_wholesales as w', (join) =>
      join
        .on('w.shop_id', '=', context.shop.id)
        .onRef('w.product_id', '=', 'p.id')
        .on('p.wholesale_enabled', '=', true),
    )
    .select(['p.id', 'w.from_quantity'])
    .where('p.shop_id', '=', context.shop.id)
    .where('p.id', '=', input.product_id)
    .where('p.archived_at', 'is', null)
    .orderBy('w.from_quantity')
    .limit(1)
    .executeTakeFirst();
  if (found === undefined) throw kernelErrors.refuse('not_found');
  return { product_id: found.id, minimum_quantity: found.from_quantity ?? 0 };
}
