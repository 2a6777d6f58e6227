import type { z } from 'zod';
import type { Context } from '../../../kernel/context.ts';
import { emit, userIdOf } from '../../../kernel/outbox.ts';
import { lockMutation, needWaiting } from './lock-mutation.ts';
import { viewMutation } from './read-mutations.ts';
import type { BankMutation, IgnoreMutationInput } from './schemas.ts';

/**
 * Takes a mutation, or what is left of it, out of the queue: it is no payment. For the same reason again it stays as it is.
 * @throws Refusal 404 if the shop has no such mutation; 422 if it went out; 409 if nothing of it waits
 */
export async function ignoreMutation(
  context: Context,
  { id, reason }: z.output<typeof IgnoreMutationInput>,
): Promise<z.input<typeof BankMutation>> {
  return context.transaction(async (inner) => {
    const mutation = await lockMutation(inner, id);
    const is_done = mutation.state === 'IGNORED' && mutation.reason === reason;
    if (!is_done) {
      needWaiting(mutation);
      const { db, shop, clock } = inner;
      await db
        .updateTable('bank_mutations')
        .set({ state: 'IGNORED', reason, resolved_by: userIdOf(inner), resolved_at: clock.now() })
        .where('shop_id', '=', shop.id)
        .where('id', '=', id)
        .execute();
      const rest = mutation.amount_idr - mutation.matched_idr;
      await emit(inner, 'bank_mutation.ignored', id, { reason, rest });
    }
    return viewMutation(inner, id);
  });
}
