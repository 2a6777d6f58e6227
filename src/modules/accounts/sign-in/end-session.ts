import type { z } from 'zod';
import type { Context } from '../../../kernel/context.ts';
import { kernelErrors } from '../../../kernel/errors.ts';
import { endBelief } from '../end-access.ts';
import type { SessionIdInput } from './schemas.ts';

/** Ends a session of the current user. */
export async function endSession(context: Context, input: z.output<typeof SessionIdInput>) {
  return context.transaction(async (inner) => {
    const ended = await inner.db
      .deleteFrom('sessions')
      .where('shop_id', '=', inner.shop.id)
      .where('user_id', '=', inner.actor.user_id)
      .where('id', '=', input.id)
      .returning('id')
      .executeTakeFirst();
    if (ended === undefined) throw kernelErrors.refuse('not_found');
    await endBelief(inner);
    return { id: ended.id };
  });
}
