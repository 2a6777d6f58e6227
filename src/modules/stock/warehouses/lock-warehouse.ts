import type { Context } from '../../../kernel/context.ts';
import { kernelErrors } from '../../../kernel/errors.ts';

/**
 * Locks a warehouse until the transaction ends: changes of it are serialised, and no stock arrives in it meanwhile (see
 * `checkWarehouses`).
 * @throws Refusal 404 if there is none, or it was deleted
 */
export async function lockWarehouse(context: Context, id: number): Promise<void> {
  const warehouse = await context.db
    .selectFrom('warehouses')
    .select('id')
    .where('shop_id', '=', context.shop.id)
    .where('id', '=', id)
    .where('archived_at', 'is', null)
    .forUpdate()
    .executeTakeFirst();
  if (warehouse === undefined) throw kernelErrors.refuse('not_found');
}
