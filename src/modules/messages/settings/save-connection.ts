import type { z } from 'zod';
import {
  MESSAGE_VENDOR_TITLES,
  MessageError,
  type MessageProblem,
} from '../../../integrations/message/port.ts';
import { isoWithZone } from '../../../kernel/calendar.ts';
import { mustBeOutside, type Context } from '../../../kernel/context.ts';
import { kernelErrors, Refusal } from '../../../kernel/errors.ts';
import { emit } from '../../../kernel/outbox.ts';
import { Secret } from '../../../kernel/sealed/index.ts';
import { hashToken, makeShopToken } from '../../../kernel/shop-token.ts';
import { messageErrors } from '../errors.ts';
import { MESSAGE_APP_SECRETS, MESSAGE_KEYS } from '../message-account.ts';
import { writeSettings } from '../settings-row.ts';
import type {
  MessageConnectionRemoved,
  MessageConnectionSaved,
  RemoveMessageConnectionInput,
  SaveMessageConnectionInput,
} from './schemas.ts';

type Input = z.output<typeof SaveMessageConnectionInput>;

/** A key with what the vendor says of it. */
interface TestedConnection extends Input {
  problem: MessageProblem | null;
}

/** What a request can carry as a key: no vendor gives others. */
const SENDABLE = /^[!-~]+$/;

/**
 * Asks the vendor whether it takes the key, before any transaction; where it does not answer, the key is stored nevertheless.
 * @throws Refusal 422 where it does not take the key, or the address leads where only this server can go
 */
export async function testMessageConnection(context: Context, input: Input): Promise<TestedConnection> {
  const vendor = MESSAGE_VENDOR_TITLES[input.vendor];
  const needed = input.vendor === 'woowa' ? (['address'] as const) : (['sender', 'app_secret'] as const);
  const missing = needed.filter((field) => input[field] === undefined);
  if (missing.length > 0)
    throw new Refusal(
      missing.map((field) => messageErrors.part('message_connection_field', field, { vendor })),
    );
  const address = input.vendor === 'woowa' ? addressOf(input.address ?? '') : undefined;
  if (!SENDABLE.test(input.api_key))
    throw messageErrors.refuseField('message_key_refused', 'api_key', { vendor });
  const problem = await problemOf(context, { ...input, address });
  if (problem === 'key_refused')
    throw messageErrors.refuseField('message_key_refused', 'api_key', { vendor });
  if (problem === 'refused')
    throw input.vendor === 'woowa'
      ? messageErrors.refuseField('message_address', 'address')
      : messageErrors.refuseField('message_key_refused', 'sender', { vendor });
  return { ...input, address, problem };
}

/** @throws Refusal 422 where it is no address of the web */
function addressOf(text: string): string {
  const url = URL.parse(text);
  const is_plain =
    url !== null && url.username === '' && url.password === '' && url.search === '' && url.hash === '';
  if (!is_plain || !/^https?:$/.test(url.protocol))
    throw messageErrors.refuseField('message_address', 'address');
  return url.href.replace(/\/+$/, '');
}

async function problemOf(
  context: Context,
  { vendor, address, sender, api_key }: Input,
): Promise<MessageProblem | null> {
  mustBeOutside(context, 'testing a key');
  const credentials = { address: address ?? null, sender: sender ?? null, api_key: new Secret(api_key) };
  const account = context.ports.openMessageAccount(vendor, context, credentials);
  const test = () => account.test();
  try {
    await (context.elsewhere?.(test) ?? test());
    return null;
  } catch (error) {
    if (!(error instanceof MessageError)) throw error;
    const { problem, detail } = error;
    context.log.warn({ shop_id: context.shop.id, vendor, problem, detail }, 'a key was not taken');
    return problem;
  }
}

/** Connects the shop with a vendor, or gives the connection another key. Keys are sealed; WhatsApp gets a new address to call. */
export async function saveMessageConnection(
  context: Context,
  { vendor, address, sender, api_key, app_secret, problem }: TestedConnection,
): Promise<z.input<typeof MessageConnectionSaved>> {
  return context.transaction(async (inner) => {
    const { shop, secrets, clock, actor } = inner;
    const is_whatsapp = vendor === 'whatsapp';
    const token = is_whatsapp ? makeShopToken(inner.random, shop.id) : null;
    const bound_to = { shop_id: shop.id, vendor };
    const now = clock.now();
    const row = {
      address: is_whatsapp ? null : (address ?? null),
      sender: is_whatsapp ? (sender ?? null) : null,
      api_key: secrets.seal(MESSAGE_KEYS, bound_to, new Secret(api_key)),
      key_end: api_key.slice(-4),
      app_secret:
        is_whatsapp && app_secret !== undefined
          ? secrets.seal(MESSAGE_APP_SECRETS, bound_to, new Secret(app_secret))
          : null,
      callback_hash: token === null ? null : hashToken(token),
      user_id: actor.user_id,
      tested_at: now,
      problem,
    };
    const { created_at } = await inner.db
      .insertInto('message_connections')
      .values({ ...bound_to, ...row, created_at: now })
      .onConflict((conflict) => conflict.columns(['shop_id', 'vendor']).doUpdateSet(row))
      .returning('created_at')
      .executeTakeFirstOrThrow();
    // What waits is tried with the new key at once.
    await writeSettings(inner, { next_send_at: null, problem: null, failures: 0 });
    await emit(inner, 'message_connection.saved', shop.id, { vendor });
    return {
      vendor,
      name: MESSAGE_VENDOR_TITLES[vendor],
      key: `…${row.key_end}`,
      problem,
      created_at: isoWithZone(created_at, shop.time_zone),
      callback_url: token === null ? null : `${inner.public_url()}/api/hooks/message/whatsapp/${token}`,
      verify_token: token,
    };
  });
}

/**
 * Forgets the keys. What waits for this vendor waits on; messages of a shop that used it become links.
 * @throws Refusal 404 where there is no connection
 */
export async function removeMessageConnection(
  context: Context,
  { vendor }: z.output<typeof RemoveMessageConnectionInput>,
): Promise<z.input<typeof MessageConnectionRemoved>> {
  return context.transaction(async (inner) => {
    const removed = await inner.db
      .deleteFrom('message_connections')
      .where('shop_id', '=', inner.shop.id)
      .where('vendor', '=', vendor)
      .returning('vendor')
      .executeTakeFirst();
    if (removed === undefined) throw kernelErrors.refuse('not_found');
    await inner.db
      .updateTable('message_settings')
      .set({ vendor: 'link', next_send_at: null, problem: null, failures: 0 })
      .where('shop_id', '=', inner.shop.id)
      .where('vendor', '=', vendor)
      .execute();
    await emit(inner, 'message_connection.removed', inner.shop.id, { vendor });
    return { vendor };
  });
}
