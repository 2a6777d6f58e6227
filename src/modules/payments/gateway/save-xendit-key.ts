import type { Insertable } from 'kysely';
import type { z } from 'zod';
import {
  GatewayError,
  type GatewayChannel,
  type GatewayProblem,
} from '../../../integrations/gateway/port.ts';
import type { Context } from '../../../kernel/context.ts';
import type { DB } from '../../../kernel/database/schema.generated.ts';
import { emit } from '../../../kernel/outbox.ts';
import { Secret } from '../../../kernel/sealed/index.ts';
import { hashToken, makeShopToken } from '../../../kernel/shop-token.ts';
import { gatewayErrors, presentGatewayProblem } from './errors.ts';
import { gatewayAccountsOf } from './gateway-account.ts';
import { GATEWAY_KEYS, GATEWAY_TOKENS, waitForGateway } from './open-gateway.ts';
import type { SaveXenditKeyInput, XenditKeySaved } from './schemas.ts';

type Input = z.output<typeof SaveXenditKeyInput>;

/** What is to be saved, with what the vendor says of a new key. */
interface TestedKey extends Input {
  problem: GatewayProblem | null;
  /** null: it could not be asked. */
  channels: GatewayChannel[] | null;
}

/**
 * Asks the vendor whether it takes a new key, and what the account can use, before any transaction.
 * @throws Refusal 422 where it does not take it
 */
export async function testXenditKey(context: Context, input: Input): Promise<TestedKey> {
  if (input.xendit_key === undefined) return { ...input, problem: null, channels: null };
  const account = context.ports.gateways.open('xendit', { key: new Secret(input.xendit_key) });
  try {
    const channels = await waitForGateway(context, async () => {
      await account.testKey();
      return account.channels();
    });
    return { ...input, problem: null, channels };
  } catch (error) {
    if (!(error instanceof GatewayError)) throw error;
    const { problem, detail } = error;
    context.log.warn({ shop_id: context.shop.id, problem, detail }, 'a key of the gateway was not taken');
    if (problem === 'key_refused') throw gatewayErrors.refuseField('gateway_key_refused', 'xendit_key');
    return { ...input, problem, channels: null };
  }
}

/**
 * Connects the shop with its own account at Xendit, or changes the connection: key, verification token, whether it is
 * used. Key and token are sealed. A new connection, or whoever wants it, gets an address for callbacks with a secret, which
 * is stored as a hash. The accounts that payments of its channels are recorded on are there then.
 * @throws Refusal 422 on `xendit_key` where the shop has none and sends none
 */
export async function saveXenditKey(
  context: Context,
  input: TestedKey,
): Promise<z.input<typeof XenditKeySaved>> {
  const token = makeShopToken(context.random, context.shop.id);
  const { row, is_new_address } = await context.transaction(async (inner) => {
    const before = await lockConnection(inner);
    if (before === undefined && input.xendit_key === undefined)
      throw gatewayErrors.refuseField('gateway_key_missing', 'xendit_key');
    const wants_address = before === undefined || input.new_callback_url === true;
    const after = {
      ...(before ?? { is_active: true, callback_token: null }),
      ...keyColumns(inner, input),
      ...(input.is_active !== undefined && { is_active: input.is_active }),
      ...(input.callback_token !== undefined && { callback_token: sealToken(inner, input.callback_token) }),
      ...(wants_address && { callback_hash: hashToken(token) }),
      user_id: inner.actor.user_id,
    } as Omit<Insertable<DB['gateway_connections']>, 'shop_id' | 'vendor'>;
    await inner.db
      .insertInto('gateway_connections')
      .values({ ...after, shop_id: inner.shop.id, vendor: 'xendit' })
      .onConflict((conflict) => conflict.columns(['shop_id', 'vendor']).doUpdateSet(after))
      .execute();
    if (input.channels !== null) await gatewayAccountsOf(inner, input.channels);
    await emit(inner, 'gateway_connection.saved', inner.shop.id, {
      is_active: after.is_active ?? true,
      is_new_key: input.xendit_key !== undefined,
      is_new_token: input.callback_token !== undefined,
    });
    return { row: after, is_new_address: wants_address };
  });
  return {
    xendit_key: maskedKey(row),
    is_xendit_active: row.is_active ?? true,
    has_callback_token: row.callback_token !== null,
    problem: presentGatewayProblem(context.language, row.problem ?? null),
    callback_url: is_new_address ? `${context.public_url()}/api/hooks/gateway/${token}` : null,
  };
}

/** Two that save at once come one after the other, also where there is no connection yet. */
async function lockConnection({ db, shop }: Context) {
  await db.selectFrom('shops').select('id').where('id', '=', shop.id).forNoKeyUpdate().execute();
  return db
    .selectFrom('gateway_connections')
    .select([
      'is_active',
      'api_key',
      'key_start',
      'key_end',
      'callback_token',
      'callback_hash',
      'channels',
      'created_at',
      'tested_at',
      'problem',
    ])
    .where('shop_id', '=', shop.id)
    .where('vendor', '=', 'xendit')
    .forUpdate()
    .executeTakeFirst();
}

/** Of a new key; nothing where there is none. */
function keyColumns({ secrets, shop, clock }: Context, { xendit_key, problem, channels }: TestedKey) {
  if (xendit_key === undefined) return {};
  const row = { shop_id: shop.id, vendor: 'xendit' };
  const now = clock.now();
  return {
    api_key: secrets.seal(GATEWAY_KEYS, row, new Secret(xendit_key)),
    // What says of which kind it is, and nothing of the secret.
    key_start: /^xnd_[a-z]+_/.exec(xendit_key)?.[0] ?? '',
    key_end: xendit_key.slice(-4),
    is_active: true,
    channels,
    problem,
    created_at: now,
    tested_at: now,
  };
}

function sealToken({ secrets, shop }: Context, token: string): Buffer {
  return secrets.seal(GATEWAY_TOKENS, { shop_id: shop.id, vendor: 'xendit' }, new Secret(token));
}

/** A key as it is shown: a sealed secret is never answered in clear. */
export function maskedKey({ key_start, key_end }: { key_start: string; key_end: string }): string {
  return `${key_start}…${key_end}`;
}
