import type { Context } from '../../kernel/context.ts';
import { forgetCredentials } from './authenticate.ts';

/** Ends the session that asks. */
export async function logout(context: Context) {
  await context.db
    .deleteFrom('sessions')
    .where('shop_id', '=', context.shop.id)
    .where('id', '=', context.actor.credential_id)
    .execute();
  await context.afterCommit(async () => forgetCredentials(context));
  return {};
}
