import type { Context } from '../../kernel/context.ts';
import { statement } from '../../kernel/database/connection.ts';
import type { OrderPromo } from './find-order-promos.ts';

/** In the order of their ids, so that orders never wait for each other in a circle. */
const lockAll = statement<{ is_left: boolean }>(
  'lock_promos',
  `select promo.quota is null or promo.used < promo.quota as is_left from promos promo
  join unnest($2::bigint[], $3::timestamptz[]) as wanted (id, version)
    on wanted.id = promo.id and wanted.version = promo.updated_at
  where promo.shop_id = $1 and promo.deleted_at is null
  order by promo.id
  for no key update of promo`,
);

/**
 * Locks the promos of an order before it locks stock: nobody edits or uses them until the transaction ends.
 * @returns whether they are as they were read; false if one was edited, deleted or used up since
 */
export async function lockPromos(context: Context, promos: readonly OrderPromo[]): Promise<boolean> {
  const locked = await lockAll.run(context.db, [
    context.shop.id,
    promos.map(({ id }) => id),
    promos.map(({ version }) => version),
  ]);
  return locked.length === promos.length && locked.every(({ is_left }) => is_left);
}

const lockWanted = statement<never>(
  'lock_wanted_promos',
  `select promo.id from promos promo
  where promo.shop_id = $1
    and (promo.id = any($2::bigint[]) or promo.deleted_at is null and lower(promo.coupon_code) = lower($3::text))
  order by promo.id
  for no key update`,
);

/**
 * Locks all promos that an order has and will have, before any is given back or read: what is read then does not
 * change, and orders that change their promos never deadlock.
 * @param wanted.coupon_code in any letter case
 */
export async function lockWantedPromos(
  context: Context,
  wanted: { promo_ids: readonly number[]; coupon_code: string | undefined },
): Promise<void> {
  if (wanted.promo_ids.length === 0 && wanted.coupon_code === undefined) return;
  await lockWanted.run(context.db, [context.shop.id, wanted.promo_ids, wanted.coupon_code?.trim() ?? null]);
}
