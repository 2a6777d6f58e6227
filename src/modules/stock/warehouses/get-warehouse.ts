import type { z } from 'zod';
import type { Context } from '../../../kernel/context.ts';
import { statement } from '../../../kernel/database/connection.ts';
import { kernelErrors } from '../../../kernel/errors.ts';
import { restrictedUser } from '../warehouse-access.ts';
import type { WarehouseIdInput } from './schemas.ts';
import { presentWarehouse, warehousesSql, type WarehouseRow } from './warehouse-rows.ts';

const findWarehouse = statement<WarehouseRow>('find_warehouse', `${warehousesSql} and w.id = $3`);

/**
 * A warehouse, including the main one, 0. Users with the role `warehouse` find only those assigned to them.
 * @throws Refusal 404 if there is none, or it was deleted
 */
export async function getWarehouse(context: Context, input: z.output<typeof WarehouseIdInput>) {
  const [found] = await findWarehouse.run(context.db, [context.shop.id, restrictedUser(context), input.id]);
  if (found === undefined) throw kernelErrors.refuse('not_found');
  return presentWarehouse(found);
}
