import type { Context } from '../../kernel/context.ts';
import { kernelErrors } from '../../kernel/errors.ts';

/**
 * Lets one change of what the user has saved happen after the other, and none after the user was removed.
 * @throws Refusal 401 where the user was removed
 */
export async function lockUserRow({ db, shop, actor }: Context): Promise<void> {
  const found = await db
    .selectFrom('users')
    .select('id')
    .where('shop_id', '=', shop.id)
    .where('id', '=', actor.user_id)
    .where('status', '=', 'ACTIVE')
    .forNoKeyUpdate()
    .executeTakeFirst();
  if (found === undefined) throw kernelErrors.refuse('unauthenticated');
}
