import type { Context } from '../../../kernel/context.ts';
import { kernelErrors } from '../../../kernel/errors.ts';

/** The customer who owes something, or not. @throws Refusal 404 where the shop has no such customer */
export async function findDebtor({ db, shop }: Context, customer_id: number) {
  const customer = await db
    .selectFrom('customers')
    .select(['id as customer_id', 'name', 'phone', 'address'])
    .where('shop_id', '=', shop.id)
    .where('id', '=', customer_id)
    .executeTakeFirst();
  if (customer === undefined) throw kernelErrors.refuse('not_found');
  return customer;
}
