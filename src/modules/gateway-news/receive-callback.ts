import type { GatewayAccount, GatewayNews } from '../../integrations/gateway/port.ts';
import type { PublicContext } from '../../kernel/context.ts';
import type { SignedRequest, VerifiedCallback } from '../../kernel/http/callback-route.ts';
import { hashToken, shopOfToken } from '../../kernel/shop-token.ts';
import { openConnection } from '../payments/index.ts';
import { NEWS_READERS, type StoredNews } from './news-job.ts';
import { keepCallback } from './unknown-callbacks.ts';

/** Who calls: the account, and the shop whose own it is. */
interface Caller {
  account: GatewayAccount;
  shop_id: number | undefined;
}

/**
 * A gateway is known by the token that it shares with its account, compared in constant time. Of whose charge it speaks
 * our own key says; a shop's own account speaks of its own alone.
 * @returns undefined for what the gateway did not send, or what nothing here is known of
 */
export async function verifyGatewayCallback(
  context: PublicContext,
  request: SignedRequest,
): Promise<VerifiedCallback<StoredNews> | undefined> {
  const caller = await callerOf(context, request);
  if (caller === undefined || !caller.account.verifies(request.headers)) return undefined;
  const news = caller.account.readCallback(request.body);
  if (news === undefined || news === 'unimportant') return undefined;
  const found = await readerOf(context, caller, news);
  const user_id = found && (await ownerOf(context, found.shop_id));
  if (found === undefined || user_id === undefined) return undefined;
  const { shop_id, reader, id } = found;
  const { kind, amount_idr, event_id } = news;
  const payment_id = news.kind === 'charge_paid' ? news.payment_id : null;
  const happened_at = news.happened_at.toISOString();
  return {
    shop_id,
    user_id,
    connection_id: id,
    // Numbers of different readers may be equal.
    event_id: `${reader} ${event_id}`,
    input: { reader, id, kind, payment_id, amount_idr, happened_at },
  };
}

/**
 * Keeps, for the operator, what a gateway told and nothing here is known of.
 * @returns false for what the gateway did not send
 */
export async function keepUnknown(context: PublicContext, request: SignedRequest): Promise<boolean> {
  const caller = await callerOf(context, request);
  if (caller === undefined || !caller.account.verifies(request.headers)) return false;
  if (caller.account.readCallback(request.body) === 'unimportant') return true;
  await keepCallback(context, caller.shop_id, request.body);
  return true;
}

/** The platform's account has one address; that of a shop has a secret in it, which is stored as a hash. */
async function callerOf(context: PublicContext, { params }: SignedRequest): Promise<Caller | undefined> {
  const token = params['connection'];
  if (token === undefined) {
    const { platform } = context.ports.gateways;
    return platform && { account: platform, shop_id: undefined };
  }
  const shop_id = shopOfToken(token);
  if (shop_id === undefined) return undefined;
  const row = await context.db
    .selectFrom('gateway_connections')
    .select(['api_key', 'callback_token'])
    .where('shop_id', '=', shop_id)
    .where('callback_hash', '=', hashToken(token))
    .executeTakeFirst();
  return row && { account: openConnection(context, shop_id, row), shop_id };
}

async function readerOf(context: PublicContext, caller: Caller, { key, kind }: GatewayNews) {
  const shop_id = shopOfToken(key);
  if (shop_id === undefined || (caller.shop_id !== undefined && caller.shop_id !== shop_id)) return undefined;
  const owner = caller.shop_id === undefined ? 'PLATFORM' : 'SHOP';
  for (const reader of NEWS_READERS) {
    const id = await reader.find(context, { shop_id, key, kind, owner });
    if (id !== undefined) return { shop_id, reader: reader.name, id };
  }
  return undefined;
}

/** In whose name news of the shop is worked. */
async function ownerOf({ db }: PublicContext, shop_id: number): Promise<number | undefined> {
  const owner = await db
    .selectFrom('users')
    .select('id')
    .where('shop_id', '=', shop_id)
    .where('status', '=', 'ACTIVE')
    .where('role', '=', 'owner')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst();
  return owner?.id;
}
