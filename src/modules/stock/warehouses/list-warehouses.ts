import type { z } from 'zod';
import type { Context } from '../../../kernel/context.ts';
import { namedStatement } from '../../../kernel/database/named-statement.ts';
import { stockLimits } from '../limits.ts';
import { MAIN_WAREHOUSE_ID } from '../open-main-warehouse.ts';
import { restrictedUser } from '../warehouse-access.ts';
import type { ListWarehousesInput } from './schemas.ts';
import { presentWarehouse, warehousesSql, type WarehouseRow } from './warehouse-rows.ts';

const findWarehouses = namedStatement<
  WarehouseRow,
  { shop_id: number; user_id: number | null; with_main_warehouse: boolean }
>(
  'find_warehouses',
  (at) =>
    `${warehousesSql(at)} and (${at.with_main_warehouse} or w.id <> ${MAIN_WAREHOUSE_ID}) order by w.id limit ${stockLimits.warehouses}`,
);

/**
 * The warehouses of the shop. Warehouse 0 has the address of the active supplier. Users with the role `warehouse` see
 * only those assigned to them.
 */
export async function listWarehouses(context: Context, input: z.output<typeof ListWarehousesInput>) {
  const rows = await findWarehouses.run(context.db, {
    shop_id: context.shop.id,
    user_id: restrictedUser(context),
    with_main_warehouse: input.with_main_warehouse,
  });
  return rows.map(presentWarehouse);
}
