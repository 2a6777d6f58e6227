import type { PublicContext } from '../../kernel/context.ts';

/** Every shop has warehouse 0, even if it never creates another one. */
export const MAIN_WAREHOUSE_ID = 0;

export async function openMainWarehouse(context: PublicContext, shop_id: number): Promise<void> {
  await context.db
    .insertInto('warehouses')
    .values({ shop_id, id: MAIN_WAREHOUSE_ID, name: 'Gudang Utama', created_at: context.clock.now() })
    .execute();
}
