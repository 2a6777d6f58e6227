import type { z } from 'zod';
import type { Context } from '../../../kernel/context.ts';
import { Refusal } from '../../../kernel/errors.ts';
import { emit } from '../../../kernel/outbox.ts';
import { stockErrors } from '../errors.ts';
import { MAIN_WAREHOUSE_ID } from '../open-main-warehouse.ts';
import { checkWarehouseInput } from './check-warehouse-input.ts';
import { giveWarehouse } from './give-warehouse.ts';
import { lockWarehouse } from './lock-warehouse.ts';
import type { UpdateWarehouseInput } from './schemas.ts';

type Input = z.output<typeof UpdateWarehouseInput>;

/**
 * Updates the given fields of a warehouse; the given users replace the assigned ones. The name and users of the main
 * warehouse can change, but it stays active, at the address of the active supplier.
 */
export async function updateWarehouse(context: Context, input: Input) {
  return context.transaction(async (inner) => {
    await lockWarehouse(inner, input.id);
    await checkWarehouseInput(inner, input);
    const is_main = input.id === MAIN_WAREHOUSE_ID;
    if (is_main) await checkMain(inner, input);
    const warehouse = await inner.db
      .updateTable('warehouses')
      // With the name as it is at least, so that there is always something to set.
      .set((column) => ({
        name: input.warehouse ?? column.ref('name'),
        ...(input.supplier_id !== undefined && !is_main && { supplier_id: input.supplier_id }),
        ...(input.is_active !== undefined && { is_active: input.is_active }),
      }))
      .where('shop_id', '=', inner.shop.id)
      .where('id', '=', input.id)
      .returning(['id', 'name'])
      .executeTakeFirstOrThrow();
    if (input.user_id !== undefined) await giveWarehouse(inner, input.id, input.user_id);
    await emit(inner, 'warehouse.updated', warehouse.id);
    return warehouse;
  });
}

/** @throws Refusal 422 on each field that the main warehouse can't have so */
async function checkMain(context: Context, input: Input): Promise<void> {
  const { active_supplier_id } = await context.db
    .selectFrom('shops')
    .select('active_supplier_id')
    .where('id', '=', context.shop.id)
    .executeTakeFirstOrThrow();
  const fields = [
    ...(input.is_active === false ? ['is_active'] : []),
    ...(input.supplier_id === undefined || input.supplier_id === active_supplier_id ? [] : ['supplier_id']),
  ];
  if (fields.length > 0) throw new Refusal(fields.map((field) => stockErrors.part('main_warehouse', field)));
}
