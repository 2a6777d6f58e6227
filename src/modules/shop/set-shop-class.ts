import type { PublicContext } from '../../kernel/context.ts';

/**
 * Sets what the shop is called by its package, and the last day of that (yyyy-mm-dd; null: without end). Part of the
 * transaction that changes the package.
 */
export async function setShopClass(
  { db }: Pick<PublicContext, 'db'>,
  shop_id: number,
  level: string,
  ends_on: string | null,
): Promise<void> {
  await db
    .updateTable('shops')
    .set({ class: level, class_ends_on: ends_on })
    .where('id', '=', shop_id)
    .execute();
}
