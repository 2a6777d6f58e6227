import type { z } from 'zod';
import type { Context } from '../../../kernel/context.ts';
import { namedStatement } from '../../../kernel/database/named-statement.ts';
import { kernelErrors } from '../../../kernel/errors.ts';
import { restrictedUser } from '../warehouse-access.ts';
import type { WarehouseIdInput } from './schemas.ts';
import { presentWarehouse, warehousesSql, type WarehouseRow } from './warehouse-rows.ts';

const findWarehouse = namedStatement<WarehouseRow, { shop_id: number; user_id: number | null; id: number }>(
  'find_warehouse',
  (at) => `${warehousesSql(at)} and w.id = ${at.id}`,
);

/**
 * A warehouse, including the main one, 0. Users with the role `warehouse` find only those assigned to them.
 * @throws Refusal 404 if there is none, or it was deleted
 */
export async function getWarehouse(context: Context, input: z.output<typeof WarehouseIdInput>) {
  const [found] = await findWarehouse.run(context.db, {
    shop_id: context.shop.id,
    user_id: restrictedUser(context),
    id: input.id,
  });
  if (found === undefined) throw kernelErrors.refuse('not_found');
  return presentWarehouse(found);
}
