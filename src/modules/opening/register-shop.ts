import type { z } from 'zod';
import type { PublicContext } from '../../kernel/context.ts';
import type { Module } from '../../kernel/module.ts';
import { addOwner, hashPassword, refuseCommonPassword } from '../accounts/index.ts';
import { openShop } from '../shop/index.ts';
import type { RegisterInput } from './schemas.ts';

/**
 * Registers a shop with its owner and everything it needs for the first order: a supplier at its own address, and what
 * each module creates for a new shop, such as warehouse 0, the built-in customer categories and the order counter.
 * Refused if the subdomain or the email is taken (by unique indexes of the database, so also for concurrent requests).
 * @param modules those that may have something to create
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
