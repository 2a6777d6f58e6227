import type { z } from 'zod';
import type { Context } from '../../kernel/context.ts';
import { enqueue } from '../../kernel/jobs/enqueue.ts';
import { limits } from '../../kernel/limits.ts';
import { checkWarehouses } from '../stock/index.ts';
import { checkVariations } from './check-variations.ts';
import { insertLines, warehouseNames } from './rows.ts';
import type { CreateOpnameInput, OpnameMade } from './schemas.ts';
import { setCounted, setNextCounted } from './set-counted.ts';

/**
 * Keeps a count of a warehouse: what was counted becomes what the warehouse holds, and each line keeps what
 * the system held at that moment. Orders that come meanwhile count before it or after it. Up to
 * `limits.adjustment_lines_at_once` lines are set at once, all or none; more are set by a job.
 * @throws Refusal 422 on each line at fault; then nothing is kept
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
    await insertLines(inner, 'stock_opname_lines', id, {
      variation_id: lines.map((line) => line.variation_id),
      counted_quantity: lines.map((line) => line.warehouse_stock),
    });
    const job_id = await begin(inner, id, lines.length);
    const names = await warehouseNames(inner, [warehouse_id]);
    return {
      id,
      description: input.description,
      variation_total: lines.length,
      progress_status: job_id === null ? 'SUCCESS' : 'ON PROGRESS',
      job_id,
      warehouse: { id: warehouse_id, name: names.get(warehouse_id) ?? '' },
    };
  });
}

/** @returns the job that sets the lines; null where they are set */
async function begin(context: Context, opname_id: number, lines: number): Promise<number | null> {
  if (lines <= limits.adjustment_lines_at_once) {
    await setNextCounted(context, opname_id);
    return null;
  }
  const job_id = await enqueue(context, setCounted, { opname_id });
  await context.db
    .updateTable('stock_opnames')
    .set({ job_id })
    .where('shop_id', '=', context.shop.id)
    .where('id', '=', opname_id)
    .execute();
  return job_id;
}
