import type { z } from 'zod';
import type { Context } from '../../../kernel/context.ts';
import { accountErrors } from '../errors.ts';
import { checkPassword } from './check-password.ts';
import type { ConfirmPasswordInput } from './schemas.ts';

/**
 * Records that the user of a session has entered the password again; for ten minutes this counts like signing in. Wrong
 * passwords are counted per session, so that attempts of strangers elsewhere do not block the user.
 * @throws Refusal 422 if the password is wrong, 429 after too many wrong ones
 */
export async function confirmPassword(context: Context, password: string): Promise<void> {
  const { shop, actor } = context;
  const user = await context.db
    .selectFrom('users')
    .select(['email', 'password_hash'])
    .where('shop_id', '=', shop.id)
    .where('id', '=', actor.user_id)
    .executeTakeFirstOrThrow();
  const attempt = { email: user.email.toLowerCase(), known: knownSession(context) };
  const matches = await checkPassword(context, attempt, password, user.password_hash ?? undefined);
  if (!matches) throw accountErrors.refuseField('wrong_current_password', 'current_password');
  await context.db
    .updateTable('sessions')
    .set({ password_confirmed_at: context.clock.now() })
    .where('shop_id', '=', shop.id)
    .where('id', '=', actor.credential_id)
    .execute();
}

/** The session as a place where the person is known. */
export function knownSession({ shop, actor }: Context): string {
  return `session:${shop.id}.${actor.credential_id}`;
}

/** The password of a session that signed in a while ago. */
export async function confirmPasswordOfSession(
  context: Context,
  input: z.output<typeof ConfirmPasswordInput>,
): Promise<void> {
  await confirmPassword(context, input.current_password);
}
