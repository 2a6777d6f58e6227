import type { z } from 'zod';
import type { Context } from '../../../kernel/context.ts';
import { emit } from '../../../kernel/outbox.ts';
import { endSessions, revokeKeysOf } from '../end-access.ts';
import { lockUser } from '../lock-users.ts';
import { giveUpEmail } from '../user-emails.ts';
import type { UserIdInput } from './schemas.ts';

/**
 * Removes a person from the shop: the sessions and the API keys of this person end at once, what the person
 * did stays. The email can be invited again. A shop always has an owner.
 */
export async function removeUser(context: Context, input: z.output<typeof UserIdInput>) {
  return context.transaction(async (inner) => {
    const user = await lockUser(inner, input.id, false);
    await inner.db
      .updateTable('users')
      .set({
        status: 'REMOVED',
        invitation_hash: null,
        invitation_expires_at: null,
        updated_at: inner.clock.now(),
      })
      .where('shop_id', '=', inner.shop.id)
      .where('id', '=', user.id)
      .execute();
    await giveUpEmail(inner, user.id);
    await endSessions(inner, user.id);
    await revokeKeysOf(inner, user.id);
    await emit(inner, 'user.removed', user.id);
    return { user_id: user.id, full_name: user.full_name };
  });
}
