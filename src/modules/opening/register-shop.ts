import type { z } from 'zod';
import type { PublicContext } from '../../kernel/context.ts';
import type { Module } from '../../kernel/module.ts';
import { addOwner, hashPassword, refuseCommonPassword } from '../accounts/index.ts';
import { openShop } from '../shop/index.ts';
import type { RegisterInput } from './schemas.ts';

/**
 * Opens a shop with its owner and all it needs to take the first order: a supplier at its own address, and what each
 * module makes for a new shop, as warehouse 0, the built-in customer categories and the order counter.
 * Refused where the subdomain or the email is taken (by the database's unique indexes, so also when two
 * people ask for the same at once).
 * @param modules those that may have something to make
 */
export async function registerShop(
  context: PublicContext,
  input: z.output<typeof RegisterInput>,
  modules: readonly Module[],
) {
  refuseCommonPassword(input.password, {
    email: input.email,
    full_name: input.full_name,
    phone: input.phone_number,
    shop_name: input.shop_name,
    subdomain: input.subdomain,
  });
  const password_hash = await hashPassword(context, input.password);
  return context.transaction(async (inner) => {
    const shop_id = await openShop(inner, {
      name: input.shop_name,
      subdomain: input.subdomain,
      phone: input.phone_number,
    });
    const user_id = await addOwner(inner, {
      shop_id,
      email: input.email,
      full_name: input.full_name,
      phone: input.phone_number,
      password_hash,
    });
    for (const module of modules) await module.openShop?.(inner, shop_id);
    return { shop_id, user_id };
  });
}
