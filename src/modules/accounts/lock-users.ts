import type { Context } from '../../kernel/context.ts';
import { kernelErrors } from '../../kernel/errors.ts';
import { accountErrors } from './errors.ts';

/**
 * Locks the shop's people, so that two changes at once can't leave it without an owner, and finds one.
 * @param keeps_owner whether the change leaves this user an owner who can sign in
 * @throws Refusal 404 where there is no such user, 422 where no owner would be left
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
  const user = people.find((person) => person.id === id);
  if (user === undefined) throw kernelErrors.refuse('not_found');
  const owners = people.filter((person) => person.role === 'owner' && person.status === 'ACTIVE');
  if (!keeps_owner && owners.length === 1 && owners[0]?.id === id) throw accountErrors.refuse('last_owner');
  return user;
}
