import { sql, type Expression, type SqlBool } from 'kysely';
import type { Context } from '../../kernel/context.ts';
import { restrictedUser } from '../stock/index.ts';

/**
 * What must hold of orders for the user to see them: who works in warehouses sees the orders that goods of these
 * are in, and no others are there for that user.
 * @param orders what the table is called in the query
 */
export function visibleOrders(context: Context, orders = 'orders'): Expression<SqlBool> {
  const user_id = restrictedUser(context);
  return user_id === null
    ? sql.lit(true)
    : sql<SqlBool>`${sql.ref(`${orders}.warehouse_ids`)} && array(select given.warehouse_id from user_warehouses as given
        where given.shop_id = ${context.shop.id} and given.user_id = ${user_id})`;
}
