import type { Context } from '../../../kernel/context.ts';
import { endBelief } from '../end-access.ts';

/** Ends the session of the request. */
export async function logout(context: Context) {
  return context.transaction(async (inner) => {
    await inner.db
      .deleteFrom('sessions')
      .where('shop_id', '=', inner.shop.id)
      .where('id', '=', inner.actor.credential_id)
      .execute();
    await endBelief(inner);
    return {};
  });
}
