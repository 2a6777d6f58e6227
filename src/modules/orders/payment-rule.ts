import { Refusal } from '../../kernel/errors.ts';
import { orderErrors } from './errors.ts';

/**
 * The rule of a payment against what remains, for new orders and later payments.
 * @throws Refusal 422 on `field` for less than all with PAID, and for more than remains
 */
export function decidePayment(
  status: 'INSTALLMENT' | 'PAID',
  amount: number | undefined,
  remaining_idr: number,
  field: string,
): { amount_idr: number; status: 'INSTALLMENT' | 'PAID' } {
  const amount_idr = amount ?? remaining_idr;
  if (amount_idr > remaining_idr) throw tooMuch(field, remaining_idr);
  if (status === 'PAID' && amount_idr < remaining_idr)
    throw orderErrors.refuseField('payment_too_small', field, { remaining: remaining_idr });
  return { amount_idr, status: amount_idr === remaining_idr ? 'PAID' : 'INSTALLMENT' };
}
/** @param maximum_idr the most that the field may say */
export function tooMuch(field: string, maximum_idr: number): Refusal {
  return new Refusal([
    orderErrors.part('payment_too_large', field),
    {
      code: 'maximum_amount',
      field: 'maximum amount',
      values: { maximum: maximum_idr },
      as_number: maximum_idr,
    },
  ]);
}
