import type { z } from 'zod';
import type { Context } from '../../kernel/context.ts';
import { differenceOf } from '../../kernel/difference.ts';
import { kernelErrors } from '../../kernel/errors.ts';
import { emit } from '../../kernel/outbox.ts';
import { amountColumns, costCategory, typeOfAmounts } from './cost-amount.ts';
import type { CostIdInput, OrderCostSaved, UpdateCostInput } from './schemas.ts';

/**
 * Updates the given fields of an order cost; orders that have it do not change.
 * @throws Refusal 404 if the shop has no such cost; 422 if the amount of its type is missing, or both amounts are given
 *   without a type
 */
export async function updateCost(
  context: Context,
  input: z.output<typeof UpdateCostInput>,
): Promise<z.input<typeof OrderCostSaved>> {
  return context.transaction(async (inner) => {
    const before = await lockCost(inner, input.order_cost_id);
    const type = input.type ?? typeOfAmounts(input) ?? before.type;
    const unchanged = type === before.type ? before : { nominal_idr: undefined, percentage: undefined };
    const { category } = input;
    const after = {
      category: category === undefined ? before.category : costCategory(category),
      name: input.name ?? before.name,
      ...amountColumns({
        type,
        nominal: input.nominal ?? unchanged.nominal_idr,
        percentage: input.percentage ?? unchanged.percentage,
      }),
    } as const;
    await inner.db
      .updateTable('order_costs')
      .set(after)
      .where('shop_id', '=', inner.shop.id)
      .where('id', '=', before.id)
      .execute();
    await emit(inner, 'order_cost.updated', before.id, differenceOf(before, after));
    return { order_cost_id: String(before.id), name: after.name };
  });
}

/** Deletes an order cost from the list; orders that have it do not change. */
export async function deleteCost(
  context: Context,
  input: z.output<typeof CostIdInput>,
): Promise<z.input<typeof OrderCostSaved>> {
  return context.transaction(async (inner) => {
    const { id, name } = await lockCost(inner, input.order_cost_id);
    await inner.db
      .deleteFrom('order_costs')
      .where('shop_id', '=', inner.shop.id)
      .where('id', '=', id)
      .execute();
    await emit(inner, 'order_cost.deleted', id, { name });
    return { order_cost_id: String(id), name };
  });
}

async function lockCost(context: Context, id: number) {
  const found = await context.db
    .selectFrom('order_costs')
    .selectAll()
    .where('shop_id', '=', context.shop.id)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (found === undefined) throw kernelErrors.refuse('not_found');
  return found;
}
