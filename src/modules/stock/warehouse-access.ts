import { sql, type Expression, type RawBuilder, type SqlBool } from 'kysely';
import type { Context } from '../../kernel/context.ts';

/*
 * The rule that warehouse staff see and move only the stock of their warehouses. Everything that responses contain of
 * stock levels, ledger, opnames and transfers is read through it. A warehouse that is not assigned to the user is treated
 * like one that does not exist, also the main one. A user without warehouses sees none.
 */

/** The user whose view is restricted to assigned warehouses; null for users who see all warehouses. */
export function restrictedUser(context: Context): number | null {
  return context.actor.role === 'warehouse' ? context.actor.user_id : null;
}

/** Whose view a named statement answers: the places of the shop and of `restrictedUser`. */
export interface ViewPlaces {
  shop_id: string;
  user_id: string;
}

/**
 * A condition for the warehouses assigned to a user, for a named statement.
 * @param warehouse_id SQL of the warehouse's id
 */
export function visibleSql(warehouse_id: string, { shop_id, user_id }: ViewPlaces): string {
  return `(${user_id}::bigint is null or exists (select 1 from user_warehouses as given
    where given.shop_id = ${shop_id} and given.warehouse_id = ${warehouse_id} and given.user_id = ${user_id}))`;
}

/**
 * The same for other queries.
 * @param warehouse column of the warehouse's id, as `level.warehouse_id`, or the id
 */
export function visibleWarehouse(context: Context, warehouse: string | number): Expression<SqlBool> {
  const user_id = restrictedUser(context);
  if (user_id === null) return sql.lit(true);
  const id = typeof warehouse === 'number' ? sql`${warehouse}::bigint` : sql.ref(warehouse);
  return sql<SqlBool>`exists (select 1 from user_warehouses as given
    where given.shop_id = ${context.shop.id} and given.warehouse_id = ${id} and given.user_id = ${user_id})`;
}

/**
 * The warehouses that are assigned to a user, as an array, for statements about several users.
 * @param user column of the user's id, as `u.id`
 */
export function warehousesOf(shop_id: number, user: string): RawBuilder<number[]> {
  return sql<number[]>`array(select given.warehouse_id from user_warehouses as given
    where given.shop_id = ${shop_id} and given.user_id = ${sql.ref(user)})`;
}
