import type { Insertable } from 'kysely';
import type { z } from 'zod';
import { VENDOR_TITLES, type CourierProblem } from '../../../integrations/courier/port.ts';
import type { Context } from '../../../kernel/context.ts';
import type { DB } from '../../../kernel/database/schema.generated.ts';
import { emit } from '../../../kernel/outbox.ts';
import { Secret } from '../../../kernel/sealed/index.ts';
import { hashToken, makeShopToken } from '../../../kernel/shop-token.ts';
import { COURIER_KEYS } from '../vendor-accounts.ts';
import { vendorErrors } from '../vendor-errors.ts';
import { connectionAnswer } from './connection-answer.ts';
import type { CourierConnectionSaved, SaveConnectionInput } from './schemas.ts';
import { testKey } from './test-key.ts';

type Input = z.output<typeof SaveConnectionInput>;

/** A key with what the vendor says of it. */
interface TestedKey extends Input {
  problem: CourierProblem | null;
}

/** What a request can carry as a key: no vendor gives others. */
const SENDABLE = /^[!-~]+$/;

/** Asks the vendor whether it takes the key, before any transaction. @throws Refusal 422 where it does not */
export async function testNewKey(context: Context, input: Input): Promise<TestedKey> {
  const vendor = context.ports.openCourierVendor(input.vendor, new Secret(input.api_key));
  const problem = SENDABLE.test(input.api_key) ? await testKey(context, vendor) : 'key_refused';
  if (problem === 'key_refused')
    throw vendorErrors.refuseField('vendor_key_refused', 'api_key', { vendor: VENDOR_TITLES[input.vendor] });
  return { ...input, problem };
}

/**
 * Connects the shop with a vendor, or gives the connection another key. The key is sealed. Where the vendor calls back,
 * it gets a new address for it, with a secret that is stored as a hash.
 */
export async function saveConnection(
  context: Context,
  { vendor, api_key, problem }: TestedKey,
): Promise<z.input<typeof CourierConnectionSaved>> {
  const now = context.clock.now();
  const { can } = context.ports.openCourierVendor(vendor, new Secret(api_key));
  const token = can.webhooks ? makeShopToken(context.random, context.shop.id) : undefined;
  const bound_to = { shop_id: context.shop.id, vendor };
  const row = {
    api_key: context.secrets.seal(COURIER_KEYS, bound_to, new Secret(api_key)),
    key_end: api_key.slice(-4),
    callback_hash: token === undefined ? null : hashToken(token),
    user_id: context.actor.user_id,
    tested_at: now,
    problem,
  };
  const created_at = await storeConnection(context, { ...bound_to, ...row, created_at: now });
  return {
    ...connectionAnswer(context, vendor, { ...row, created_at }),
    callback_url: token === undefined ? null : `${context.public_url()}/api/callback/courier/${token}`,
  };
}

/** @returns since when the shop is connected */
async function storeConnection(context: Context, row: Insertable<DB['courier_connections']>): Promise<Date> {
  const { shop_id, vendor, created_at: _now, ...changed } = row;
  return context.transaction(async (inner) => {
    const before = await inner.db
      .selectFrom('courier_connections')
      .select('vendor')
      .where('shop_id', '=', shop_id)
      .where('vendor', '=', vendor)
      .forUpdate()
      .executeTakeFirst();
    const { created_at } = await inner.db
      .insertInto('courier_connections')
      .values(row)
      .onConflict((conflict) => conflict.columns(['shop_id', 'vendor']).doUpdateSet(changed))
      .returning('created_at')
      .executeTakeFirstOrThrow();
    // Another account may have other prices.
    await inner.db
      .deleteFrom('vendor_rates')
      .where('shop_id', '=', shop_id)
      .where('vendor', '=', vendor)
      .execute();
    await emit(inner, 'courier_connection.saved', shop_id, { vendor, is_replaced: before !== undefined });
    return created_at;
  });
}
