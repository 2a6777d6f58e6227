import type { z } from 'zod';
import type { Context } from '../../../kernel/context.ts';
import { emit } from '../../../kernel/outbox.ts';
import { endBelief } from '../end-access.ts';
import { lockUser } from '../lock-users.ts';
import type { ChangeUserInput } from './schemas.ts';

/** Changes the role of a user, effective with the next request. A shop always has an owner. */
export async function changeUser(context: Context, input: z.output<typeof ChangeUserInput>) {
  return context.transaction(async (inner) => {
    const user = await lockUser(inner, input.id, input.role === 'owner');
    await inner.db
      .updateTable('users')
      .set({ role: input.role, updated_at: inner.clock.now() })
      .where('shop_id', '=', inner.shop.id)
      .where('id', '=', user.id)
      .execute();
    await emit(inner, 'user.role_changed', user.id, { from: user.role, to: input.role });
    await endBelief(inner);
    return { user_id: user.id, full_name: user.full_name, role: input.role };
  });
}
