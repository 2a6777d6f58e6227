import { eventSql } from '../../kernel/events.ts';
import { stockEvents } from './events.ts';

/** SQL expressions of who takes the last piece, and when. */
interface EmptiedExpressions {
  shop_id: string;
  user_id: string;
  api_key_id: string;
  created_at: string;
}

/**
 * The event `stock.emptied` for each level whose last unit was taken, as rows for the columns of `outbox_events` from
 * shop_id to created_at: for the INSERT of the statement that takes it.
 * @param levels the CTE of the levels (variation_id, warehouse_id), with the condition for the emptied ones
 */
export function emptiedEventsSql(levels: string, at: EmptiedExpressions): string {
  return `select ${at.shop_id}, ${eventSql(stockEvents, 'stock.emptied')}, variation_id,
    jsonb_build_object('warehouse_id', warehouse_id), ${at.user_id}, ${at.api_key_id}, ${at.created_at}
  from ${levels}`;
}
