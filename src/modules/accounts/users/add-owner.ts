import type { PublicContext } from '../../../kernel/context.ts';
import { takeEmail } from '../user-emails.ts';

/**
 * Adds the owner of a shop that is being opened.
 * Refused where the email is taken, by the directory's key. Call it in a transaction.
 * @returns the id of the user
 */
export async function addOwner(
  context: PublicContext,
  owner: { shop_id: number; email: string; full_name: string; phone: string; password_hash: string },
): Promise<number> {
  const created_at = context.clock.now();
  const { id } = await context.db
    .insertInto('users')
    .values({ ...owner, role: 'owner', status: 'ACTIVE', created_at, updated_at: created_at })
    .returning('id')
    .executeTakeFirstOrThrow();
  await takeEmail(context, { shop_id: owner.shop_id, user_id: id, email: owner.email });
  return id;
}
