import type { z } from 'zod';
import type { Context } from '../../../kernel/context.ts';
import { enqueue } from '../../../kernel/jobs/enqueue.ts';
import { inventoryLimits } from '../limits.ts';
import { insertLines, warehouseNames } from '../rows.ts';
import type { OpnameCreated } from './schemas.ts';
import { setCounted, setNextCounted } from './set-counted.ts';

export interface Count {
  warehouse_id: number;
  description: string;
  lines: readonly { variation_id: number; warehouse_stock: number; system_stock?: number | undefined }[];
}

/**
 * Stores an opname whose warehouse and variations have been checked, in the current transaction. Up to
 * `inventoryLimits.adjustment_lines_at_once` lines are processed immediately; more are processed by a job.
 */
export async function storeOpname(context: Context, count: Count): Promise<z.input<typeof OpnameCreated>> {
  const { warehouse_id, description, lines } = count;
  const { id } = await context.db
    .insertInto('stock_opnames')
    .values({
      shop_id: context.shop.id,
      warehouse_id,
      description,
      variation_total: lines.length,
      created_by: context.actor.user_id,
      created_at: context.clock.now(),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await insertLines(context, 'stock_opname_lines', id, {
    variation_id: lines.map((line) => line.variation_id),
    counted_quantity: lines.map((line) => line.warehouse_stock),
    seen_quantity: lines.map((line) => line.system_stock ?? null),
  });
  const job_id = await begin(context, id, lines.length);
  const names = await warehouseNames(context, [warehouse_id]);
  return {
    id,
    description,
    variation_total: lines.length,
    progress_status: job_id === null ? 'SUCCESS' : 'ON PROGRESS',
    job_id,
    warehouse: { id: warehouse_id, name: names.get(warehouse_id) ?? '' },
  };
}

/** @returns the job that sets the lines; null where they are set */
async function begin(context: Context, opname_id: number, lines: number): Promise<number | null> {
  if (lines <= inventoryLimits.adjustment_lines_at_once) {
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
