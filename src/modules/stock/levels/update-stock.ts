import { sql } from 'kysely';
import type { z } from 'zod';
import type { Context } from '../../../kernel/context.ts';
import { Refusal } from '../../../kernel/errors.ts';
import { emit } from '../../../kernel/outbox.ts';
import { checkWarehouses } from '../check-warehouses.ts';
import { stockErrors } from '../errors.ts';
import { holdLevels } from '../lock-levels.ts';
import { moveStock, type ShortLevel } from '../move-stock.ts';
import { MAIN_WAREHOUSE_ID } from '../open-main-warehouse.ts';
import { visibleWarehouse } from '../warehouse-access.ts';
import { findCountedVariation } from './find-counted-variation.ts';
import type { StockUpdated, UpdateStockInput } from './schemas.ts';

type Input = z.output<typeof UpdateStockInput>;
type Entry = Input['stock'][number];

/**
 * Adds to or takes from the stock of a variation in one or more warehouses, all or nothing; where an entry says what the stock is
 * expected to be, only if it is that. With `move_warehouse_stock`
 * it is a transfer: added stock is taken from the entries that subtract, or from the main warehouse if there are none,
 * and both sides must be equal. No warehouse goes below 0.
 */
export async function updateStock(context: Context, input: Input): Promise<z.input<typeof StockUpdated>> {
  return context.transaction(async (inner) => {
    const variation = await findCountedVariation(inner, input.variation_id);
    const entries = input.move_warehouse_stock ? asTransfer(input.stock) : input.stock;
    await checkWarehouses(
      inner,
      // What will be written, so also the source that nobody named.
      entries.map((entry) => ({ warehouse_id: entry.warehouse_id, field: fieldOf(input.stock, entry) })),
    );
    await refuseChanged(inner, variation, entries, input.stock);
    const outcome = await moveStock(
      inner,
      entries.map(({ warehouse_id, amount, status }) => ({
        variation_id: variation.id,
        warehouse_id,
        delta: status === 'ADD' ? amount : -amount,
        reason: input.move_warehouse_stock ? 'TRANSFER' : 'ADJUSTMENT',
        description: input.description,
      })),
    );
    if ('short' in outcome) throw shortage(input.stock, outcome.short, variation.name);
    await emit(inner, 'stock.changed', variation.id);
    return {
      // As the reference writes it: in microseconds, of which a clock here knows the first three digits.
      date: inner.clock.now().toISOString().replace('Z', '000Z'),
      variation_id: variation.id,
      stock: entries.map(({ amount, status, warehouse_id }) => ({
        amount,
        status: status === 'ADD' ? 'add' : 'sub',
        warehouse_id,
      })),
      shop_id: inner.shop.id,
      description: input.description,
      total_stock: await totalStock(inner, variation.id),
    };
  });
}

/** @throws Refusal 409 on each entry of a level that is not as expected; it is held until the change is stored */
async function refuseChanged(
  context: Context,
  { id: variation_id, name }: { id: number; name: string },
  entries: readonly Entry[],
  given: readonly Entry[],
): Promise<void> {
  const known = entries.filter(({ expected }) => expected !== undefined);
  const held = await holdLevels(
    context,
    known.map(({ warehouse_id }) => ({ variation_id, warehouse_id })),
  );
  const faults = known.flatMap((entry, index) => {
    const found = held[index] ?? 0;
    if (entry.expected === undefined || found === entry.expected) return [];
    const values = { name, found, expected: entry.expected };
    return [stockErrors.part('level_changed', `stock.${given.indexOf(entry)}.expected`, values)];
  });
  if (faults.length > 0) throw new Refusal(faults);
}

/** @throws Refusal 422 where more or less is added than is taken */
function asTransfer(entries: readonly Entry[]): Entry[] {
  const amountOf = (status: Entry['status']) =>
    entries.reduce((total, entry) => total + (entry.status === status ? entry.amount : 0), 0);
  const [added, taken] = [amountOf('ADD'), amountOf('SUB')];
  if (added > 0 && taken === 0)
    return [{ warehouse_id: MAIN_WAREHOUSE_ID, amount: added, status: 'SUB' }, ...entries];
  if (added !== taken) throw stockErrors.refuseField('transfer_unequal', 'stock', { added, taken });
  return [...entries];
}

function fieldOf(entries: readonly Entry[], entry: Entry): string {
  const index = entries.indexOf(entry);
  return index < 0 ? 'stock' : `stock.${index}.warehouse_id`;
}

function shortage(entries: readonly Entry[], short: readonly ShortLevel[], name: string): Refusal {
  const parts = short.map(({ warehouse_id, left }) => {
    const index = entries.findIndex((entry) => entry.warehouse_id === warehouse_id && entry.status === 'SUB');
    // A transfer without a source takes from the main warehouse.
    return stockErrors.part('level_short', index < 0 ? 'stock' : `stock.${index}.amount`, { left, name });
  });
  return new Refusal(parts);
}

/** In the warehouses that the user sees. */
async function totalStock(context: Context, variation_id: number): Promise<number> {
  const { total } = await context.db
    .selectFrom('stock_levels')
    .select(sql<number>`coalesce(sum(quantity), 0)::bigint`.as('total'))
    .where('shop_id', '=', context.shop.id)
    .where('variation_id', '=', variation_id)
    .where(visibleWarehouse(context, 'stock_levels.warehouse_id'))
    .executeTakeFirstOrThrow();
  return total;
}
