import type { z } from 'zod';
import type { Context } from '../../kernel/context.ts';
import { emit } from '../../kernel/outbox.ts';
import { checkWarehouses, setLevels } from '../stock/index.ts';
import { checkVariations } from './check-variations.ts';
import { insertLines, warehouseNames } from './rows.ts';
import type { CreateOpnameInput, OpnameMade } from './schemas.ts';

/**
 * Keeps a count of a warehouse: what was counted becomes what the warehouse holds, all lines or none, and each
 * line keeps what the system held at that moment. Orders that come meanwhile count before it or after it.
 */
export async function createOpname(
  context: Context,
  input: z.output<typeof CreateOpnameInput>,
): Promise<z.input<typeof OpnameMade>> {
  const { warehouse_id, stock_adjustment: lines } = input;
  return context.transaction(async (inner) => {
    await checkWarehouses(inner, [{ warehouse_id, field: 'warehouse_id' }]);
    await checkVariations(inner, lines);
    const { id } = await inner.db
      .insertInto('stock_opnames')
      .values({
        shop_id: inner.shop.id,
        warehouse_id,
        description: input.description,
        variation_total: lines.length,
        created_by: inner.actor.user_id,
        created_at: inner.clock.now(),
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    const before = await setLevels(
      inner,
      lines.map((line) => ({
        variation_id: line.variation_id,
        warehouse_id,
        quantity: line.warehouse_stock,
      })),
      { reason: 'OPNAME', description: input.description },
    );
    await insertLines(inner, 'stock_opname_lines', id, {
      variation_id: lines.map((line) => line.variation_id),
      system_quantity: before,
      counted_quantity: lines.map((line) => line.warehouse_stock),
    });
    await emit(inner, 'stock.counted', id);
    const names = await warehouseNames(inner, [warehouse_id]);
    return {
      id,
      description: input.description,
      variation_total: lines.length,
      progress_status: 'SUCCESS',
      warehouse: { id: warehouse_id, name: names.get(warehouse_id) ?? '' },
    };
  });
}
