import type { z } from 'zod';
import type { PublicContext } from '../../../kernel/context.ts';
import { hashToken, makeShopToken } from '../../../kernel/shop-token.ts';
import { SESSION_PREFIX } from '../authenticate.ts';
import { accountErrors } from '../errors.ts';
import { checkPassword } from '../passwords/check-password.ts';
import { findByEmail } from '../user-emails.ts';
import { findKnownDevice, markDevice } from './known-devices.ts';
import type { LoginInput } from './schemas.ts';

/** How long a session lives. */
export const SESSION_DAYS = 30;

/**
 * Signs in by email and password and creates a session. Wrong passwords delay further attempts. The responses to a wrong
 * password and to an unknown email are the same, after the same work.
 * @returns the token, which is shown only this once (its hash is stored), and the cookie of a known device
 */
export async function login(context: PublicContext, input: z.output<typeof LoginInput>) {
  const email = input.email.toLowerCase();
  const at = await findByEmail(context, email);
  // Also looked up if there is no such user, so that the duration reveals nothing.
  const user = await context.platform
    .selectFrom('users')
    .select(['shop_id', 'id', 'password_hash'])
    .where('shop_id', '=', at?.shop_id ?? 0)
    .where('id', '=', at?.user_id ?? 0)
    .where('status', '=', 'ACTIVE')
    .executeTakeFirst();
  const person = user && { shop_id: user.shop_id, user_id: user.id };
  const known = await findKnownDevice(context, person);
  const attempt = { email, known };
  const matches = await checkPassword(context, attempt, input.password, user?.password_hash ?? undefined);
  if (person === undefined || !matches) throw accountErrors.refuse('wrong_login');
  const token = makeShopToken(context.random, person.shop_id, { prefix: SESSION_PREFIX });
  const created_at = context.clock.now();
  const expires_at = new Date(created_at.getTime() + SESSION_DAYS * 86_400_000);
  await context.db
    .insertInto('sessions')
    .values({
      ...person,
      token_hash: hashToken(token),
      created_at,
      password_confirmed_at: created_at,
      expires_at,
      last_used_at: created_at,
    })
    .execute();
  const device = await markDevice(context, person);
  return { token, expires_at: expires_at.toISOString(), device };
}
