import type { z } from 'zod';
import type { PublicContext } from '../../../kernel/context.ts';
import { inShop } from '../../../kernel/event-readers.ts';
import { emit } from '../../../kernel/outbox.ts';
import { hashToken, shopOfToken } from '../../../kernel/shop-token.ts';
import { accountErrors } from '../errors.ts';
import { admitAttempt, countFailure } from '../passwords/attempts.ts';
import { refuseCommonPassword } from '../passwords/common-passwords.ts';
import { hashPassword } from '../passwords/hash-password.ts';
import { passwordOwner } from '../passwords/password-owner.ts';
import { takeEmail } from '../user-emails.ts';
import type { AcceptInvitationInput } from './schemas.ts';

/**
 * Whoever holds an invitation sets a password with it and can sign in. It works once. Tokens that open nothing
 * are counted as wrong passwords are.
 */
export async function acceptInvitation(
  context: PublicContext,
  input: z.output<typeof AcceptInvitationInput>,
) {
  const invitation_hash = hashToken(input.token);
  const attempt = { email: `invitation ${invitation_hash.toString('base64url')}` };
  await admitAttempt(context, attempt);
  const shop_id = shopOfToken(input.token) ?? 0;
  const invited = await findInvited(context, shop_id, invitation_hash);
  if (invited === undefined) {
    await countFailure(context, attempt);
    throw accountErrors.refuseField('invitation_ended', 'token');
  }
  refuseCommonPassword(input.password, await passwordOwner(context.platform, invited));
  const password_hash = await hashPassword(context, input.password);
  const now = context.clock.now();
  return context.transaction(async (inner) => {
    // Found by its unguessable token: who accepts is signed in to no shop yet.
    const user = await inner.db
      .updateTable('users')
      .set({
        password_hash,
        status: 'ACTIVE',
        invitation_hash: null,
        invitation_expires_at: null,
        updated_at: now,
      })
      .where('shop_id', '=', shop_id)
      .where('invitation_hash', '=', invitation_hash)
      .where('invitation_expires_at', '>', now)
      .where('status', '=', 'INVITED')
      .returning(['shop_id', 'id as user_id', 'email'])
      .executeTakeFirst();
    if (user === undefined) throw accountErrors.refuseField('invitation_ended', 'token');
    await takeEmail(inner, user);
    // Nothing of the event depends on the time zone.
    const joined = inShop(inner, { id: shop_id, time_zone: 'Asia/Jakarta' }, user.user_id);
    await emit(joined, 'user.accepted', user.user_id);
    return user;
  });
}

/** Looked up before the slow hashing: a token is too long to be guessed, so the duration reveals nothing. */
function findInvited(context: PublicContext, shop_id: number, invitation_hash: Buffer) {
  return context.db
    .selectFrom('users')
    .select(['shop_id', 'id as user_id'])
    .where('shop_id', '=', shop_id)
    .where('invitation_hash', '=', invitation_hash)
    .where('invitation_expires_at', '>', context.clock.now())
    .where('status', '=', 'INVITED')
    .executeTakeFirst();
}
