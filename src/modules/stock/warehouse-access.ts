import type { Context } from '../../kernel/context.ts';

/** The user whose warehouses alone may be seen; null for one who sees all of the shop's. */
export function restrictedUser(context: Context): number | null {
  return context.actor.role === 'warehouse' ? context.actor.user_id : null;
}

/**
 * A condition that lets through the warehouses given to a user.
 * @param warehouse SQL of the warehouse's id, and of its shop's
 * @param user placeholder of `restrictedUser`
 */
export function visibleSql(warehouse: { shop_id: string; id: string }, user: string): string {
  return `(${user}::bigint is null or exists (select from user_warehouses as given
    where given.shop_id = ${warehouse.shop_id} and given.warehouse_id = ${warehouse.id} and given.user_id = ${user}))`;
}
