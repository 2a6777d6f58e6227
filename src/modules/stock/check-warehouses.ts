import type { Context } from '../../kernel/context.ts';
import { refuseNotFound } from '../../kernel/not-found.ts';
import { visibleWarehouse } from './warehouse-access.ts';

/**
 * Checks that warehouses belong to the shop and, if the user sees only some, are assigned to the user. In a transaction
 * they cannot be deleted before it ends, so stock that it adds to them is never lost with them.
 * @param named the warehouses, and the fields of the input that name them
 * @param options.only_read for callers that add no stock: the warehouses are not locked
 * @throws Refusal 422 on each field with an invalid warehouse
 */
export async function checkWarehouses(
  context: Context,
  named: readonly { warehouse_id: number; field: string }[],
  { only_read = false }: { only_read?: boolean } = {},
): Promise<void> {
  if (named.length === 0) return;
  const rows = await context.db
    .selectFrom('warehouses')
    .select('id')
    .where('shop_id', '=', context.shop.id)
    .where('id', 'in', [...new Set(named.map(({ warehouse_id }) => warehouse_id))])
    .where('archived_at', 'is', null)
    .where(visibleWarehouse(context, 'warehouses.id'))
    .$if(!only_read, (query) => query.forKeyShare())
    .execute();
  const known = new Set(rows.map((row) => row.id));
  refuseNotFound(named.flatMap(({ warehouse_id, field }) => (known.has(warehouse_id) ? [] : [field])));
}
