import { emit } from '../../kernel/outbox.ts';
import type { Context } from '../../kernel/context.ts';

/**
 * Changes name, subdomain and phone of the shop; also the description, where it is given (null empties it). Refused where another shop has
 * the subdomain (by the directory's key, so also when two ask for the same at once).
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
