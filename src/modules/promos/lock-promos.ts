import type { Context } from '../../kernel/context.ts';
import { namedStatement } from '../../kernel/database/named-statement.ts';
import type { OrderPromo } from './find-order-promos.ts';

/** In the order of their ids, so that orders never wait for each other in a circle. */
const lockAll = namedStatement<
  { is_left: boolean },
  { shop_id: number; ids: readonly number[]; versions: readonly Date[] }
>(
  'lock_promos',
  (at) => `select promo.quota is null or promo.used < promo.quota as is_left from promos promo
  join unnest(${at.ids}::bigint[], ${at.versions}::timestamptz[]) as wanted (id, version)
    on wanted.id = promo.id and wanted.version = promo.updated_at
  where promo.shop_id = ${at.shop_id} and promo.deleted_at is null
  order by promo.id
  for no key update of promo`,
);

/**
 * Locks the promos of an order before it locks stock: nobody edits or uses them until the transaction ends.
 * @returns whether they are as they were read; false if one was edited, deleted or used up since
 */
export async function lockPromos(context: Context, promos: readonly OrderPromo[]): Promise<boolean> {
  const locked = await lockAll.run(context.db, {
    shop_id: context.shop.id,
    ids: promos.map(({ id }) => id),
    versions: promos.map(({ version }) => version),
  });
  return locked.length === promos.length && locked.every(({ is_left }) => is_left);
}

const lockWanted = namedStatement<
  never,
  { shop_id: number; promo_ids: readonly number[]; coupon_code: string | null }
>(
  'lock_wanted_promos',
  (at) => `select promo.id from promos promo
  where promo.shop_id = ${at.shop_id}
    and (promo.id = any(${at.promo_ids}::bigint[]) or promo.deleted_at is null and lower(promo.coupon_code) = lower(${at.coupon_code}::text))
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
  await lockWanted.run(context.db, {
    shop_id: context.shop.id,
    promo_ids: wanted.promo_ids,
    coupon_code: wanted.coupon_code?.trim() ?? null,
  });
}
