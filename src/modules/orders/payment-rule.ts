import type { z } from 'zod';
import type { Context } from '../../kernel/context.ts';
import { Refusal } from '../../kernel/errors.ts';
import { foundBy } from '../../kernel/not-found.ts';
import { recordPayment } from '../payments/index.ts';
import { paymentInHistory, type OrderChange } from './change-order.ts';
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
  /** It came with a payout of the courier, and is removed with that. */
  is_cod_payout?: boolean;
  /** The bank mutation that it is of, with whose match it is removed. */
  bank_mutation_id?: number;
  /** The buyer's payment that the order is accepted with. */
  buyer_payment_id?: number;
}

/**
 * The rule for a payment against the remaining amount: PAID pays all of it, and refuses any other amount; INSTALLMENT
 * pays a part, at most all.
 * @throws Refusal 422 on `field` for less than all with PAID, and for more than the remaining amount
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

/** The payment in the input of a new order; undefined: nothing is paid. */
export function firstPayment(payment: Input, total_idr: number): PlannedPayment | undefined {
  const { status, bank_id, date, amount } = payment;
  if (status === 'UNPAID' || bank_id === undefined || date === undefined) return undefined;
  const paid = decidePayment(status, amount, total_idr, 'payment.amount');
  return paid.amount_idr === 0 ? undefined : { bank_id, paid_on: date, ...paid };
}

/**
 * The payment in the input of an edit. `amount` is the total to be paid (with PAID and no amount: the order total); the
 * missing amount is paid, so that repeating the edit pays once. Existing payments stay.
 * @throws Refusal 422 if PAID has another amount than the total, or the missing amount exceeds what remains
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
 * The payment that is added to an existing order.
 * @throws Refusal 422 if nothing remains, or the amount does not match the status
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
 * Stores a payment of a locked order.
 * @returns its ID, and the changed fields of the order, for `changeOrder`
 * @throws Refusal 422 if the shop has no such bank account, or the order has reached its limit of payments
 */
export async function addPayment(
  context: Context,
  order: LockedOrder,
  { bank_id, ...payment }: PlannedPayment,
): Promise<Required<Pick<OrderChange, 'columns' | 'further'>> & { payment_id: number }> {
  const stored = foundBy(
    'payment.bank_id',
    await recordPayment(context, { order_id: order.id, bank_account_id: bank_id, ...payment }),
  );
  return {
    payment_id: stored.id,
    columns: { paid_idr: order.paid_idr + payment.amount_idr, paid_on: payment.paid_on },
    further: { payment: [null, paymentInHistory(stored)] },
  };
}
