import type { z } from 'zod';
import type { Context } from '../../kernel/context.ts';
import { checkWarehouses } from '../stock/index.ts';
import { checkVariations } from './check-variations.ts';
import type { CreateOpnameInput, OpnameMade } from './schemas.ts';
import { keepOpname } from './store-opname.ts';

/**
 * Keeps a count of a warehouse: what was counted becomes what the warehouse holds, and each line keeps what
 * the system held at that moment. Orders that come meanwhile count before it or after it. Up to
 * `inventoryLimits.adjustment_lines_at_once` lines are set at once, all or none; more are set by a job.
 * @throws Refusal 422 on each line at fault; then nothing is kept
 */
export async function createOpname(
  context: Context,
  input: z.output<typeof CreateOpnameInput>,
): Promise<z.input<typeof OpnameMade>> {
  const { warehouse_id, description, stock_adjustment: lines } = input;
  return context.transaction(async (inner) => {
    await checkWarehouses(inner, [{ warehouse_id, field: 'warehouse_id' }]);
    await checkVariations(inner, lines);
    return keepOpname(inner, { warehouse_id, description, lines });
  });
}
