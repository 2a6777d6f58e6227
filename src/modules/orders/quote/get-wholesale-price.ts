import { sql } from 'kysely';
import type { z } from 'zod';
import type { Context } from '../../../kernel/context.ts';
import { kernelErrors } from '../../../kernel/errors.ts';
import { priceLines, type LinePrice, type PricedGoods } from '../../pricing/index.ts';
import type { WholesalePrice, WholesalePriceInput } from './schemas.ts';

/** Who buys by the normal price and wholesale steps, without discounts. */
const ANYBODY = { code: 'N', wholesale_access: true, discount_access: false } as const;

/** The unit price for a quantity, for customers with wholesale access and the normal price. */
export async function getWholesalePrice(
  context: Context,
  input: z.output<typeof WholesalePriceInput>,
): Promise<z.input<typeof WholesalePrice>> {
  const goods = await context.db
    .selectFrom('product_variations as v')
    .innerJoin('products as p', (join) =>
      join.on('p.shop_id', '=', context.shop.id).onRef('p.id', '=', 'v.product_id'),
    )
    .select(['v.id as variation_id', 'v.product_id', 'p.discount_idr', 'p.wholesale_enabled'])
    .select(['v.price_idr', 'v.price1_idr', 'v.price2_idr', 'v.price3_idr', 'v.price_reseller_idr'])
    .select(
      sql<
        PricedGoods['wholesales']
      >`coalesce((select json_agg(json_build_object('from_quantity', w.from_quantity,
        'to_quantity', w.to_quantity, 'price_idr', w.price_idr)) from product_wholesales w
        where w.shop_id = ${context.shop.id} and w.product_id = p.id), '[]')`.as('wholesales'),
    )
    .where('v.shop_id', '=', context.shop.id)
    .where('v.id', '=', input.variation_id)
    .where('v.archived_at', 'is', null)
    .executeTakeFirst();
  if (goods === undefined) throw kernelErrors.refuse('not_found');
  const [line] = priceLines([{ goods, quantity: input.qty, discount: undefined }], ANYBODY);
  return {
    variation_id: input.variation_id,
    quantity: String(input.qty),
    price: (line as LinePrice).price_idr,
  };
}
