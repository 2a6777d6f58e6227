import type { Context } from '../../kernel/context.ts';
import { namedStatement, type Places } from '../../kernel/database/named-statement.ts';
import type { StockLedgerTable } from '../../kernel/database/schema.generated.ts';
import { actorOf, userIdSql } from '../../kernel/outbox.ts';
import { emptiedEventsSql } from './emptied-sql.ts';

/** A ledger entry: stock arrives in a warehouse (`delta` above 0) or leaves it (below 0). */
export interface StockMovement {
  variation_id: number;
  warehouse_id: number;
  delta: number;
  reason: StockLedgerTable['reason'];
  /** Why, in the words that the history shows. */
  description: string;
  /** The order that takes or gives back. */
  order_id?: number;
}

/** The amount of a level after the movements. */
export interface LevelBalance {
  variation_id: number;
  warehouse_id: number;
  balance: number;
}

/** A level that has less than is wanted of it. */
export interface ShortLevel {
  variation_id: number;
  warehouse_id: number;
  left: number;
  wanted: number;
}

interface Outcome {
  balances: LevelBalance[];
  short: ShortLevel[];
}

/** One value of each movement, in the same order. */
interface MovementValues {
  shop_id: number;
  user_id: number;
  api_key_id: number | null;
  now: Date;
  variation_ids: number[];
  warehouse_ids: number[];
  deltas: number[];
  reasons: string[];
  descriptions: string[];
  order_ids: (number | null)[];
}

/** The CTE `ledger`: a row for each `movement` of the levels that `moved`. */
const ledgerSql = (at: Places<MovementValues>) =>
  `entry as (
    -- Each movement beside the new amount of its level: put together by sorting, which no guess of rows makes slow.
    select mixed.*, max(at) over level as moved_at, max(balance) over level - sum(delta) over level + sum(delta) over entries as balance_after
    from (
      select variation_id, warehouse_id, reason, description, order_id, delta, null::bigint as balance,
        null::timestamptz as at
      from movement
      union all
      select variation_id, warehouse_id, null, null, null, null, balance, moved_at from moved
    ) as mixed
    window level as (partition by variation_id, warehouse_id),
      entries as (partition by variation_id, warehouse_id order by delta desc, order_id, reason, description
        rows unbounded preceding)
  ),
  ledger as (
    insert into stock_ledger (shop_id, variation_id, warehouse_id, order_id, reason, description, quantity_in,
      quantity_out, balance_after, user_id, created_at)
    select ${at.shop_id}, variation_id, warehouse_id, order_id, reason, description, greatest(delta, 0), greatest(-delta, 0),
      balance_after, ${userIdSql(at.user_id)}, moved_at
    from entry
    where delta is not null and balance_after is not null
    order by variation_id, warehouse_id, delta desc, order_id, reason, description
  )`;

/**
 * Levels are locked in key order before any is changed, so that two calls never wait for each other in a
 * circle, whatever order their movements come in. (One that somebody creates meanwhile comes out of order: in
 * the rare circle of such, the database ends one call, and its request is run again.) Movements of one level
 * count by their sum; of its ledger rows those that add come first, so that no balance in between is below 0.
 */
const move = namedStatement<Outcome, MovementValues>(
  'move_stock',
  (at) => `with movement as materialized (
    select variation_id, warehouse_id, reason, description, order_id, sum(delta)::bigint as delta
    from unnest(${at.variation_ids}::bigint[], ${at.warehouse_ids}::bigint[], ${at.deltas}::bigint[],
      ${at.reasons}::text[], ${at.descriptions}::text[], ${at.order_ids}::bigint[])
      as m (variation_id, warehouse_id, delta, reason, description, order_id)
    group by variation_id, warehouse_id, reason, description, order_id
    having sum(delta) <> 0
  ),
  total as materialized (
    select variation_id, warehouse_id, sum(delta)::bigint as delta from movement group by variation_id, warehouse_id
  ),
  locked as materialized (
    -- One look-up by key for each level, in order, whatever is known of the table (decision 0010).
    select total.variation_id, total.warehouse_id, total.delta, held.quantity,
      greatest(held.moved_at, ${at.now}::timestamptz) as moved_at
    from (select * from total order by variation_id, warehouse_id) as total
    left join lateral (
      select level.quantity, level.moved_at from stock_levels as level
      where level.shop_id = ${at.shop_id} and level.variation_id = total.variation_id and level.warehouse_id = total.warehouse_id
      for update of level
    ) as held on true
  ),
  short as materialized (
    select variation_id, warehouse_id, coalesce(quantity, 0) as "left", -delta as wanted
    from locked
    where coalesce(quantity, 0) + delta < 0
  ),
  changed as (
    update stock_levels as level
    -- From what the lock read, not from the level's own column: see take-stock-sql.ts.
    set quantity = locked.quantity + locked.delta, moved_at = locked.moved_at
    from locked
    where level.shop_id = ${at.shop_id}
      and level.variation_id = locked.variation_id
      and level.warehouse_id = locked.warehouse_id
      and locked.quantity is not null
      and not exists (select 1 from short)
    returning level.variation_id, level.warehouse_id, level.quantity as balance, level.moved_at,
      level.quantity = 0 and locked.quantity > 0 as is_emptied
  ),
  created as (
    -- The conflict is a level that another statement created since this one began.
    insert into stock_levels as level (shop_id, variation_id, warehouse_id, quantity, moved_at)
    select ${at.shop_id}, variation_id, warehouse_id, delta, moved_at
    from locked
    where quantity is null and not exists (select 1 from short)
    order by variation_id, warehouse_id
    on conflict (shop_id, variation_id, warehouse_id) do update
    set quantity = level.quantity + excluded.quantity, moved_at = greatest(level.moved_at, excluded.moved_at)
    returning level.variation_id, level.warehouse_id, level.quantity as balance, level.moved_at
  ),
  moved as (
    select variation_id, warehouse_id, balance, moved_at from changed union all select * from created
  ),
  ${ledgerSql(at)},
  emptied as (
    insert into outbox_events (shop_id, name, version, subject_id, payload, user_id, api_key_id, created_at)
    ${emptiedEventsSql('changed where is_emptied order by variation_id, warehouse_id', {
      shop_id: at.shop_id,
      user_id: `${at.user_id}::bigint`,
      api_key_id: `${at.api_key_id}::bigint`,
      created_at: `${at.now}::timestamptz`,
    })}
  )
  select
    coalesce((
      select jsonb_agg(jsonb_build_object('variation_id', variation_id, 'warehouse_id', warehouse_id, 'balance', balance)
        order by variation_id, warehouse_id) from moved), '[]') as balances,
    coalesce((select jsonb_agg(short order by variation_id, warehouse_id) from short), '[]') as short`,
);

/**
 * Moves stock, all of it or none, in one statement: levels and ledger change together, missing levels are created where
 * stock arrives, and no level goes below 0 however many calls run concurrently. The caller has checked that the
 * variations and warehouses belong to the shop.
 * @returns the new balances of the levels, or what was short; then nothing was changed
 */
export async function moveStock(
  context: Context,
  movements: readonly StockMovement[],
): Promise<{ balances: LevelBalance[] } | { short: ShortLevel[] }> {
  const [outcome] = await move.run(context.db, {
    shop_id: context.shop.id,
    ...actorOf(context),
    now: context.clock.now(),
    variation_ids: movements.map((movement) => movement.variation_id),
    warehouse_ids: movements.map((movement) => movement.warehouse_id),
    deltas: movements.map((movement) => movement.delta),
    reasons: movements.map((movement) => movement.reason),
    descriptions: movements.map((movement) => movement.description),
    order_ids: movements.map((movement) => movement.order_id ?? null),
  });
  if (outcome === undefined) throw new Error('a select without FROM gave no row');
  return outcome.short.length > 0 ? { short: outcome.short } : { balances: outcome.balances };
}
