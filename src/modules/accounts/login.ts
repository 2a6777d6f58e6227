import { sql } from 'kysely';
import type { z } from 'zod';
import type { PublicContext } from '../../kernel/context.ts';
import { hashCredential, SESSION_PREFIX } from './authenticate.ts';
import { accountErrors } from './errors.ts';
import { clearAttempts, countAttempt } from './login-attempts.ts';
import { hashPassword, passwordMatches } from './passwords.ts';
import type { LoginInput } from './schemas.ts';

/** How long a session lives. */
export const SESSION_DAYS = 30;

/** Checked where the email is unknown, so that the answer takes as long and tells nothing. */
let decoy: Promise<string> | undefined;

/**
 * Signs in by email and password, and makes a session.
 * Attempts are limited per account and per address; a wrong password and an unknown email are answered alike.
 * @returns the token, which is shown this once and kept as a hash
 */
export async function login(context: PublicContext, input: z.output<typeof LoginInput>) {
  const email = input.email.toLowerCase();
  await countAttempt(context, email);
  const user = await context.platform
    .selectFrom('users')
    .select(['shop_id', 'id', 'password_hash'])
    .where(sql<string>`lower(email)`, '=', email)
    .where('status', '=', 'ACTIVE')
    .executeTakeFirst();
  decoy ??= hashPassword('a password that nobody has');
  const matches = await passwordMatches(user?.password_hash ?? (await decoy), input.password);
  if (user === undefined || !matches) throw accountErrors.refuse('wrong_login');
  const token = SESSION_PREFIX + context.random.bytes(32).toString('base64url');
  const created_at = context.clock.now();
  const expires_at = new Date(created_at.getTime() + SESSION_DAYS * 86_400_000);
  await context.db
    .insertInto('sessions')
    .values({
      shop_id: user.shop_id,
      user_id: user.id,
      token_hash: hashCredential(token),
      created_at,
      expires_at,
      last_used_at: created_at,
    })
    .execute();
  await clearAttempts(context, email);
  return { token, expires_at: expires_at.toISOString() };
}
