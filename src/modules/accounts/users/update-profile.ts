import type { z } from 'zod';
import type { Context } from '../../../kernel/context.ts';
import { kernelErrors } from '../../../kernel/errors.ts';
import { emit } from '../../../kernel/outbox.ts';
import { endSessions } from '../end-access.ts';
import { accountErrors } from '../errors.ts';
import { refuseCommonPassword } from '../passwords/common-passwords.ts';
import { confirmPassword, knownSession } from '../passwords/confirm-password.ts';
import { hashPassword } from '../passwords/hash-password.ts';
import { passwordOwner } from '../passwords/password-owner.ts';
import type { UpdateProfileInput } from './schemas.ts';

type ProfileInput = z.output<typeof UpdateProfileInput>;

/** As it is stored: a new password as its hash. */
interface Profile {
  full_name: string;
  phone: string;
  password_hash: string | undefined;
}

/**
 * Checks a new password and does the slow work on it, which must not happen in a transaction.
 * @throws Refusal 403 if an API key would set a password; 422 without the correct current password, or if the new one
 *   is easy to guess
 */
export async function prepareProfile(context: Context, input: ProfileInput): Promise<Profile> {
  const { full_name, phone_number: phone, password, current_password } = input;
  if (password === undefined) return { full_name, phone, password_hash: undefined };
  const { shop, actor } = context;
  if (actor.kind !== 'session') throw kernelErrors.refuse('session_needed');
  if (current_password === undefined)
    throw accountErrors.refuseField('current_password_required', 'current_password');
  await confirmPassword(context, current_password);
  const owner = await passwordOwner(context.platform, { shop_id: shop.id, user_id: actor.user_id });
  refuseCommonPassword(password, { ...owner, full_name, phone });
  return { full_name, phone, password_hash: await hashPassword(context, password, knownSession(context)) };
}

/**
 * Changes the name, the phone number and, if given, the password of the current user. A new password ends all other
 * sessions of the user.
 */
export async function updateProfile(context: Context, profile: Profile) {
  const { actor } = context;
  const { full_name, phone, password_hash } = profile;
  return context.transaction(async (inner) => {
    await inner.db
      .updateTable('users')
      .set({
        full_name,
        phone,
        ...(password_hash !== undefined && { password_hash }),
        updated_at: inner.clock.now(),
      })
      .where('shop_id', '=', inner.shop.id)
      .where('id', '=', actor.user_id)
      .execute();
    if (password_hash !== undefined)
      await endSessions(inner, actor.user_id, actor.kind === 'session' ? actor.credential_id : undefined);
    await emit(inner, 'user.updated', actor.user_id, { password_changed: password_hash !== undefined });
    return { full_name, phone_number: phone };
  });
}
