import type { z } from 'zod';
import { today } from '../../kernel/calendar.ts';
import type { Context } from '../../kernel/context.ts';
import { emit, userIdOf } from '../../kernel/outbox.ts';
import { checkTotal } from './expense-total.ts';
import type { CreateExpenseInput, ExpenseSaved } from './schemas.ts';

/** Records an expense. @throws Refusal 422 if its total is too large */
export async function createExpense(
  context: Context,
  input: z.output<typeof CreateExpenseInput>,
): Promise<z.input<typeof ExpenseSaved>> {
  checkTotal(input.nominal, input.qty);
  return context.transaction(async (inner) => {
    const { shop, clock } = inner;
    const now = clock.now();
    const { id, title, total_idr, spent_on } = await inner.db
      .insertInto('expenses')
      .values({
        shop_id: shop.id,
        title: input.title,
        note: input.note ?? '',
        nominal_idr: input.nominal,
        quantity: input.qty,
        spent_on: input.date ?? today(clock, shop.time_zone),
        created_by: userIdOf(inner),
        created_at: now,
        updated_at: now,
      })
      .returning(['id', 'title', 'total_idr', 'spent_on'])
      .executeTakeFirstOrThrow();
    await emit(inner, 'expense.created', id, { title, total_idr, spent_on });
    return { id, title };
  });
}
