import type { z } from 'zod';
import type { Context } from '../../kernel/context.ts';
import { emit } from '../../kernel/outbox.ts';
import { holdToLimit } from '../../kernel/shop-limit.ts';
import { checkPromo } from './check-promo.ts';
import { promoLimits } from './limits.ts';
import { discountColumns, productIds, promoRow } from './promo-row.ts';
import type { CreatePromoInput, PromoSaved } from './schemas.ts';
import { storePromoProducts } from './store-promo-products.ts';

/**
 * Adds a promo or coupon. Refused if a product would be in two active PROMOs at once, or a code in two coupons at once,
 * however many are created concurrently.
 */
export async function createPromo(
  context: Context,
  input: z.output<typeof CreatePromoInput>,
): Promise<z.input<typeof PromoSaved>> {
  return context.transaction(async (inner) => {
    const having = inner.db
      .selectFrom('promos')
      .where('shop_id', '=', inner.shop.id)
      .where('deleted_at', 'is', null);
    await holdToLimit(inner, promoLimits.promos, having);
    await checkPromo(inner, input);
    const now = inner.clock.now();
    const { id } = await inner.db
      .insertInto('promos')
      .values({
        ...promoRow(inner, input),
        ...discountColumns(input.discount),
        shop_id: inner.shop.id,
        created_at: now,
        updated_at: now,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    await storePromoProducts(inner, id, productIds(input));
    await emit(inner, 'promo.created', id);
    return { promo_id: id };
  });
}
