import type { Context } from '../../kernel/context.ts';
import { findAccount } from './payment-methods.ts';
import { instructionsFor } from './instructions.ts';
import { liveCharge } from './charges.ts';
import type { PaymentState } from './payment-states.ts';

/** How a buyer pays for an order of the store, with all that is paid in one go. */
export interface PaymentOfOrder {
  state: PaymentState;
  /** Total of all its orders. */
  nominal_invoice_idr: number;
  unique_code: number;
  payment_fee_idr: number;
  nominal_transfer_idr: number;
  /** What to do; empty where nothing is to be paid any more. */
  steps: string[];
}

/**
 * The payment of an order that its buyer has placed in the store, in two statements, or three where it goes through the gateway.
 * @returns undefined where staff have placed it
 */
export async function paymentOfOrder(
  context: Context,
  order_id: number,
): Promise<PaymentOfOrder | undefined> {
  const payment = await context.db
    .selectFrom('buyer_payment_orders as b')
    .innerJoin('buyer_payments as p', (join) =>
      join.on('p.shop_id', '=', context.shop.id).onRef('p.id', '=', 'b.payment_id'),
    )
    .selectAll('p')
    .where('b.shop_id', '=', context.shop.id)
    .where('b.order_id', '=', order_id)
    .orderBy('p.id', 'desc')
    .executeTakeFirst();
  if (payment === undefined) return undefined;
  const { state, method, expires_at, nominal_invoice_idr, unique_code, payment_fee_idr } = payment;
  const { nominal_transfer_idr } = payment;
  const told = { state, nominal_invoice_idr, unique_code, payment_fee_idr, nominal_transfer_idr };
  if (state !== 'WAITING' && state !== 'COD') return { ...told, steps: [] };
  const account = await findAccount(context, payment.bank_account_id);
  const charge = method === 'GATEWAY' ? await liveCharge(context, payment.id) : undefined;
  const instructions = instructionsFor(context, {
    method,
    account,
    nominal_transfer_idr,
    expires_at,
    charge,
  });
  const { payment_url, steps } = instructions;
  return { ...told, steps: payment_url === null ? steps : [...steps, payment_url] };
}
