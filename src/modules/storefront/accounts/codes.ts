import { sql } from 'kysely';
import { timingSafeEqual } from 'node:crypto';
import { mustBeOutside, type Context } from '../../../kernel/context.ts';
import { networkOf } from '../../../kernel/http/client-address.ts';
import { hashToken } from '../../../kernel/shop-token.ts';
import { checkSecret, countUse } from '../../accounts/index.ts';
import { storeLimits } from '../limits.ts';
import type { StoreContext } from '../store-context.ts';
import { findAccount, type FoundAccount, type OwnAccount } from './find-account.ts';
import { recipientText, type Recipient } from './recipient.ts';

/** To one recipient five codes, then one in twelve minutes; from one network twenty, then one a minute. */
const TO_RECIPIENT = { free: 5, leaks_every_s: 720, shortest_s: 60, longest_s: 900 };
const FROM_NETWORK = { free: 20, leaks_every_s: 60, shortest_s: 60, longest_s: 60 };

/** Under which name wrong passwords and codes of an account are counted; no user's email has a blank in it. */
export function attemptOf({ shop }: StoreContext, recipient: Recipient): { email: string } {
  return { email: `store ${shop.id} ${recipientText(recipient)}` };
}

/**
 * Under which the codes of a name are stored. They are those of the account that it leads to, whichever of its names they were
 * requested by, so that there is one code with its tries. No email and no phone number has a blank in it.
 */
interface CodeNames {
  sent: string;
  byStaff: string;
}

const namesOf = (owner: string): CodeNames => ({ sent: owner, byStaff: `staff ${owner}` });
const namesOfAccount = ({ customer_id }: OwnAccount) => namesOf(`customer ${customer_id}`);

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
  const code = makeCode(context);
  const account = await findAccount(context, recipient);
  const { sent } = account === undefined ? namesOf(recipientText(recipient)) : namesOfAccount(account);
  await storeCode(context, sent, {
    code_hash: account === undefined ? null : hashOf(context, sent, code),
    customer_id: account?.customer_id ?? null,
    account_ends: account?.account_ends ?? null,
    minutes: storeLimits.code_minutes,
  });
  if (account === undefined) return;
  tell(context, account, code).catch((error: unknown) =>
    context.log.warn({ request_id: context.request_id, err: error }, 'a code could not be sent'),
  );
}

/**
 * Makes a code that staff pass on to the owner of an account, and ends the one that they had made before. It stands beside
 * the one that is sent: whoever has another one sent does not undo it.
 * @returns the code, which is shown only this once
 */
export async function issueCode(context: Context, account: OwnAccount): Promise<string> {
  const code = makeCode(context);
  const { byStaff } = namesOfAccount(account);
  const { customer_id, account_ends } = account;
  await storeCode(context, byStaff, {
    code_hash: hashOf(context, byStaff, code),
    customer_id,
    account_ends,
    minutes: storeLimits.issued_code_minutes,
  });
  return code;
}

function makeCode({ random }: Context): string {
  return String(random.bytes(4).readUInt32BE() % 1_000_000).padStart(6, '0');
}

interface NewCode {
  code_hash: Buffer | null;
  customer_id: number | null;
  account_ends: number | null;
  minutes: number;
}

async function storeCode(
  { db, shop, clock }: Context,
  recipient: string,
  { minutes, ...code }: NewCode,
): Promise<void> {
  const now = clock.now();
  const expires_at = new Date(now.getTime() + minutes * 60_000);
  const row = { ...code, tries: 0, created_at: now, expires_at };
  await db
    .insertInto('buyer_codes')
    .values({ shop_id: shop.id, recipient, ...row })
    .onConflict((conflict) => conflict.columns(['shop_id', 'recipient']).doUpdateSet(row))
    .execute();
}

/**
 * Checks a code by any name of its account, which counts once: of two that bring it at the same time, one gets in. Wrong ones are counted, for the
 * code and as wrong passwords are.
 * @returns whose account it opens; undefined if it is wrong, used, too old, or was tried too often
 * @throws Refusal 429 if the next try is not due yet
 */
export async function takeCode(
  context: StoreContext,
  recipient: Recipient,
  code: string,
): Promise<OwnAccount | undefined> {
  let own: OwnAccount | undefined;
  await checkSecret(context, attemptOf(context, recipient), async () => {
    own = await takeOnce(context, recipient, code);
    return own !== undefined;
  });
  return own;
}

async function takeOnce(
  context: StoreContext,
  recipient: Recipient,
  code: string,
): Promise<OwnAccount | undefined> {
  const { id: shop_id } = context.shop;
  const account = await findAccount(context, recipient);
  const { sent, byStaff } =
    account === undefined ? namesOf(recipientText(recipient)) : namesOfAccount(account);
  const { rows } = await sql<{ recipient: string; code_hash: Buffer | null }>`
    update buyer_codes set tries = tries + 1
    where shop_id = ${shop_id} and recipient in (${sent}, ${byStaff}) and expires_at > ${context.clock.now()}
      and tries < ${storeLimits.code_tries}
    returning recipient, code_hash`.execute(context.db);
  const stored = rows.find(
    ({ recipient: name, code_hash }) =>
      code_hash !== null && timingSafeEqual(hashOf(context, name, code), code_hash),
  );
  if (stored === undefined) return undefined;
  const taken = await context.db
    .deleteFrom('buyer_codes')
    .where('shop_id', '=', shop_id)
    .where('recipient', '=', stored.recipient)
    .where('code_hash', '=', stored.code_hash)
    .returning(['customer_id', 'account_ends'])
    .executeTakeFirst();
  if (taken === undefined) return undefined;
  const { customer_id, account_ends } = taken;
  return customer_id === null || account_ends === null ? undefined : { customer_id, account_ends };
}

/** @param name under which the code is stored */
function hashOf({ shop }: Context, name: string, code: string): Buffer {
  return hashToken(JSON.stringify([shop.id, name, code]));
}

async function tell(context: StoreContext, account: FoundAccount, code: string): Promise<void> {
  const { name, email, phone } = account;
  const text =
    `Halo ${name},\n\nKode untuk masuk ke ${context.store.name}: ${code}\n` +
    `Kode berlaku ${storeLimits.code_minutes} menit. Jangan berikan kepada siapa pun. Abaikan pesan ini jika Anda tidak memintanya.\n\n` +
    `Your code for ${context.store.name}: ${code}\n` +
    `It is valid for ${storeLimits.code_minutes} minutes. Give it to nobody. If you did not request it, ignore this message.`;
  const subject = `Kode masuk ${context.store.name}`;
  await context.ports.messages.send(context, { to: { email, phone }, subject, text, is_secret: true });
}
