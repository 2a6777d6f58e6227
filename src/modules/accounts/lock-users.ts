import type { Context } from '../../kernel/context.ts';
import { kernelErrors } from '../../kernel/errors.ts';
import { userRole } from '../../kernel/permissions.ts';
import { accountErrors } from './errors.ts';

/**
 * Checks again that the actor still belongs to the shop in the same role, and locks that until the transaction ends: a
 * concurrent removal happens either before, and is seen, or after.
 * @throws Refusal 401 if the user was removed, or has another role now
 */
export async function holdAccess(context: Context): Promise<void> {
  const { shop, actor } = context;
  const still = await context.db
    .selectFrom('users')
    .select('id')
    .where('shop_id', '=', shop.id)
    .where('id', '=', actor.user_id)
    .where('status', '=', 'ACTIVE')
    .where('role', '=', userRole(actor))
    .forShare()
    .executeTakeFirst();
  if (still === undefined) throw kernelErrors.refuse('unauthenticated');
}

/**
 * Locks the users of the shop, so that two concurrent changes cannot leave it without an owner, and returns one of
 * them.
 * @param remains_owner whether this user is still an owner who can sign in after the change
 * @throws Refusal 401 if the actor was removed or lost the role meanwhile, 404 if there is no such user, 422 if no
 *   owner would be left
 */
export async function lockUser(context: Context, id: number, remains_owner: boolean) {
  const people = await context.db
    .selectFrom('users')
    .select(['id', 'role', 'status', 'full_name'])
    .where('shop_id', '=', context.shop.id)
    .where('status', '<>', 'REMOVED')
    .orderBy('id')
    .forUpdate()
    .execute();
  const { actor } = context;
  const acting = people.find((person) => person.id === actor.user_id);
  if (acting?.status !== 'ACTIVE' || acting.role !== actor.role) throw kernelErrors.refuse('unauthenticated');
  const user = people.find((person) => person.id === id);
  if (user === undefined) throw kernelErrors.refuse('not_found');
  const owners = people.filter((person) => person.role === 'owner' && person.status === 'ACTIVE');
  if (!remains_owner && owners.length === 1 && owners[0]?.id === id) throw accountErrors.refuse('last_owner');
  return user;
}
