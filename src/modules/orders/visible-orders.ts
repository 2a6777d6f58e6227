import { sql, type Expression, type SqlBool } from 'kysely';
import type { Context } from '../../kernel/context.ts';
import { restrictedUser, type ViewPlaces } from '../stock/index.ts';

/*
 * Who works in warehouses sees the orders that goods of these are in, whole, and no others are there for that user.
 */

/**
 * The condition for a named statement.
 * @param warehouse_ids SQL of the order's warehouses
 */
export function visibleOrdersSql(warehouse_ids: string, { shop_id, user_id }: ViewPlaces): string {
  return `(${user_id}::bigint is null or ${warehouse_ids} && array(select given.warehouse_id
    from user_warehouses as given where given.shop_id = ${shop_id} and given.user_id = ${user_id}))`;
}

/**
 * The condition for the orders that the user can see, for use in other queries.
 * @param orders the alias of the table in the query
 */
export function visibleOrders(context: Context, orders = 'orders'): Expression<SqlBool> {
  const user_id = restrictedUser(context);
  return user_id === null
    ? sql.lit(true)
    : sql<SqlBool>`${sql.ref(`${orders}.warehouse_ids`)} && array(select given.warehouse_id from user_warehouses as given
        where given.shop_id = ${context.shop.id} and given.user_id = ${user_id})`;
}
