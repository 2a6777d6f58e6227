import type { Context } from '../../kernel/context.ts';
import { giveBackPromos } from './give-back-promos.ts';
import { takePromos, type PromoUse } from './take-promos.ts';

/**
 * Sets the promos that an order uses: gives back the others, takes those that it does not use yet, and does not touch
 * those that stay, whatever their limits are now. Call it in the transaction that changes the order, after
 * `lockWantedPromos`.
 * @throws like `takePromos`
 */
export async function changePromos(context: Context, use: PromoUse): Promise<void> {
  const { order_id, customer_id } = use;
  const used = await context.db
    .selectFrom('promo_uses')
    .select(['promo_id', 'customer_id'])
    .where('shop_id', '=', context.shop.id)
    .where('order_id', '=', order_id)
    .execute();
  const wanted = new Set(use.promo_ids);
  const stays = (entry: (typeof used)[number]) =>
    wanted.has(entry.promo_id) && entry.customer_id === customer_id;
  const gone = used.filter((entry) => !stays(entry)).map(({ promo_id }) => promo_id);
  if (gone.length > 0) await giveBackPromos(context, order_id, gone);
  for (const { promo_id } of used.filter(stays)) wanted.delete(promo_id);
  await takePromos(context, { ...use, promo_ids: [...wanted] });
}
