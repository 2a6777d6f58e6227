import { emit } from '../../kernel/outbox.ts';
import type { Context } from '../../kernel/context.ts';

/**
 * Changes name, subdomain and phone number of the shop, and the description if given (null clears it). Refused if another
 * shop has the subdomain (by the key of the directory, so also for concurrent requests).
 */
export async function updateShop(
  context: Context,
  changes: { name: string; subdomain: string; phone: string; description: string | null | undefined },
): Promise<{ shop_id: number }> {
  return context.transaction(async (inner) => {
    await inner.platform
      .updateTable('shop_subdomains')
      .set({ subdomain: changes.subdomain })
      .where('shop_id', '=', inner.shop.id)
      .execute();
    await inner.db
      .updateTable('shops')
      .set({
        name: changes.name,
        subdomain: changes.subdomain,
        phone: changes.phone,
        ...(changes.description !== undefined && { description: changes.description ?? '' }),
      })
      .where('id', '=', inner.shop.id)
      .execute();
    await emit(inner, 'shop.updated', inner.shop.id);
    return { shop_id: inner.shop.id };
  });
}
