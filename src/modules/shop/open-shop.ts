import type { PublicContext } from '../../kernel/context.ts';

/**
 * Makes the row of a new shop and the supplier at its own address, which parcels leave from.
 * @returns the id of the shop
 */
export async function openShop(
  context: PublicContext,
  shop: { name: string; subdomain: string; phone: string },
): Promise<number> {
  const created_at = context.clock.now();
  const { id } = await context.db
    .insertInto('shops')
    .values({ ...shop, created_at })
    .returning('id')
    .executeTakeFirstOrThrow();
  await context.platform
    .insertInto('shop_subdomains')
    .values({ subdomain: shop.subdomain, shop_id: id })
    .execute();
  const supplier = await context.db
    .insertInto('suppliers')
    .values({ shop_id: id, name: shop.name, address: '', phone: shop.phone, created_at })
    .returning('id')
    .executeTakeFirstOrThrow();
  await context.db
    .updateTable('shops')
    .set({ active_supplier_id: supplier.id })
    .where('id', '=', id)
    .execute();
  return id;
}
