import type { Context, PublicContext } from '../../kernel/context.ts';

/*
 * The directory of sign-in emails: users sign in with an email alone, so it is unique among all shops. It contains ACTIVE
 * users only: an invitation reserves no email, so nobody can prevent another from opening a shop by inviting them.
 */

/** @param email in lower case */
export function findByEmail(
  context: PublicContext,
  email: string,
): Promise<{ shop_id: number; user_id: number } | undefined> {
  return context.platform
    .selectFrom('user_emails')
    .select(['shop_id', 'user_id'])
    .where('email', '=', email)
    .executeTakeFirst();
}

/**
 * From now on the user signs in by the email. Call it in the transaction that makes the user ACTIVE.
 * @throws where it is another's: the error answer says so, and the whole transaction is undone
 */
export async function takeEmail(
  context: PublicContext,
  { email, shop_id, user_id }: { email: string; shop_id: number; user_id: number },
): Promise<void> {
  await context.platform
    .insertInto('user_emails')
    .values({ email: email.toLowerCase(), shop_id, user_id })
    .execute();
}

/** Nobody signs in by the user's email any more. Call it in the transaction that removes the user. */
export async function giveUpEmail(context: Context, user_id: number): Promise<void> {
  await context.platform
    .deleteFrom('user_emails')
    .where('shop_id', '=', context.shop.id)
    .where('user_id', '=', user_id)
    .execute();
}
