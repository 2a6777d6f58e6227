import type { z } from 'zod';
import type { Context } from '../../../kernel/context.ts';
import { updateShop } from '../../shop/index.ts';
import type { UpdateShopAccountInput } from './schemas.ts';

/**
 * Changes the name, subdomain, phone number and description of the shop, and the name of the account: of the signed-in
 * user, or of the user who created the API key.
 */
export async function updateShopAccount(context: Context, input: z.output<typeof UpdateShopAccountInput>) {
  return context.transaction(async (inner) => {
    await inner.db
      .updateTable('users')
      .set({ full_name: input.name, updated_at: inner.clock.now() })
      .where('shop_id', '=', inner.shop.id)
      .where('id', '=', inner.actor.user_id)
      .execute();
    return updateShop(inner, {
      name: input.shop_name,
      subdomain: input.subdomain,
      phone: input.phone,
      description: input.description,
    });
  });
}
