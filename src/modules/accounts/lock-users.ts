import type { Context } from '../../kernel/context.ts';
import { kernelErrors } from '../../kernel/errors.ts';
import { accountErrors } from './errors.ts';

/**
 * Looks once more whether who asks works here in the same role, and holds it until the transaction ends: a removal at
 * the same moment comes before, and is seen, or after.
 * @throws Refusal 401 where the person is gone, or has another role now
 */
export async function holdAccess(context: Context): Promise<void> {
  const { shop, actor } = context;
  const still = await context.db
    .selectFrom('users')
    .select('id')
    .where('shop_id', '=', shop.id)
    .where('id', '=', actor.user_id)
    .where('status', '=', 'ACTIVE')
    .where('role', '=', actor.role)
    .forShare()
    .executeTakeFirst();
  if (still === undefined) throw kernelErrors.refuse('unauthenticated');
}

/**
 * Locks the shop's people, so that two changes at once can't leave it without an owner, and finds one.
 * @param keeps_owner whether the change leaves this user an owner who can sign in
 * @throws Refusal 401 where who asks was removed or lost the role meanwhile, 404 where there is no such user, 422 where
 *   no owner would be left
 */
export async function lockUser(context: Context, id: number, keeps_owner: boolean) {
  const people = await context.db
    .selectFrom('users')
    .select(['id', 'role', 'status', 'full_name'])
    .where('shop_id', '=', context.shop.id)
    .where('status', '<>', 'REMOVED')
    .orderBy('id')
    .forUpdate()
    .execute();
  const { actor } = context;
  const asks = people.find((person) => person.id === actor.user_id);
  if (asks?.status !== 'ACTIVE' || asks.role !== actor.role) throw kernelErrors.refuse('unauthenticated');
  const user = people.find((person) => person.id === id);
  if (user === undefined) throw kernelErrors.refuse('not_found');
  const owners = people.filter((person) => person.role === 'owner' && person.status === 'ACTIVE');
  if (!keeps_owner && owners.length === 1 && owners[0]?.id === id) throw accountErrors.refuse('last_owner');
  return user;
}
