import { z } from 'zod';
import type { Context } from '../../../kernel/context.ts';
import { Refusal } from '../../../kernel/errors.ts';
import { defineJob } from '../../../kernel/jobs/job.ts';
import { emit } from '../../../kernel/outbox.ts';
import { checkWarehouses, moveStock } from '../../stock/index.ts';
import { inventoryErrors } from '../errors.ts';

/**
 * Moves the stock of a transfer, all lines or none, in the current transaction: what leaves one warehouse arrives in
 * the other, and the origin never goes below 0. Does nothing if it has already been moved.
 * @throws Refusal 422 if a warehouse no longer exists, and on each line for which the origin has too little stock
 */
export async function moveTransfer(context: Context, transfer_id: number): Promise<number> {
  const transfer = await context.db
    .selectFrom('stock_transfers')
    .select([
      'origin_warehouse_id',
      'destination_warehouse_id',
      'description',
      'variation_total',
      'finished_at',
    ])
    .where('shop_id', '=', context.shop.id)
    .where('id', '=', transfer_id)
    .forUpdate()
    .executeTakeFirstOrThrow();
  if (transfer.finished_at !== null) return transfer.variation_total;
  const { origin_warehouse_id, destination_warehouse_id, description } = transfer;
  await checkWarehouses(context, [
    { warehouse_id: origin_warehouse_id, field: 'origin_warehouse_id' },
    { warehouse_id: destination_warehouse_id, field: 'destination_warehouse_id' },
  ]);
  const lines = await context.db
    .selectFrom('stock_transfer_lines')
    .select(['variation_id', 'quantity'])
    .where('shop_id', '=', context.shop.id)
    .where('transfer_id', '=', transfer_id)
    .orderBy('id')
    .execute();
  const why = { reason: 'TRANSFER', description } as const;
  const outcome = await moveStock(
    context,
    lines.flatMap(({ variation_id, quantity }) => [
      { variation_id, warehouse_id: origin_warehouse_id, delta: -quantity, ...why },
      { variation_id, warehouse_id: destination_warehouse_id, delta: quantity, ...why },
    ]),
  );
  if ('short' in outcome)
    throw new Refusal(
      outcome.short.map(({ variation_id, left }) => {
        const index = lines.findIndex((line) => line.variation_id === variation_id);
        return inventoryErrors.part('transfer_short', `stock_adjustment.${index}.transfer_stock`, { left });
      }),
    );
  await context.db
    .updateTable('stock_transfers')
    .set({ finished_at: context.clock.now() })
    .where('shop_id', '=', context.shop.id)
    .where('id', '=', transfer_id)
    .execute();
  await emit(context, 'stock.transferred', transfer_id);
  return lines.length;
}

/** Moves a large transfer, in one transaction: half of it is no transfer. */
export const moveLargeTransfer = defineJob({
  name: 'move-transfer',
  is_told: true,
  input: z.object({ transfer_id: z.int(), lines: z.int() }),
  async run(context, { transfer_id, lines }, run) {
    await run.progress(0, lines);
    const moved = await context.transaction((inner) => moveTransfer(inner, transfer_id));
    await run.progress(moved, lines);
    return { transfer_id, lines: moved };
  },
});
