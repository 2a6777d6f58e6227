import type { z } from 'zod';
import type { PublicContext } from '../../kernel/context.ts';
import { openCustomerCategories } from '../customers/index.ts';
import { openOrderCounter } from '../orders/index.ts';
import { openShop } from '../shop/index.ts';
import { openMainWarehouse } from '../stock/index.ts';
import { refuseCommonPassword } from './common-passwords.ts';
import { hashPassword } from './passwords.ts';
import type { RegisterInput } from './schemas.ts';

/**
 * Opens a shop with its owner and all it needs to take the first order: a supplier at its own address,
 * warehouse 0, the built-in customer categories and the order counter.
 * Refused where the subdomain or the email is taken (by the database's unique indexes, so also when two
 * people ask for the same at once).
 */
export async function registerShop(context: PublicContext, input: z.output<typeof RegisterInput>) {
  refuseCommonPassword(input.password, {
    email: input.email,
    full_name: input.full_name,
    phone: input.phone_number,
    shop_name: input.shop_name,
    subdomain: input.subdomain,
  });
  const password_hash = await hashPassword(context, input.password);
  return context.transaction(async (inner) => {
    const created_at = inner.clock.now();
    const shop_id = await openShop(inner, {
      name: input.shop_name,
      subdomain: input.subdomain,
      phone: input.phone_number,
    });
    const user = await inner.db
      .insertInto('users')
      .values({
        shop_id,
        email: input.email,
        full_name: input.full_name,
        phone: input.phone_number,
        password_hash,
        role: 'owner',
        status: 'ACTIVE',
        created_at,
        updated_at: created_at,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    await openMainWarehouse(inner, shop_id);
    await openCustomerCategories(inner, shop_id);
    await openOrderCounter(inner, shop_id);
    return { shop_id, user_id: user.id };
  });
}
