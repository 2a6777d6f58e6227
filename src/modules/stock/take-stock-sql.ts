import { userIdSql } from '../../kernel/outbox.ts';
import { emptiedEventsSql } from './emptied-sql.ts';

/** SQL expressions of the stock that an order takes; the arrays have one value of each line, in the same order. */
interface TakenStock {
  shop_id: string;
  variation_ids: string;
  warehouse_ids: string;
  /** Each above 0. */
  quantities: string;
  order_id: string;
  /** In the words that the history shows. */
  description: string;
  user_id: string;
  api_key_id: string;
  created_at: string;
}

/** Statements of a function that takes stock, in the order in which they have to run. */
interface TakeStockSql {
  /** Locks the levels in one order (variation, warehouse), so that orders never deadlock. */
  lock: string;
  /**
   * A query of what cannot be served (variation_id, warehouse_id, "left"), with what is left; a level that does not exist
   * counts as 0. Where it has rows, nothing may be taken.
   */
  short: string;
  /**
   * Takes it all: levels, ledger rows, and the event of each level whose last unit is taken. A movement is never earlier
   * than the one before of its level, however long it waited.
   */
  take: string;
}

/**
 * How a function that stores an order (`shopFunction`) takes its stock. Lines of the same level are summed. Each statement
 * sees what is committed when it begins, so what is read after the lock is true until the transaction ends.
 */
export function takeStockSql(at: TakenStock): TakeStockSql {
  const requested = `(
    select variation_id, warehouse_id, sum(quantity)::bigint as quantity
    from unnest(${at.variation_ids}, ${at.warehouse_ids}, ${at.quantities}) as line (variation_id, warehouse_id, quantity)
    group by variation_id, warehouse_id
  ) as requested`;
  const of_requested = `level.shop_id = ${at.shop_id} and level.variation_id = requested.variation_id
    and level.warehouse_id = requested.warehouse_id`;
  return {
    lock: `perform 1 from (
    select 1
    from ${requested}
    join stock_levels as level on ${of_requested}
    order by level.variation_id, level.warehouse_id
    for update of level
  ) as locked;`,
    short: `
    select requested.variation_id, requested.warehouse_id, coalesce(level.quantity, 0) as "left"
    from ${requested}
    left join stock_levels as level on ${of_requested}
    where coalesce(level.quantity, 0) < requested.quantity`,
    take: `update stock_levels as level
  set quantity = level.quantity - requested.quantity, moved_at = greatest(level.moved_at, ${at.created_at})
  from ${requested}
  where ${of_requested};

  insert into stock_ledger
    (shop_id, variation_id, warehouse_id, order_id, reason, description, quantity_out, balance_after, user_id, created_at)
  select level.shop_id, level.variation_id, level.warehouse_id, ${at.order_id}, 'ORDER', ${at.description},
    requested.quantity, level.quantity, ${userIdSql(at.user_id)}, level.moved_at
  from ${requested}
  join stock_levels as level on ${of_requested};

  insert into outbox_events (shop_id, name, version, subject_id, payload, user_id, api_key_id, created_at)
  ${emptiedEventsSql(
    `(
    select level.variation_id, level.warehouse_id
    from ${requested}
    join stock_levels as level on ${of_requested}
    where level.quantity = 0
  ) as emptied`,
    at,
  )};`,
  };
}
