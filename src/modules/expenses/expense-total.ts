import { RUPIAH_MAX } from '../../kernel/http/input.ts';
import { expenseErrors } from './errors.ts';

/** @throws Refusal 422 */
export function checkTotal(nominal_idr: number, quantity: number): void {
  if (nominal_idr * quantity > RUPIAH_MAX)
    throw expenseErrors.refuseField('expense_too_large', 'nominal', { limit: RUPIAH_MAX });
}
