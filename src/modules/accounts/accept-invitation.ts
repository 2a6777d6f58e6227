import type { z } from 'zod';
import type { PublicContext } from '../../kernel/context.ts';
import { hashCredential } from './authenticate.ts';
import { accountErrors } from './errors.ts';
import { countAttempt } from './login-attempts.ts';
import { hashPassword } from './passwords.ts';
import type { AcceptInvitationInput } from './schemas.ts';

/**
 * Whoever holds an invitation sets a password with it and can sign in. It works once. Attempts are limited
 * per address, as those to sign in are.
 */
export async function acceptInvitation(
  context: PublicContext,
  input: z.output<typeof AcceptInvitationInput>,
) {
  const invitation_hash = hashCredential(input.token);
  await countAttempt(context, `invitation ${invitation_hash.toString('base64url')}`);
  const password_hash = await hashPassword(input.password);
  const now = context.clock.now();
  // Found by its unguessable token alone: who accepts is signed in to no shop yet.
  const user = await context.platform
    .updateTable('users')
    .set({
      password_hash,
      status: 'ACTIVE',
      invitation_hash: null,
      invitation_expires_at: null,
      updated_at: now,
    })
    .where('invitation_hash', '=', invitation_hash)
    .where('invitation_expires_at', '>', now)
    .where('status', '=', 'INVITED')
    .returning(['shop_id', 'id as user_id', 'email'])
    .executeTakeFirst();
  if (user === undefined) throw accountErrors.refuseField('invitation_ended', 'token');
  return user;
}
