import { sql } from 'kysely';
import type { Context } from '../../kernel/context.ts';
import { statement } from '../../kernel/database/connection.ts';
import { moveStock, type StockMovement } from './move-stock.ts';
import { visibleWarehouse } from './warehouse-access.ts';

/** The amount to set for a level. */
export interface LevelTarget {
  variation_id: number;
  warehouse_id: number;
  quantity: number;
}

interface Level {
  variation_id: number;
  warehouse_id: number;
  quantity: number;
}

/** A level that somebody has created meanwhile is locked as it is: setting its own amount is how to lock it. */
const openLevels = statement<Level>(
  'open_levels',
  `insert into stock_levels as level (shop_id, variation_id, warehouse_id, quantity)
  select $1, variation_id, warehouse_id, 0
  from unnest($2::bigint[], $3::bigint[]) as missing (variation_id, warehouse_id)
  order by variation_id, warehouse_id
  on conflict (shop_id, variation_id, warehouse_id) do update set quantity = level.quantity
  returning variation_id, warehouse_id, quantity`,
);

/**
 * Locks variations and all their levels in key order, so that decisions based on them still hold when they are written.
 * Levels that do not exist yet cannot be locked: the lock on the variation serialises concurrent settings of amounts.
 * Call it in a transaction.
 * @returns is_seen: whether the user sees the warehouse
 */
export async function lockLevels(
  context: Context,
  variation_ids: readonly number[],
): Promise<(Level & { is_seen: boolean })[]> {
  if (variation_ids.length === 0) return [];
  await context.db
    .selectFrom('product_variations')
    .select('id')
    .where('shop_id', '=', context.shop.id)
    .where('id', '=', sql<number>`any(${variation_ids}::bigint[])`)
    .orderBy('id')
    .forNoKeyUpdate()
    .execute();
  return context.db
    .selectFrom('stock_levels')
    .select(['variation_id', 'warehouse_id', 'quantity'])
    .select(sql<boolean>`${visibleWarehouse(context, 'stock_levels.warehouse_id')}`.as('is_seen'))
    .where('shop_id', '=', context.shop.id)
    .where('variation_id', '=', sql<number>`any(${variation_ids}::bigint[])`)
    .orderBy('variation_id')
    .orderBy('warehouse_id')
    .forUpdate()
    .execute();
}

/**
 * Sets levels to absolute amounts: the ledger gets the difference to the current level, and nothing can happen in
 * between, even if a level is just being created. Call it in a transaction; the caller has checked that variations and
 * warehouses belong to the shop.
 * @returns the previous amount of each
 */
export async function setLevels(
  context: Context,
  targets: readonly LevelTarget[],
  why: Pick<StockMovement, 'reason' | 'description'>,
): Promise<number[]> {
  const before = await holdLevels(context, targets);
  await setHeldLevels(context, targets, before, why);
  return before;
}

/**
 * Locks levels, those that do not exist yet too, until the transaction ends.
 * @returns the amount of each
 */
export async function holdLevels(
  context: Context,
  targets: readonly Omit<LevelTarget, 'quantity'>[],
): Promise<number[]> {
  if (targets.length === 0) return [];
  const levels = await lockLevels(context, [...new Set(targets.map((target) => target.variation_id))]);
  const held = new Map(levels.map((level) => [keyOf(level), level.quantity]));
  const missing = targets.filter((target) => !held.has(keyOf(target)));
  if (missing.length > 0) {
    const opened = await openLevels.run(context.db, [
      context.shop.id,
      missing.map((target) => target.variation_id),
      missing.map((target) => target.warehouse_id),
    ]);
    for (const level of opened) held.set(keyOf(level), level.quantity);
  }
  return targets.map((target) => held.get(keyOf(target)) ?? 0);
}

/** Sets levels that are held to absolute amounts. @param before the amount of each */
export async function setHeldLevels(
  context: Context,
  targets: readonly LevelTarget[],
  before: readonly number[],
  why: Pick<StockMovement, 'reason' | 'description'>,
): Promise<void> {
  const movements = targets.map(({ variation_id, warehouse_id, quantity }, index) => ({
    variation_id,
    warehouse_id,
    delta: quantity - (before[index] ?? 0),
    ...why,
  }));
  const outcome = await moveStock(
    context,
    movements.filter((movement) => movement.delta !== 0),
  );
  if ('short' in outcome) throw new Error('a level fell below an amount that was locked');
}

const keyOf = (level: Omit<Level, 'quantity'>): string => `${level.variation_id} ${level.warehouse_id}`;
