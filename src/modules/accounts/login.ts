import { sql } from 'kysely';
import type { z } from 'zod';
import type { PublicContext } from '../../kernel/context.ts';
import { hashCredential, SESSION_PREFIX } from './authenticate.ts';
import { checkPassword } from './check-password.ts';
import { accountErrors } from './errors.ts';
import { findKnownDevice, markDevice } from './known-devices.ts';
import type { LoginInput } from './schemas.ts';

/** How long a session lives. */
export const SESSION_DAYS = 30;

/**
 * Signs in by email and password, and makes a session.
 * Wrong passwords slow down the tries after them; a wrong password and an unknown email are answered alike,
 * after the same work.
 * @returns the token, which is shown this once and kept as a hash, and the cookie that makes the device a known one
 */
export async function login(context: PublicContext, input: z.output<typeof LoginInput>) {
  const email = input.email.toLowerCase();
  const user = await context.platform
    .selectFrom('users')
    .select(['shop_id', 'id', 'password_hash'])
    .where(sql<string>`lower(email)`, '=', email)
    .where('status', '=', 'ACTIVE')
    .executeTakeFirst();
  const person = user && { shop_id: user.shop_id, user_id: user.id };
  const known = await findKnownDevice(context, person);
  const attempt = { email, known };
  const matches = await checkPassword(context, attempt, input.password, user?.password_hash ?? undefined);
  if (person === undefined || !matches) throw accountErrors.refuse('wrong_login');
  const token = SESSION_PREFIX + context.random.bytes(32).toString('base64url');
  const created_at = context.clock.now();
  const expires_at = new Date(created_at.getTime() + SESSION_DAYS * 86_400_000);
  await context.db
    .insertInto('sessions')
    .values({
      ...person,
      token_hash: hashCredential(token),
      created_at,
      password_confirmed_at: created_at,
      expires_at,
      last_used_at: created_at,
    })
    .execute();
  const device = await markDevice(context, person);
  return { token, expires_at: expires_at.toISOString(), device };
}
