import type { z } from 'zod';
import type { Context } from '../../kernel/context.ts';
import { differenceOf } from '../../kernel/difference.ts';
import { kernelErrors } from '../../kernel/errors.ts';
import { emit } from '../../kernel/outbox.ts';
import { checkTotal } from './expense-total.ts';
import type { ExpenseDeleted, ExpenseIdInput, ExpenseSaved, UpdateExpenseInput } from './schemas.ts';

/**
 * Updates the given fields of an expense; a blank note empties it.
 * @throws Refusal 404 if the shop has no such expense; 422 if its total is too large
 */
export async function updateExpense(
  context: Context,
  input: z.output<typeof UpdateExpenseInput>,
): Promise<z.input<typeof ExpenseSaved>> {
  return context.transaction(async (inner) => {
    const before = await lockExpense(inner, input.id);
    const after = {
      title: input.title ?? before.title,
      note: input.note === undefined ? before.note : (input.note ?? ''),
      nominal_idr: input.nominal ?? before.nominal_idr,
      quantity: input.qty ?? before.quantity,
      spent_on: input.date ?? before.spent_on,
    };
    checkTotal(after.nominal_idr, after.quantity);
    await inner.db
      .updateTable('expenses')
      .set({ ...after, updated_at: inner.clock.now() })
      .where('shop_id', '=', inner.shop.id)
      .where('id', '=', before.id)
      .execute();
    await emit(inner, 'expense.updated', before.id, differenceOf(before, after));
    return { id: before.id, title: after.title };
  });
}

/** Deletes an expense; the audit log keeps what it was. @throws Refusal 404 if the shop has no such expense */
export async function deleteExpense(
  context: Context,
  input: z.output<typeof ExpenseIdInput>,
): Promise<z.input<typeof ExpenseDeleted>> {
  return context.transaction(async (inner) => {
    const { id, title, total_idr, spent_on } = await lockExpense(inner, input.id);
    await inner.db.deleteFrom('expenses').where('shop_id', '=', inner.shop.id).where('id', '=', id).execute();
    await emit(inner, 'expense.deleted', id, { title, total_idr, spent_on });
    return { id };
  });
}

async function lockExpense(context: Context, id: number) {
  const found = await context.db
    .selectFrom('expenses')
    .selectAll()
    .where('shop_id', '=', context.shop.id)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (found === undefined) throw kernelErrors.refuse('not_found');
  return found;
}
