import type { Context } from '../../../kernel/context.ts';
import { hashToken, makeShopToken } from '../../../kernel/shop-token.ts';
import { API_KEY_PREFIX } from '../authenticate.ts';

/** A key ends after a year. */
const API_KEY_DAYS = 365;
/** The part of a key that lists show, to identify it. */
const SHOWN_LETTERS = 8;

/**
 * Creates a key that acts in the name of the current user. Call it in a transaction.
 * @param first_id ID of the first key of its rotation
 * @returns the key itself, which is shown only this once; its hash is stored
 */
export async function addApiKey(context: Context, name: string, first_id?: number) {
  const key = makeShopToken(context.random, context.shop.id, { prefix: API_KEY_PREFIX });
  const created_at = context.clock.now();
  const expires_at = new Date(created_at.getTime() + API_KEY_DAYS * 86_400_000);
  const { id } = await context.db
    .insertInto('api_keys')
    .values({
      shop_id: context.shop.id,
      name,
      key_hash: hashToken(key),
      key_start: key.slice(0, SHOWN_LETTERS),
      user_id: context.actor.user_id,
      created_at,
      expires_at,
      first_id: first_id ?? null,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return { id, name, key, expires_at: expires_at.toISOString() };
}

/** Keys of the shop that open it now. */
export function liveApiKeys(context: Context) {
  const now = context.clock.now();
  return context.db
    .selectFrom('api_keys')
    .where('shop_id', '=', context.shop.id)
    .where('expires_at', '>', now)
    .where((builder) => builder.or([builder('revoked_at', 'is', null), builder('revoked_at', '>', now)]));
}
