import type { z } from 'zod';
import { dateTimeText } from '../../../kernel/calendar.ts';
import type { Context } from '../../../kernel/context.ts';
import { enqueue } from '../../../kernel/jobs/enqueue.ts';
import { checkWarehouses } from '../../stock/index.ts';
import { checkVariations } from '../check-variations.ts';
import { inventoryErrors } from '../errors.ts';
import { inventoryLimits } from '../limits.ts';
import { insertLines, warehouseNames } from '../rows.ts';
import { moveLargeTransfer, moveTransfer } from './move-transfer.ts';
import type { CreateTransferInput, TransferRow } from './schemas.ts';

/**
 * Transfers stock from one warehouse to another, all lines or none, whatever concurrent orders and transfers do. Up to
 * `inventoryLimits.adjustment_lines_at_once` lines are processed immediately; more are processed by a job.
 * @throws Refusal 422 on each invalid line; then nothing is stored
 */
export async function createTransfer(
  context: Context,
  input: z.output<typeof CreateTransferInput>,
): Promise<z.input<typeof TransferRow>> {
  const { origin_warehouse_id, destination_warehouse_id, stock_adjustment: lines } = input;
  if (origin_warehouse_id === destination_warehouse_id)
    throw inventoryErrors.refuseField('same_warehouse', 'destination_warehouse_id');
  return context.transaction(async (inner) => {
    await checkWarehouses(inner, [
      { warehouse_id: origin_warehouse_id, field: 'origin_warehouse_id' },
      { warehouse_id: destination_warehouse_id, field: 'destination_warehouse_id' },
    ]);
    await checkVariations(inner, lines);
    const created_at = inner.clock.now();
    const { id } = await inner.db
      .insertInto('stock_transfers')
      .values({
        shop_id: inner.shop.id,
        origin_warehouse_id,
        destination_warehouse_id,
        description: input.description,
        variation_total: lines.length,
        created_by: inner.actor.user_id,
        created_at,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    await insertLines(inner, 'stock_transfer_lines', id, {
      variation_id: lines.map((line) => line.variation_id),
      quantity: lines.map((line) => line.transfer_stock),
    });
    const job_id = await begin(inner, id, lines.length);
    const names = await warehouseNames(inner, [origin_warehouse_id, destination_warehouse_id]);
    return {
      id,
      progress_status: job_id === null ? 'SUCCESS' : 'ON PROGRESS',
      job_id,
      description: input.description,
      origin_warehouse: { id: origin_warehouse_id, name: names.get(origin_warehouse_id) ?? '' },
      destination_warehouse: {
        id: destination_warehouse_id,
        name: names.get(destination_warehouse_id) ?? '',
      },
      created_at: dateTimeText(created_at, inner.shop.time_zone),
    };
  });
}

/** @returns the job that moves the goods; null where they are moved */
async function begin(context: Context, transfer_id: number, lines: number): Promise<number | null> {
  if (lines <= inventoryLimits.adjustment_lines_at_once) {
    await moveTransfer(context, transfer_id);
    return null;
  }
  const job_id = await enqueue(context, moveLargeTransfer, { transfer_id, lines });
  await context.db
    .updateTable('stock_transfers')
    .set({ job_id })
    .where('shop_id', '=', context.shop.id)
    .where('id', '=', transfer_id)
    .execute();
  return job_id;
}
