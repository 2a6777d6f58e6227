import type { z } from 'zod';
import { dateTimeText } from '../../kernel/calendar.ts';
import type { Context } from '../../kernel/context.ts';
import { Refusal } from '../../kernel/errors.ts';
import { emit } from '../../kernel/outbox.ts';
import { checkWarehouses, moveStock } from '../stock/index.ts';
import { checkVariations } from './check-variations.ts';
import { inventoryErrors } from './errors.ts';
import type { CreateTransferInput, TransferRow } from './schemas.ts';
import { insertLines, warehouseNames } from './rows.ts';

/**
 * Moves goods from one warehouse to another, all lines or none, in one transaction: what leaves the one comes
 * into the other, and the origin never goes below 0, whatever orders and other transfers do meanwhile.
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
    const why = { reason: 'TRANSFER', description: input.description } as const;
    const outcome = await moveStock(
      inner,
      lines.flatMap(({ variation_id, transfer_stock }) => [
        { variation_id, warehouse_id: origin_warehouse_id, delta: -transfer_stock, ...why },
        { variation_id, warehouse_id: destination_warehouse_id, delta: transfer_stock, ...why },
      ]),
    );
    if ('short' in outcome)
      throw new Refusal(
        outcome.short.map(({ variation_id, left }) => {
          const index = lines.findIndex((line) => line.variation_id === variation_id);
          return inventoryErrors.part('transfer_short', `stock_adjustment.${index}.transfer_stock`, { left });
        }),
      );
    await emit(inner, 'stock.transferred', id);
    const names = await warehouseNames(inner, [origin_warehouse_id, destination_warehouse_id]);
    return {
      id,
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
