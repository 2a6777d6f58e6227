import { expenseErrors } from './errors.ts';

/** The largest amount that one field takes. */
const MOST_IDR = 999_999_999_999;

/** @throws Refusal 422 */
export function checkTotal(nominal_idr: number, quantity: number): void {
  if (nominal_idr * quantity > MOST_IDR)
    throw expenseErrors.refuseField('expense_too_large', 'nominal', { limit: MOST_IDR });
}
