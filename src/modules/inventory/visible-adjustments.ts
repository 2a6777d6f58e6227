import { sql, type Expression, type SqlBool } from 'kysely';
import type { Context } from '../../kernel/context.ts';
import { visibleWarehouse } from '../stock/index.ts';

/*
 * Counts and transfers that are not of a warehouse that the user sees are not there for that user.
 */

/** @param opname the alias of `stock_opnames` in the query */
export function visibleOpname(context: Context, opname: string): Expression<SqlBool> {
  return visibleWarehouse(context, `${opname}.warehouse_id`);
}

/**
 * Users of either warehouse of a transfer see it.
 * @param transfer the alias of `stock_transfers` in the query
 */
export function visibleTransfer(context: Context, transfer: string): Expression<SqlBool> {
  const [origin, destination] = ['origin', 'destination'].map((end) =>
    visibleWarehouse(context, `${transfer}.${end}_warehouse_id`),
  );
  return sql<SqlBool>`(${origin} or ${destination})`;
}
