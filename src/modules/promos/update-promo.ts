import type { z } from 'zod';
import type { Context } from '../../kernel/context.ts';
import { kernelErrors } from '../../kernel/errors.ts';
import { emit } from '../../kernel/outbox.ts';
import { checkPromo, lockShopPromos } from './check-promo.ts';
import { promoErrors } from './errors.ts';
import { productIds, promoRow } from './promo-row.ts';
import type { PromoSaved, UpdatePromoInput } from './schemas.ts';
import { storePromoProducts } from './store-promo-products.ts';

/**
 * Updates a promo as a whole; the discount does not change if omitted. Uses stay counted, orders that have the promo
 * keep their discounts, and the quota cannot be reduced below the number of uses.
 */
export async function updatePromo(
  context: Context,
  input: z.output<typeof UpdatePromoInput>,
): Promise<z.input<typeof PromoSaved>> {
  return context.transaction(async (inner) => {
    await lockShopPromos(inner);
    // Orders that use it wait, so that `used` is what it is when the quota is written.
    const earlier = await inner.db
      .selectFrom('promos')
      .select(['id', 'starts_at', 'used'])
      .where('shop_id', '=', inner.shop.id)
      .where('id', '=', input.id)
      .where('deleted_at', 'is', null)
      .forNoKeyUpdate()
      .executeTakeFirst();
    if (earlier === undefined) throw kernelErrors.refuse('not_found');
    const { used } = earlier;
    const { promo_limit } = input.limits;
    if (promo_limit !== undefined && promo_limit < used)
      throw promoErrors.refuseField('quota_below_use', 'limits.promo_limit', { used });
    await checkPromo(inner, input, earlier);
    await inner.db
      .updateTable('promos')
      .set({ ...promoRow(inner, input), updated_at: inner.clock.now() })
      .where('shop_id', '=', inner.shop.id)
      .where('id', '=', input.id)
      .execute();
    await storePromoProducts(inner, input.id, productIds(input));
    await emit(inner, 'promo.updated', input.id);
    return { promo_id: input.id };
  });
}
