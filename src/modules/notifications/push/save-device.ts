import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { z } from 'zod';
import type { PushAddress } from '../../../integrations/push/port.ts';
import type { Context } from '../../../kernel/context.ts';
import { kernelErrors, Refusal } from '../../../kernel/errors.ts';
import { Secret } from '../../../kernel/sealed/index.ts';
import { notificationLimits } from '../limits.ts';
import { DEVICE_ADDRESSES } from './push-secrets.ts';
import type { DeviceSaved, SaveSubscriptionInput, SaveTokenInput, SubscriptionSaved } from './schemas.ts';
import { serverIdentity } from './server-identity.ts';

const UNNAMED = 'Perangkat';

/** Has notifications pushed to an app, until the session or key that it signed in with ends. */
export async function saveDeviceToken(
  context: Context,
  { token, device = UNNAMED }: z.output<typeof SaveTokenInput>,
): Promise<z.input<typeof DeviceSaved>> {
  await saveDevice(context, { kind: 'FCM', token }, device);
  return { token, device, user_id: context.actor.user_id };
}

/** The same for a browser. @throws Refusal 422 for what is no subscription */
export async function saveSubscription(
  context: Context,
  { endpoint, keys, device = UNNAMED }: z.output<typeof SaveSubscriptionInput>,
): Promise<z.input<typeof SubscriptionSaved>> {
  const address = { kind: 'WEB', endpoint, ...keys } as const;
  if (!context.ports.pushes.isAddress(address))
    throw new Refusal([{ code: 'push_address', field: 'endpoint' }]);
  await saveDevice(context, address, device);
  return { endpoint, device, user_id: context.actor.user_id };
}

export async function removeDeviceToken(context: Context, { token }: { token: string }): Promise<object> {
  return removeDevice(context, token);
}

export async function removeSubscription(
  context: Context,
  { endpoint }: { endpoint: string },
): Promise<object> {
  return removeDevice(context, endpoint);
}

/** What a browser needs to subscribe. */
export async function getPushKey(context: Context): Promise<{ public_key: string; has_fcm: boolean }> {
  const { pushes } = context.ports;
  return { public_key: pushes.publicKey(await serverIdentity(context)), has_fcm: pushes.has_fcm };
}

/** One row for a device in a shop: whoever signs in on it last has it. The devices used longest ago make room. */
async function saveDevice(context: Context, address: PushAddress, device: string): Promise<void> {
  const { shop, actor, secrets, clock, language } = context;
  const address_hash = hashOf(address.kind === 'WEB' ? address.endpoint : address.token);
  const sealed = secrets.seal(
    DEVICE_ADDRESSES,
    { shop_id: shop.id, address_hash },
    new Secret(JSON.stringify(address)),
  );
  const columns = {
    user_id: actor.user_id,
    actor_kind: actor.kind === 'api_key' ? ('api_key' as const) : ('session' as const),
    credential_id: actor.credential_id,
    device,
    language,
    address: sealed,
    used_at: clock.now(),
  };
  await context.transaction(async ({ db }) => {
    await db
      .insertInto('push_devices')
      .values({ shop_id: shop.id, address_hash, kind: address.kind, created_at: clock.now(), ...columns })
      .onConflict((conflict) => conflict.columns(['shop_id', 'address_hash']).doUpdateSet(columns))
      .execute();
    await sql`delete from push_devices where shop_id = ${shop.id} and user_id = ${actor.user_id} and id in (
      select d.id from push_devices as d where d.shop_id = ${shop.id} and d.user_id = ${actor.user_id}
      order by d.used_at desc, d.id desc offset ${sql.lit(notificationLimits.push_devices)})`.execute(db);
  });
}

/** @throws Refusal 404 if the user has no such device */
async function removeDevice({ db, shop, actor }: Context, address: string): Promise<object> {
  const removed = await db
    .deleteFrom('push_devices')
    .where('shop_id', '=', shop.id)
    .where('user_id', '=', actor.user_id)
    .where('address_hash', '=', hashOf(address))
    .returning('id')
    .executeTakeFirst();
  if (removed === undefined) throw kernelErrors.refuse('not_found');
  return {};
}

function hashOf(address: string): string {
  return createHash('sha256').update(address).digest('base64url');
}
