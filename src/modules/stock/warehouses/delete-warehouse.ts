import { sql } from 'kysely';
import type { z } from 'zod';
import type { Context } from '../../../kernel/context.ts';
import { emit } from '../../../kernel/outbox.ts';
import { stockErrors } from '../errors.ts';
import { MAIN_WAREHOUSE_ID } from '../open-main-warehouse.ts';
import { getWarehouse } from './get-warehouse.ts';
import { lockWarehouse } from './lock-warehouse.ts';
import type { WarehouseIdInput } from './schemas.ts';

/**
 * Deletes an empty warehouse: it is archived, no longer appears in lists and cannot be selected, while orders, ledger
 * and stock opnames still show its name. Its name becomes free. Stock that is arriving at that moment either arrives
 * before, and the deletion is refused, or does not arrive.
 * @throws Refusal 422 for the main warehouse, and for one that still holds stock
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
