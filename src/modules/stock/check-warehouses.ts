import type { Context } from '../../kernel/context.ts';
import { Refusal } from '../../kernel/errors.ts';
import { visibleWarehouse } from './warehouse-access.ts';

/**
 * Checks that warehouses are the shop's, and given to the user where the user sees only some. In a transaction
 * they can't be deleted before it ends, so what it puts into them is never lost with them.
 * @param named the warehouses, and where the input names them
 * @param options.only_read for what puts nothing into them: they are not locked
 * @throws Refusal 422 on each field whose warehouse is not
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
  const missing = named.filter(({ warehouse_id }) => !known.has(warehouse_id));
  if (missing.length > 0) throw new Refusal(missing.map(({ field }) => ({ code: 'field_not_found', field })));
}
