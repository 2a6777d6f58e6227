/**
 * CTEs that lock the requested stock within a larger statement, and report what is short.
 *
 * They need a preceding CTE `wanted(variation_id, warehouse_id, quantity)`, quantity > 0; rows of the same level are
 * summed. They provide:
 * - `locked`: the levels, locked in one order (variation, warehouse), so that statements never deadlock
 * - `short(variation_id, warehouse_id, "left", wanted)`: what cannot be served, with what is left; a level that does
 *   not exist counts as 0. The rest of the statement must do nothing if it has rows: `not exists (select 1 from short)`
 *
 * Correct under READ COMMITTED: `locked` reads the latest committed row after waiting for its lock.
 * @param shop_id its placeholder, for example `$1`
 */
export function lockStockSql(shop_id: string): string {
  return `
asked as materialized (
  select variation_id, warehouse_id, sum(quantity)::bigint as quantity
  from wanted
  group by variation_id, warehouse_id
),
locked as materialized (
  select * from (
    select level.variation_id, level.warehouse_id, level.quantity
    from stock_levels as level
    join asked on asked.variation_id = level.variation_id and asked.warehouse_id = level.warehouse_id
    where level.shop_id = ${shop_id}
    order by level.variation_id, level.warehouse_id
    for update of level
  ) as level
),
short as materialized (
  select asked.variation_id, asked.warehouse_id, coalesce(locked.quantity, 0) as "left", asked.quantity as wanted
  from asked
  left join locked on locked.variation_id = asked.variation_id and locked.warehouse_id = asked.warehouse_id
  where coalesce(locked.quantity, 0) < asked.quantity
)`;
}

/**
 * The CTE `moved(variation_id, warehouse_id, balance, quantity)` that takes what `lockStockSql` has locked, all of it
 * or none: one row per level. It takes nothing and is empty if `short` has rows or the condition does not hold.
 *
 * The new amount is computed from `locked`: an update that refers to its own column is first computed, and checked
 * against the constraint of the table, with the row of the statement's snapshot, and would fail if stock has arrived
 * since.
 * @param shop_id its placeholder
 */
export function takeStockSql(shop_id: string, condition: string): string {
  return `
moved as (
  update stock_levels as level
  set quantity = locked.quantity - asked.quantity
  from asked
  join locked using (variation_id, warehouse_id)
  where level.shop_id = ${shop_id}
    and level.variation_id = asked.variation_id
    and level.warehouse_id = asked.warehouse_id
    and not exists (select 1 from short)
    and ${condition}
  returning level.variation_id, level.warehouse_id, level.quantity as balance, asked.quantity
)`;
}

/** SQL expressions for the values of the ledger rows; they can refer to columns of `kept`. */
export interface LedgerExpressions {
  shop_id: string;
  user_id: string;
  created_at: string;
  description: string;
}

/**
 * An INSERT for a CTE after `takeStockSql`: a ledger row for every row of `moved`, for the order in the CTE `kept(id)`.
 */
export function stockLedgerSql(expressions: LedgerExpressions): string {
  return `insert into stock_ledger
    (shop_id, variation_id, warehouse_id, order_id, reason, description, quantity_out, balance_after, user_id, created_at)
  select ${expressions.shop_id}, moved.variation_id, moved.warehouse_id, kept.id, 'ORDER', ${expressions.description},
    moved.quantity, moved.balance, ${expressions.user_id}, ${expressions.created_at}
  from moved
  cross join kept`;
}
