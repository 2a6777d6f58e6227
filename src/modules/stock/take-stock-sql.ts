/**
 * CTEs that lock the stock wanted within a larger statement, and say what is short of it.
 *
 * Before them stands a CTE `wanted(variation_id, warehouse_id, quantity)`, quantity > 0; rows of the same
 * level are summed. They provide:
 * - `locked`: the levels, locked in one order (variation, warehouse), so that statements never wait for
 *   each other in a circle
 * - `short(variation_id, warehouse_id, "left", wanted)`: what can't be served, with what is left; a level
 *   that does not exist holds 0. The rest of the statement must do nothing where it has rows: `not exists (select 1 from short)`
 *
 * Correct under READ COMMITTED: `locked` reads the newest committed row after waiting for its lock.
 * @param shop_id its placeholder, as `$1`
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
 * The CTE `moved(variation_id, warehouse_id, balance, quantity)` that takes what `lockStockSql` has locked, all of
 * it or none: one row per level taken from; nothing is taken, and it is empty, where `short` has rows or the
 * condition does not hold.
 *
 * The new amount is made of what `locked` read: an update that names its own column computes, and checks
 * against the table's constraint, first with the row as the statement's snapshot has it, and would fail where
 * stock has come in since.
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

/** SQL expressions that the ledger rows take their values from; they may name columns of `kept`. */
export interface LedgerExpressions {
  shop_id: string;
  user_id: string;
  created_at: string;
  description: string;
}

/**
 * An INSERT for a CTE of its own after `takeStockSql`: a ledger row for every row of `moved`, for the order of
 * the CTE `kept(id)`.
 */
export function stockLedgerSql(expressions: LedgerExpressions): string {
  return `insert into stock_ledger
    (shop_id, variation_id, warehouse_id, order_id, reason, description, quantity_out, balance_after, user_id, created_at)
  select ${expressions.shop_id}, moved.variation_id, moved.warehouse_id, kept.id, 'ORDER', ${expressions.description},
    moved.quantity, moved.balance, ${expressions.user_id}, ${expressions.created_at}
  from moved
  cross join kept`;
}
