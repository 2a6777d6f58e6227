import { sql } from 'kysely';
import type { z } from 'zod';
import { checkPassword, hashPassword, refuseCommonPassword } from '../../accounts/index.ts';
import { storeErrors } from '../errors.ts';
import { storeLimits } from '../limits.ts';
import type { StoreContext } from '../store-context.ts';
import { attemptOf, sendCode, takeCode } from './codes.ts';
import { findAccount, type OwnAccount } from './find-account.ts';
import { recipientOf, recipientText, type Recipient } from './recipient.ts';
import type { CodeSent, RequestCodeInput, SetPasswordInput, SignedInBuyer, SignInInput } from './schemas.ts';
import { startSession } from './sessions.ts';

/** Sends a code to the owner of an account, and answers the same where there is none. */
export async function requestCode(
  context: StoreContext,
  { account }: z.output<typeof RequestCodeInput>,
): Promise<z.input<typeof CodeSent>> {
  await sendCode(context, recipientOf(account));
  return { valid_minutes: storeLimits.code_minutes };
}

/**
 * Signs a buyer in by password or by a code. A wrong one, an account that there is not, and one that is blocked are
 * answered alike, after the same work.
 * @throws Refusal 422 where it is wrong, 429 after too many wrong ones
 */
export async function signIn(
  context: StoreContext,
  { account: name, password, code }: z.output<typeof SignInInput>,
): Promise<z.input<typeof SignedInBuyer>> {
  if ((password === undefined) === (code === undefined))
    throw storeErrors.refuseField('sign_in_by_one', 'password');
  const recipient = recipientOf(name);
  const own =
    code === undefined
      ? await byPassword(context, recipient, password ?? '')
      : await takeCode(context, recipient, code);
  if (own === undefined) throw storeErrors.refuse('wrong_sign_in');
  return startSession(context, own);
}

async function byPassword(
  context: StoreContext,
  recipient: Recipient,
  password: string,
): Promise<OwnAccount | undefined> {
  const account = await findAccount(context, recipient);
  const matches = await checkPassword(
    context,
    attemptOf(context, recipient),
    password,
    account?.password_hash ?? undefined,
  );
  return matches ? account : undefined;
}

/**
 * Sets the password of an account by a code, and signs in: all other sessions end.
 * @throws Refusal 422 if the code is wrong, or the password is one that is guessed first; 429 after too many wrong codes
 */
export async function setPassword(
  context: StoreContext,
  { account: name, code, password }: z.output<typeof SetPasswordInput>,
): Promise<z.input<typeof SignedInBuyer>> {
  const recipient = recipientOf(name);
  const { name: shop_name, subdomain } = context.store;
  const text = recipientText(recipient);
  refuseCommonPassword(password, { email: text, phone: text, full_name: '', shop_name, subdomain });
  const own = await takeCode(context, recipient, code);
  if (own === undefined) throw storeErrors.refuse('wrong_sign_in');
  const password_hash = await hashPassword(context, password);
  return context.transaction(async (inner) => {
    const { id: shop_id } = inner.shop;
    const { customer_id, account_ends } = own;
    await sql`
      insert into buyer_passwords (shop_id, customer_id, account_removals, password_hash, changed_at)
      select shop_id, id, account_removals, ${password_hash}, ${inner.clock.now()}::timestamptz
      from customers where shop_id = ${shop_id} and id = ${customer_id} and account_ends = ${account_ends}
      on conflict (shop_id, customer_id) do update set account_removals = excluded.account_removals,
        password_hash = excluded.password_hash, changed_at = excluded.changed_at`.execute(inner.db);
    await inner.db
      .deleteFrom('buyer_sessions')
      .where('shop_id', '=', shop_id)
      .where('customer_id', '=', customer_id)
      .execute();
    return startSession(inner, own);
  });
}
