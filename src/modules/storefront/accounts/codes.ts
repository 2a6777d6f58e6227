import { sql } from 'kysely';
import { timingSafeEqual } from 'node:crypto';
import { mustBeOutside } from '../../../kernel/context.ts';
import { networkOf } from '../../../kernel/http/client-address.ts';
import { hashToken } from '../../../kernel/shop-token.ts';
import { checkSecret, countUse } from '../../accounts/index.ts';
import { storeLimits } from '../limits.ts';
import type { StoreContext } from '../store-context.ts';
import { findAccount, type FoundAccount } from './find-account.ts';
import { recipientText, type Recipient } from './recipient.ts';

/** To one recipient five codes, then one in twelve minutes; from one network twenty, then one a minute. */
const TO_RECIPIENT = { free: 5, leaks_every_s: 720, shortest_s: 60, longest_s: 900 };
const FROM_NETWORK = { free: 20, leaks_every_s: 60, shortest_s: 60, longest_s: 60 };

/** Under which name wrong passwords and codes of an account are counted; no user's email has a blank in it. */
export function attemptOf({ shop }: StoreContext, recipient: Recipient): { email: string } {
  return { email: `store ${shop.id} ${recipientText(recipient)}` };
}

/**
 * Sends a code to whoever has an account, and does the same work, but for the message, where nobody has. The message is not
 * waited for: how long the answer takes says nothing either.
 * @throws Refusal 429 if codes were requested too often for this recipient, or by this network
 */
export async function sendCode(context: StoreContext, recipient: Recipient): Promise<void> {
  mustBeOutside(context, 'counting codes');
  const { email: name } = attemptOf(context, recipient);
  await countUse(context, [
    { name: `code:${name}`, rule: TO_RECIPIENT },
    { name: `codes:${networkOf(context.address)}`, rule: FROM_NETWORK },
  ]);
  const code = String(context.random.bytes(4).readUInt32BE() % 1_000_000).padStart(6, '0');
  const account = await findAccount(context, recipient);
  const now = context.clock.now();
  const row = {
    code_hash: account === undefined ? null : hashOf(context, recipient, code),
    customer_id: account?.customer_id ?? null,
    tries: 0,
    created_at: now,
    expires_at: new Date(now.getTime() + storeLimits.code_minutes * 60_000),
  };
  await context.db
    .insertInto('buyer_codes')
    .values({ shop_id: context.shop.id, recipient: recipientText(recipient), ...row })
    .onConflict((conflict) => conflict.columns(['shop_id', 'recipient']).doUpdateSet(row))
    .execute();
  if (account === undefined) return;
  tell(context, account, code).catch((error: unknown) =>
    context.log.warn({ request_id: context.request_id, err: error }, 'a code could not be sent'),
  );
}

/**
 * Checks a code, which counts once: of two that bring it at the same time, one gets in. Wrong ones are counted, for the
 * code and as wrong passwords are.
 * @returns whose account it opens; undefined if it is wrong, used, too old, or was tried too often
 * @throws Refusal 429 if the next try is not due yet
 */
export async function takeCode(
  context: StoreContext,
  recipient: Recipient,
  code: string,
): Promise<number | undefined> {
  let customer_id: number | undefined;
  await checkSecret(context, attemptOf(context, recipient), async () => {
    customer_id = await takeOnce(context, recipient, code);
    return customer_id !== undefined;
  });
  return customer_id;
}

async function takeOnce(
  context: StoreContext,
  recipient: Recipient,
  code: string,
): Promise<number | undefined> {
  const { id: shop_id } = context.shop;
  const name = recipientText(recipient);
  const { rows } = await sql<{ code_hash: Buffer | null; customer_id: number | null }>`
    update buyer_codes set tries = tries + 1
    where shop_id = ${shop_id} and recipient = ${name} and expires_at > ${context.clock.now()}
      and tries < ${storeLimits.code_tries}
    returning code_hash, customer_id`.execute(context.db);
  const [stored] = rows;
  if (stored === undefined || stored.code_hash === null || stored.customer_id === null) return undefined;
  const given = hashOf(context, recipient, code);
  if (!timingSafeEqual(given, stored.code_hash)) return undefined;
  const taken = await context.db
    .deleteFrom('buyer_codes')
    .where('shop_id', '=', shop_id)
    .where('recipient', '=', name)
    .where('code_hash', '=', given)
    .returning('customer_id')
    .executeTakeFirst();
  return taken?.customer_id ?? undefined;
}

function hashOf({ shop }: StoreContext, recipient: Recipient, code: string): Buffer {
  return hashToken(JSON.stringify([shop.id, recipientText(recipient), code]));
}

async function tell(context: StoreContext, account: FoundAccount, code: string): Promise<void> {
  const { name, email, phone } = account;
  const text =
    `Halo ${name},\n\nKode untuk masuk ke ${context.store.name}: ${code}\n` +
    `Kode berlaku ${storeLimits.code_minutes} menit. Jangan berikan kepada siapa pun. Abaikan pesan ini jika Anda tidak memintanya.\n\n` +
    `Your code for ${context.store.name}: ${code}\n` +
    `It is valid for ${storeLimits.code_minutes} minutes. Give it to nobody. If you did not request it, ignore this message.`;
  const subject = `Kode masuk ${context.store.name}`;
  await context.ports.messages.send(context, { to: { email, phone }, subject, text });
}
