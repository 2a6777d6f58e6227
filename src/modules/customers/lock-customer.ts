import type { Context } from '../../kernel/context.ts';
import { kernelErrors } from '../../kernel/errors.ts';

/** Locks a customer for a change. @throws Refusal 404 where the shop has no such customer, or it was deleted */
export async function lockCustomer(context: Context, id: number) {
  const found = await context.db
    .selectFrom('customers')
    .selectAll()
    .where('shop_id', '=', context.shop.id)
    .where('id', '=', id)
    .where('archived_at', 'is', null)
    .forUpdate()
    .executeTakeFirst();
  if (found === undefined) throw kernelErrors.refuse('not_found');
  return found;
}
