import type { z } from 'zod';
import type { Context } from '../../../kernel/context.ts';
import { checkWarehouses } from '../../stock/index.ts';
import { checkVariations } from '../check-variations.ts';
import type { CreateOpnameInput, OpnameCreated } from './schemas.ts';
import { storeOpname } from './store-opname.ts';

/**
 * Stores a stock opname: the stock is set to the counted quantities, and each line stores the system stock at that
 * moment. Concurrent orders take effect either before or after it. Up to `inventoryLimits.adjustment_lines_at_once`
 * lines are processed immediately, all or none; more are processed by a job.
 * @throws Refusal 422 on each invalid line; then nothing is stored
 */
export async function createOpname(
  context: Context,
  input: z.output<typeof CreateOpnameInput>,
): Promise<z.input<typeof OpnameCreated>> {
  const { warehouse_id, description, stock_adjustment: lines } = input;
  return context.transaction(async (inner) => {
    await checkWarehouses(inner, [{ warehouse_id, field: 'warehouse_id' }]);
    await checkVariations(inner, lines);
    return storeOpname(inner, { warehouse_id, description, lines });
  });
}
