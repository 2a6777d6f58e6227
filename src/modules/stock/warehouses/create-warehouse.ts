import type { z } from 'zod';
import type { Context } from '../../../kernel/context.ts';
import { emit } from '../../../kernel/outbox.ts';
import { holdToLimit } from '../../../kernel/shop-limit.ts';
import { holdToPackage } from '../../packages/index.ts';
import { stockLimits } from '../limits.ts';
import { checkWarehouseInput } from './check-warehouse-input.ts';
import { giveWarehouse } from './give-warehouse.ts';
import type { CreateWarehouseInput } from './schemas.ts';

/**
 * Adds a warehouse at the address of a supplier and assigns it to users. Refused if the shop has one with this name,
 * ignoring letter case; the name of a deleted one can be used again.
 */
export async function createWarehouse(context: Context, input: z.output<typeof CreateWarehouseInput>) {
  return context.transaction(async (inner) => {
    await checkWarehouseInput(inner, input);
    const having = inner.db
      .selectFrom('warehouses')
      .where('shop_id', '=', inner.shop.id)
      .where('archived_at', 'is', null);
    await holdToLimit(inner, stockLimits.warehouses, having);
    await holdToPackage(inner, 'warehouses', having);
    const warehouse = await inner.db
      .insertInto('warehouses')
      .values({
        shop_id: inner.shop.id,
        name: input.warehouse,
        supplier_id: input.supplier_id,
        is_active: input.is_active,
        created_at: inner.clock.now(),
      })
      .returning(['id', 'name'])
      .executeTakeFirstOrThrow();
    await giveWarehouse(inner, warehouse.id, input.user_id);
    await emit(inner, 'warehouse.created', warehouse.id);
    return warehouse;
  });
}
