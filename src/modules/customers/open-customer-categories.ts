import type { PublicContext } from '../../kernel/context.ts';

/** The categories of every shop; up to three more, with the codes 1 to 3, are the shop's own. */
const BUILT_IN = [
  { code: 'N', name: 'Pelanggan', wholesale_access: true },
  { code: 'Y', name: 'Reseller', wholesale_access: true },
  { code: 'D', name: 'Dropshipper', wholesale_access: true },
] as const;

export async function openCustomerCategories(context: PublicContext, shop_id: number): Promise<void> {
  await context.db
    .insertInto('customer_categories')
    .values(BUILT_IN.map((category) => ({ shop_id, ...category })))
    .execute();
}
