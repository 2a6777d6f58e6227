import { sql } from 'kysely';
import type { z } from 'zod';
import { kernelErrors } from '../../../kernel/errors.ts';
import { hashToken, makeShopToken } from '../../../kernel/shop-token.ts';
import { storeErrors } from '../errors.ts';
import { BUYER_PREFIX } from '../find-buyer.ts';
import { storeLimits } from '../limits.ts';
import type { BuyerContext, StoreContext } from '../store-context.ts';
import type { OwnAccount } from './find-account.ts';
import type { BuyerSession, BuyerSessionIdInput, SignedInBuyer } from './schemas.ts';

const SESSION_DAYS = 30;

/**
 * Signs a customer in: the token is given out this once. The oldest sessions beyond the limit end.
 * @throws Refusal 422 if the account has ended since it was proven
 */
export async function startSession(
  context: StoreContext,
  { customer_id, account_ends }: OwnAccount,
): Promise<z.input<typeof SignedInBuyer>> {
  const { id: shop_id } = context.shop;
  const token = makeShopToken(context.random, shop_id, { prefix: BUYER_PREFIX });
  const created_at = context.clock.now();
  const expires_at = new Date(created_at.getTime() + SESSION_DAYS * 86_400_000);
  const started = await sql`
    insert into buyer_sessions (shop_id, customer_id, account_ends, token_hash, address, created_at, last_used_at, expires_at)
    select shop_id, id, account_ends, ${hashToken(token)}, ${context.address}, ${created_at}::timestamptz,
      ${created_at}::timestamptz, ${expires_at}::timestamptz
    from customers
    where shop_id = ${shop_id} and id = ${customer_id} and account_ends = ${account_ends} and registration_status = '1'
      and archived_at is null`.execute(context.db);
  if (started.numAffectedRows === 0n) throw storeErrors.refuse('wrong_sign_in');
  await context.db
    .deleteFrom('buyer_sessions')
    .where('shop_id', '=', shop_id)
    .where('id', 'in', (db) =>
      db
        .selectFrom('buyer_sessions as old')
        .select('old.id')
        .where('old.shop_id', '=', shop_id)
        .where('old.customer_id', '=', customer_id)
        .orderBy('old.created_at', 'desc')
        .orderBy('old.id', 'desc')
        .offset(storeLimits.buyer_sessions),
    )
    .execute();
  return { token, expires_at: expires_at.toISOString() };
}

/** Where the buyer is signed in, newest first. */
export async function listBuyerSessions(context: BuyerContext): Promise<z.input<typeof BuyerSession>[]> {
  const rows = await context.db
    .selectFrom('buyer_sessions')
    .select(['id', 'address', 'created_at', 'last_used_at', 'expires_at'])
    .where('shop_id', '=', context.shop.id)
    .where('customer_id', '=', context.buyer.customer_id)
    .where('expires_at', '>', context.clock.now())
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(storeLimits.buyer_sessions)
    .execute();
  return rows.map(({ created_at, last_used_at, expires_at, ...row }) => ({
    ...row,
    is_current: row.id === context.buyer.session_id,
    created_at: created_at.toISOString(),
    last_used_at: last_used_at.toISOString(),
    expires_at: expires_at.toISOString(),
  }));
}

/**
 * Ends a session of the buyer.
 * @throws Refusal 404 if the buyer has no such session
 */
export async function endBuyerSession(
  context: BuyerContext,
  { session_id }: z.output<typeof BuyerSessionIdInput>,
): Promise<object> {
  const ended = await context.db
    .deleteFrom('buyer_sessions')
    .where('shop_id', '=', context.shop.id)
    .where('customer_id', '=', context.buyer.customer_id)
    .where('id', '=', session_id)
    .returning('id')
    .executeTakeFirst();
  if (ended === undefined) throw kernelErrors.refuse('not_found');
  return {};
}

/** Ends the session that asks. */
export function signOutBuyer(context: BuyerContext): Promise<object> {
  return endBuyerSession(context, { session_id: context.buyer.session_id });
}
