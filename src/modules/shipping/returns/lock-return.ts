import type { Selectable } from 'kysely';
import type { Context } from '../../../kernel/context.ts';
import type { DB } from '../../../kernel/database/schema.generated.ts';
import { kernelErrors, Refusal } from '../../../kernel/errors.ts';
import { lockOrderFor, type LockedOrder } from '../../orders/index.ts';
import { returnFault, type ReturnState } from './return-states.ts';

export type ParcelReturn = Selectable<DB['parcel_returns']>;

/**
 * Locks a return for a step, and its order before it, as all do who change either.
 * @param step.action of the order, that its state must allow
 * @throws Refusal 404 if the shop has no such return, or the user cannot see its order; 422 if its state or that of its
 *   order does not allow the step
 */
export async function lockReturn(
  context: Context,
  id: number,
  { to, action }: { to: ReturnState; action: 'RETURN' | 'SETTLE_RETURN' },
): Promise<{ order: LockedOrder; found: ParcelReturn }> {
  const of_shop = context.db
    .selectFrom('parcel_returns')
    .where('shop_id', '=', context.shop.id)
    .where('id', '=', id);
  const { order_id } = (await of_shop.select('order_id').executeTakeFirst()) ?? {};
  if (order_id === undefined) throw kernelErrors.refuse('not_found');
  const order = await lockOrderFor(context, order_id, action);
  const found = await of_shop.selectAll().forUpdate().executeTakeFirst();
  if (found === undefined) throw kernelErrors.refuse('not_found');
  const fault = returnFault(found.state, to);
  if (fault !== undefined) throw new Refusal([fault]);
  return { order, found };
}

/** Writes what a step changes of a locked return. */
export async function writeReturn(
  context: Context,
  { id }: Pick<ParcelReturn, 'id'>,
  columns: Partial<Omit<ParcelReturn, 'shop_id' | 'id' | 'cost_idr'>>,
): Promise<void> {
  await context.db
    .updateTable('parcel_returns')
    .set(columns)
    .where('shop_id', '=', context.shop.id)
    .where('id', '=', id)
    .execute();
}
