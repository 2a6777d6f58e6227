import type { z } from 'zod';
import type { Context } from '../../kernel/context.ts';
import { emit } from '../../kernel/outbox.ts';
import { endSessions } from './end-access.ts';
import { hashPassword } from './passwords.ts';
import type { UpdateProfileInput } from './schemas.ts';

/**
 * Changes the name, phone and, where one is sent, the password of the user at hand. A new password ends the
 * user's sessions but the one that sets it.
 */
export async function updateProfile(context: Context, input: z.output<typeof UpdateProfileInput>) {
  const { actor } = context;
  const password_hash = input.password === undefined ? undefined : await hashPassword(input.password);
  return context.transaction(async (inner) => {
    await inner.db
      .updateTable('users')
      .set({
        full_name: input.full_name,
        phone: input.phone_number,
        ...(password_hash !== undefined && { password_hash }),
        updated_at: inner.clock.now(),
      })
      .where('shop_id', '=', inner.shop.id)
      .where('id', '=', actor.user_id)
      .execute();
    if (password_hash !== undefined)
      await endSessions(inner, actor.user_id, actor.kind === 'session' ? actor.credential_id : undefined);
    await emit(inner, 'user.updated', actor.user_id, { password_changed: password_hash !== undefined });
    return { full_name: input.full_name, phone_number: input.phone_number };
  });
}
