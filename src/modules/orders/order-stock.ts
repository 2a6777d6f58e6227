import { sql } from 'kysely';
import type { Context } from '../../kernel/context.ts';
import { Refusal } from '../../kernel/errors.ts';
import { MAIN_WAREHOUSE_ID, moveStock, type StockMovement } from '../stock/index.ts';
import type { MovedStock } from './order-history.ts';
import { orderErrors } from './errors.ts';

/** Where goods of a line are: in its warehouse `w`, or in the main one, where that was deleted since. */
export const placeOfLine = sql<number>`case when w.archived_at is null then w.id else ${sql.lit(MAIN_WAREHOUSE_ID)} end`;

/**
 * Locks the warehouses of an order's lines until the transaction ends: stock must not return to one that is deleted at
 * that moment, where no order could use it.
 */
export async function holdWarehouses(context: Context, order_id: number): Promise<void> {
  await context.db
    .selectFrom('warehouses')
    .select('id')
    .where('shop_id', '=', context.shop.id)
    .where('id', 'in', (lines) =>
      lines
        .selectFrom('order_lines')
        .select('warehouse_id')
        .where('shop_id', '=', context.shop.id)
        .where('order_id', '=', order_id),
    )
    .orderBy('id')
    .forKeyShare()
    .execute();
}

/**
 * The stock that the lines of an order hold, by variation and warehouse; in the main warehouse if theirs was deleted
 * since. Units that a return has accounted for are held no more. None of these warehouses is deleted until the
 * transaction ends.
 */
export async function stockOfOrder(
  context: Context,
  order_id: number,
): Promise<{ variation_id: number; warehouse_id: number; quantity: number }[]> {
  await holdWarehouses(context, order_id);
  return context.db
    .selectFrom('order_lines as l')
    .innerJoin('orders as o', (join) =>
      join
        .on('o.shop_id', '=', context.shop.id)
        .onRef('o.id', '=', 'l.order_id')
        .on('o.product_status', '=', 'S'),
    )
    .innerJoin('warehouses as w', (join) =>
      join.on('w.shop_id', '=', context.shop.id).onRef('w.id', '=', 'l.warehouse_id'),
    )
    .select([
      'l.variation_id',
      placeOfLine.as('warehouse_id'),
      sql<number>`sum(l.quantity - l.returned_quantity)::bigint`.as('quantity'),
    ])
    .where('l.shop_id', '=', context.shop.id)
    .where('l.order_id', '=', order_id)
    .whereRef('l.returned_quantity', '<', 'l.quantity')
    .groupBy([sql`1`, sql`2`])
    .execute();
}

/** Why stock moves for an order: the reason of the ledger, and what the stock history says of it. */
const MOVES = {
  'ORDER CANCEL': { reason: 'ORDER CANCEL', text: (number) => `Order PO#${number} canceled` },
  'ORDER REJECT': { reason: 'ORDER CANCEL', text: (number) => `Order PO#${number} rejected` },
  'ORDER EXPIRE': { reason: 'ORDER CANCEL', text: (number) => `Order PO#${number} expired` },
  'ORDER EDIT': { reason: 'ORDER EDIT', text: (number) => `Order PO#${number} edited` },
  'ORDER RETURN': { reason: 'ORDER RETURN', text: (number) => `Return PO#${number}` },
  ORDER: { reason: 'ORDER', text: (number) => `Order PO#${number} reactivated` },
} as const satisfies Record<string, { reason: StockMovement['reason']; text: (po_number: number) => string }>;

export type StockMove = keyof typeof MOVES;

/** What a warehouse has left of a variation of which too little is in stock. */
export interface ShortStock {
  variation_id: number;
  warehouse_id: number;
  left: number;
}

/**
 * Moves stock for an order.
 * @returns what was short; then nothing was moved
 */
export async function moveOrderStock(
  context: Context,
  order: { id: number; po_number: number },
  move: StockMove,
  moved: readonly MovedStock[],
): Promise<readonly ShortStock[]> {
  const outcome = await moveStock(
    context,
    moved.map((movement) => ({
      ...movement,
      reason: MOVES[move].reason,
      order_id: order.id,
      description: MOVES[move].text(order.po_number),
    })),
  );
  return 'short' in outcome ? outcome.short : [];
}

/** One refusal that names each line whose warehouse has too little stock, with what is left there. */
export function shortage(
  lines: readonly { variation_id: number; warehouse_id: number; title: string }[],
  short: readonly ShortStock[],
): Refusal {
  return new Refusal(
    lines.flatMap(({ variation_id, warehouse_id, title }, index) => {
      const level = short.find(
        (entry) => entry.variation_id === variation_id && entry.warehouse_id === warehouse_id,
      );
      if (level === undefined) return [];
      return [orderErrors.part('stock_short', `products.${index}.qty`, { left: level.left, name: title })];
    }),
  );
}
