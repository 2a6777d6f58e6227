import type { z } from 'zod';
import type { Context } from '../../kernel/context.ts';
import { kernelErrors } from '../../kernel/errors.ts';
import { forgetCredentials } from './authenticate.ts';
import type { SessionIdInput } from './schemas.ts';

/** Ends one of the user's own sessions. */
export async function endSession(context: Context, input: z.output<typeof SessionIdInput>) {
  const ended = await context.db
    .deleteFrom('sessions')
    .where('shop_id', '=', context.shop.id)
    .where('user_id', '=', context.actor.user_id)
    .where('id', '=', input.id)
    .returning('id')
    .executeTakeFirst();
  if (ended === undefined) throw kernelErrors.refuse('not_found');
  await context.afterCommit(async () => forgetCredentials(context));
  return { id: ended.id };
}
