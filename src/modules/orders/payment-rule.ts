import type { z } from 'zod';
import type { Context } from '../../kernel/context.ts';
import { kernelErrors, Refusal } from '../../kernel/errors.ts';
import { recordPayment } from '../payments/index.ts';
import { toldPayment, type OrderChange } from './change-order.ts';
import { orderErrors } from './errors.ts';
import type { LockedOrder } from './lock-order.ts';
import type { OrderPaymentInput } from './schemas.ts';

type Input = z.output<typeof OrderPaymentInput>;

/** A payment that an order is to get. */
export interface PlannedPayment {
  bank_id: number;
  amount_idr: number;
  paid_on: string;
  status: 'INSTALLMENT' | 'PAID';
}

/**
 * The rule of a payment against what remains: PAID pays all of it, and refuses an amount that is not that;
 * INSTALLMENT pays a part, at most all.
 * @throws Refusal 422 on `field` for less than all with PAID, and for more than remains
 */
export function decidePayment(
  status: 'INSTALLMENT' | 'PAID',
  amount: number | undefined,
  remaining_idr: number,
  field: string,
): Pick<PlannedPayment, 'amount_idr' | 'status'> {
  const amount_idr = amount ?? remaining_idr;
  if (amount_idr > remaining_idr) throw tooMuch(field, remaining_idr);
  if (status === 'PAID' && amount_idr < remaining_idr)
    throw orderErrors.refuseField('payment_too_small', field, { remaining: remaining_idr });
  return { amount_idr, status: amount_idr === remaining_idr ? 'PAID' : 'INSTALLMENT' };
}

/** @param maximum_idr the most that the field may say */
function tooMuch(field: string, maximum_idr: number): Refusal {
  return new Refusal([orderErrors.part('payment_too_large', field), mostAmount(maximum_idr)]);
}

function mostAmount(maximum_idr: number) {
  return {
    code: 'maximum_amount',
    field: 'maximum amount',
    values: { maximum: maximum_idr },
    as_number: maximum_idr,
  } as const;
}

/** The payment with which a new order comes; undefined: nothing is paid. */
export function firstPayment(payment: Input, total_idr: number): PlannedPayment | undefined {
  const { status, bank_id, date, amount } = payment;
  if (status === 'UNPAID' || bank_id === undefined || date === undefined) return undefined;
  const paid = decidePayment(status, amount, total_idr, 'payment.amount');
  return paid.amount_idr === 0 ? undefined : { bank_id, paid_on: date, ...paid };
}

/**
 * The payment with which an edit comes. `amount` is what is to be paid in all (with PAID and no amount the total): what
 * is missing to it is paid, so that the same edit sent twice pays once. Payments that there are stay.
 * @throws Refusal 422 where PAID comes with another amount than the total, or less remains than is missing
 */
export function missingPayment(
  payment: Input,
  { paid_idr, total_idr }: { paid_idr: number; total_idr: number },
): PlannedPayment | undefined {
  const { status, bank_id, date, amount } = payment;
  if (status === 'UNPAID' || bank_id === undefined || date === undefined) return undefined;
  if (status === 'PAID' && amount !== undefined && amount < total_idr)
    throw orderErrors.refuseField('paid_not_total', 'payment.amount', { total: total_idr });
  const wanted_idr = amount ?? (status === 'PAID' ? total_idr : paid_idr);
  if (wanted_idr <= paid_idr) return undefined;
  if (wanted_idr > total_idr) throw tooMuch('payment.amount', total_idr);
  const paid = decidePayment(status, wanted_idr - paid_idr, total_idr - paid_idr, 'payment.amount');
  return { bank_id, paid_on: date, ...paid };
}

/**
 * The payment that is added to an order that is there.
 * @throws Refusal 422 where nothing remains, or the amount is not what the status asks for
 */
export function nextPayment(
  payment: Omit<PlannedPayment, 'amount_idr'> & { amount?: number | undefined },
  { paid_idr, total_idr }: { paid_idr: number; total_idr: number },
): PlannedPayment {
  const { amount, bank_id, paid_on, status } = payment;
  if (total_idr === paid_idr)
    throw new Refusal([
      orderErrors.part('order_paid', 'id'),
      orderErrors.part('payment_too_large', 'amount'),
      mostAmount(0),
    ]);
  return { bank_id, paid_on, ...decidePayment(status, amount, total_idr - paid_idr, 'amount') };
}

/**
 * Writes a payment of an order that is locked.
 * @returns what of the order changes by it, for `changeOrder`
 * @throws Refusal 422 where the shop has no such bank account, or the order has as many payments as it may
 */
export async function addPayment(
  context: Context,
  order: LockedOrder,
  { bank_id, ...payment }: PlannedPayment,
): Promise<Required<Pick<OrderChange, 'columns' | 'further'>>> {
  const stored = await recordPayment(context, { order_id: order.id, bank_account_id: bank_id, ...payment });
  if (stored === undefined) throw kernelErrors.refuseField('field_not_found', 'payment.bank_id');
  return {
    columns: { paid_idr: order.paid_idr + payment.amount_idr, paid_on: payment.paid_on },
    further: { payment: [null, toldPayment(stored)] },
  };
}
