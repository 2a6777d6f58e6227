import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { z } from 'zod';
import type { GatewayAccount, GatewayNews } from '../../../integrations/gateway/port.ts';
import type { PublicContext } from '../../../kernel/context.ts';
import type { SignedRequest, VerifiedCallback } from '../../../kernel/http/callback-route.ts';
import { defineJob } from '../../../kernel/jobs/job.ts';
import { hashToken, shopOfToken } from '../../../kernel/shop-token.ts';
import { openConnection } from '../../payments/index.ts';
import { receivePayments } from './receive-payment.ts';

const ChargeNews = z.object({
  charge_id: z.int(),
  /** null: it expired. */
  payment_id: z.string().nullable(),
  amount_idr: z.int(),
  happened_at: z.iso.datetime(),
});
type Input = z.output<typeof ChargeNews>;

/** Records what a callback tells of a charge. Run again, it finds it recorded. */
export const chargeNewsJob = defineJob({
  name: 'gateway-charge-news',
  input: ChargeNews,
  async run(context, { charge_id, payment_id, amount_idr, happened_at }) {
    const charge = await context.db
      .selectFrom('gateway_charges')
      .select(['id', 'payment_id', 'owner'])
      .where('shop_id', '=', context.shop.id)
      .where('id', '=', charge_id)
      .executeTakeFirst();
    if (charge === undefined) return { known: false };
    if (payment_id === null) {
      // What ended is read once more: it may have been paid in its last moment.
      await context.db
        .updateTable('gateway_charges')
        .set({ next_try_at: context.clock.now() })
        .where('shop_id', '=', context.shop.id)
        .where('id', '=', charge_id)
        .where('state', '=', 'OPEN')
        .execute();
      return { known: true };
    }
    const paid_at = new Date(happened_at);
    const outcomes = await receivePayments(context, charge, [{ payment_id, amount_idr, paid_at }]);
    return { outcomes };
  },
});

/** Who calls: the account, and the shop whose own it is. */
interface Caller {
  account: GatewayAccount;
  shop_id: number | undefined;
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

/**
 * A gateway is known by the token that it shares with its account, compared in constant time. Of whose charge it speaks
 * our own key says; a shop's own account speaks of its own alone.
 * @returns undefined for what the gateway did not send, or what is none of a charge that is known here
 */
export async function verifyGatewayCallback(
  context: PublicContext,
  request: SignedRequest,
): Promise<VerifiedCallback<Input> | undefined> {
  const caller = await callerOf(context, request);
  if (caller === undefined || !caller.account.verifies(request.headers)) return undefined;
  const news = caller.account.readCallback(request.body);
  if (news === undefined || news === 'unimportant') return undefined;
  if (news.kind !== 'charge_paid' && news.kind !== 'charge_expired') return undefined;
  const found = await chargeOf(context, caller, news.key);
  if (found === undefined) return undefined;
  return { ...found, event_id: news.event_id, input: inputOf(found.connection_id, news) };
}

function inputOf(
  charge_id: number,
  news: Extract<GatewayNews, { kind: 'charge_paid' | 'charge_expired' }>,
): Input {
  const payment_id = news.kind === 'charge_paid' ? news.payment_id : null;
  return { charge_id, payment_id, amount_idr: news.amount_idr, happened_at: news.happened_at.toISOString() };
}

/** With an owner of the shop, in whose name its news is worked. */
async function chargeOf({ db }: PublicContext, caller: Caller, key: string) {
  const shop_id = shopOfToken(key);
  if (shop_id === undefined || (caller.shop_id !== undefined && caller.shop_id !== shop_id)) return undefined;
  const row = await db
    .selectFrom('gateway_charges as c')
    .innerJoin('users', (join) =>
      join.on('users.shop_id', '=', shop_id).on('users.status', '=', 'ACTIVE').on('users.role', '=', 'owner'),
    )
    .select(['c.id as connection_id', 'users.id as user_id'])
    .where('c.shop_id', '=', shop_id)
    .where('c.key', '=', key)
    .where('c.owner', '=', caller.shop_id === undefined ? 'PLATFORM' : 'SHOP')
    .orderBy('users.id')
    .limit(1)
    .executeTakeFirst();
  return row && { ...row, shop_id };
}

/** A callback is as long, at most, as it is kept. */
const KEPT_CHARACTERS = 10_000;

/**
 * Keeps, for the operator, what a gateway told and nothing here is known of.
 * @returns false for what the gateway did not send
 */
export async function keepUnknown(context: PublicContext, request: SignedRequest): Promise<boolean> {
  const caller = await callerOf(context, request);
  if (caller === undefined || !caller.account.verifies(request.headers)) return false;
  if (caller.account.readCallback(request.body) === 'unimportant') return true;
  const now = context.clock.now();
  // As text that the database can store.
  const body = request.body.toString('utf8').replaceAll('\0', '\u{FFFD}').slice(0, KEPT_CHARACTERS);
  await context.platform
    .insertInto('unknown_callbacks')
    .values({
      account: caller.shop_id === undefined ? 'platform' : `shop ${caller.shop_id}`,
      body,
      body_hash: createHash('sha256').update(request.body).digest(),
      received_at: now,
      last_received_at: now,
    })
    .onConflict((conflict) =>
      conflict
        .column('body_hash')
        .doUpdateSet({ times: sql`unknown_callbacks.times + 1`, last_received_at: now }),
    )
    .execute();
  return true;
}
