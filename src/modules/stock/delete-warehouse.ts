import { sql } from 'kysely';
import type { z } from 'zod';
import type { Context } from '../../kernel/context.ts';
import { emit } from '../../kernel/outbox.ts';
import { stockErrors } from './errors.ts';
import { getWarehouse } from './get-warehouse.ts';
import { lockWarehouse } from './lock-warehouse.ts';
import { MAIN_WAREHOUSE_ID } from './open-main-warehouse.ts';
import type { WarehouseIdInput } from './warehouse-schemas.ts';

/**
 * Deletes a warehouse that holds nothing: it is archived, gone from lists and from every choice of a warehouse,
 * while orders, ledger and counts still name it. Its name is free again. What is on the way into it when it
 * is deleted comes in before, and then it is refused, or does not come in.
 * @throws Refusal 422 for the main warehouse, and for one that still holds goods
 */
export async function deleteWarehouse(context: Context, input: z.output<typeof WarehouseIdInput>) {
  if (input.id === MAIN_WAREHOUSE_ID) throw stockErrors.refuseField('main_warehouse', 'id');
  return context.transaction(async (inner) => {
    await lockWarehouse(inner, input.id);
    const { left } = await inner.db
      .selectFrom('stock_levels')
      .select(sql<number>`coalesce(sum(quantity), 0)::bigint`.as('left'))
      .where('shop_id', '=', inner.shop.id)
      .where('warehouse_id', '=', input.id)
      .executeTakeFirstOrThrow();
    if (left > 0) throw stockErrors.refuseField('warehouse_not_empty', 'id', { left });
    const warehouse = await getWarehouse(inner, input);
    await inner.db
      .updateTable('warehouses')
      .set({ archived_at: inner.clock.now() })
      .where('shop_id', '=', inner.shop.id)
      .where('id', '=', input.id)
      .execute();
    await emit(inner, 'warehouse.deleted', input.id);
    return warehouse;
  });
}
