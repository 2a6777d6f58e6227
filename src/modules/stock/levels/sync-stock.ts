import type { z } from 'zod';
import type { Context } from '../../../kernel/context.ts';
import { emit } from '../../../kernel/outbox.ts';
import { checkWarehouses } from '../check-warehouses.ts';
import { stockErrors } from '../errors.ts';
import { lockLevels, setLevels } from '../lock-levels.ts';
import { MAIN_WAREHOUSE_ID } from '../open-main-warehouse.ts';
import { findCountedVariation } from './find-counted-variation.ts';
import type { StockSynced, SyncStockInput } from './schemas.ts';

/**
 * Sets the total stock of a variation in all warehouses that the user sees, as counted elsewhere. The difference is
 * booked on the main warehouse; the stock of other warehouses does not change. Concurrent orders take effect before or
 * after it, never in between.
 */
export async function syncStock(
  context: Context,
  input: z.output<typeof SyncStockInput>,
): Promise<z.input<typeof StockSynced>> {
  return context.transaction(async (inner) => {
    const variation = await findCountedVariation(inner, input.variation_id);
    await checkWarehouses(inner, [{ warehouse_id: MAIN_WAREHOUSE_ID, field: 'variation_id' }]);
    const levels = await lockLevels(inner, [variation.id]);
    const elsewhere = levels
      .filter((level) => level.warehouse_id !== MAIN_WAREHOUSE_ID && level.is_seen)
      .reduce((total, level) => total + level.quantity, 0);
    if (input.amount < elsewhere) throw stockErrors.refuseField('sync_below_others', 'amount', { elsewhere });
    const target = {
      variation_id: variation.id,
      warehouse_id: MAIN_WAREHOUSE_ID,
      quantity: input.amount - elsewhere,
    };
    await setLevels(inner, [target], { reason: 'SYNC', description: `Stock synced to ${input.amount}` });
    await emit(inner, 'stock.changed', variation.id);
    return {
      variation_id: String(variation.id),
      amount: String(input.amount),
      request_id: inner.request_id,
    };
  });
}
