import type { Context } from '../../kernel/context.ts';
import { sum, type Rupiah } from '../../kernel/money.ts';
import { balanceOf, balancesOf, credit, debit, onHoldOf, transfer, type Leg } from '../ledger/index.ts';
import type { LockedPayment, PaymentOrder } from './lock-payment.ts';

/**
 * Where a buyer's money arrives: in OrderPay (the platform's gateway), in the shop's own gateway account, or in one of its
 * bank accounts, which the ledger does not keep.
 */
export type Purse = 'ORDERPAY' | 'GATEWAY' | 'BANK';

const ARRIVES_ON: Record<Purse, Leg['account']['kind']> = {
  ORDERPAY: 'ORDERPAY_ON_HOLD',
  GATEWAY: 'GATEWAY_CLEARING',
  BANK: 'OUTSIDE',
};

/** Money that has come in, by its cause. */
export interface Arrival {
  cause: string;
  purse: Purse;
  amount_idr: Rupiah;
}

/** Books what a gateway received for the orders of a payment, and the admin fee that the buyer bore. */
export async function bookPaid(
  context: Context,
  payment: LockedPayment,
  orders: readonly PaymentOrder[],
  { cause, purse }: Arrival,
): Promise<void> {
  if (purse === 'BANK') return;
  const fee_idr = payment.payment_fee_idr;
  const legs: Leg[] = orders
    .filter(({ total_idr }) => total_idr > 0)
    .map(({ order_id, total_idr }) => debit(ARRIVES_ON[purse], total_idr, { order_id }));
  const goods_idr = sum(orders.map(({ total_idr }) => total_idr));
  if (goods_idr > 0) legs.push(credit('ORDERS', goods_idr));
  if (fee_idr > 0) {
    // The platform keeps what covers its gateway; the shop's own account receives it.
    legs.push(
      debit(purse === 'ORDERPAY' ? 'FEES' : ARRIVES_ON[purse], fee_idr),
      credit('ADMIN_FEES', fee_idr),
    );
  }
  if (legs.length > 0) await transfer(context, { cause, kind: 'CHARGE_PAID', legs, payment_id: payment.id });
}

/** Books money that no order wants any more as the balance of its customer. */
export async function bookToBalance(
  context: Context,
  payment: LockedPayment,
  { cause, purse, amount_idr }: Arrival,
): Promise<void> {
  const subject_id = payment.customer_id;
  const from =
    purse === 'ORDERPAY'
      ? debit('CUSTOMER_FUNDS', amount_idr, { subject_id })
      : debit(ARRIVES_ON[purse], amount_idr);
  await transfer(context, {
    cause,
    kind: 'CHARGE_LATE',
    legs: [from, credit('CUSTOMER_BALANCE', amount_idr, { subject_id })],
    payment_id: payment.id,
  });
}

/**
 * Books that bank money is no balance of its customer any more.
 * @returns false, with nothing written, if the customer has spent it
 */
export async function bookFromBalance(
  context: Context,
  payment: LockedPayment,
  { cause, amount_idr }: Pick<Arrival, 'cause' | 'amount_idr'>,
): Promise<boolean> {
  const subject_id = payment.customer_id;
  const [balance, funds] = await balancesOf(context, [
    { kind: 'CUSTOMER_BALANCE', subject_id },
    { kind: 'CUSTOMER_FUNDS', subject_id },
  ]);
  // What the platform holds of the balance came by a gateway, and is spent first.
  const from_banks_idr =
    (balance?.balance_idr ?? 0) - (balance?.reserved_idr ?? 0) - (funds?.balance_idr ?? 0);
  if (from_banks_idr < amount_idr) return false;
  const legs = [debit('CUSTOMER_BALANCE', amount_idr, { subject_id }), credit('OUTSIDE', amount_idr)];
  const outcome = await transfer(context, { cause, kind: 'LATE_TAKEN_BACK', legs, payment_id: payment.id });
  return outcome !== 'SHORT';
}

/**
 * Books that the money of a rejected order is due to its customer; what was paid with the balance is balance again. A
 * rejection of what a gateway received costs the shop the refund fee: from OrderPay, and what that does not cover is due.
 */
export async function bookRejection(
  context: Context,
  payment: LockedPayment,
  { order_id, total_idr }: PaymentOrder,
): Promise<void> {
  const subject_id = payment.customer_id;
  if (total_idr > 0) {
    const on_hold_idr = await onHoldOf(context, order_id);
    const to = payment.method === 'ORDERPAY' ? 'CUSTOMER_BALANCE' : 'REFUNDS_DUE';
    const legs = [debit('ORDERS', total_idr), credit(to, total_idr, { subject_id })];
    if (on_hold_idr > 0)
      legs.push(
        debit('CUSTOMER_FUNDS', on_hold_idr, { subject_id }),
        credit('ORDERPAY_ON_HOLD', on_hold_idr, { order_id }),
      );
    const cause = `order:${order_id}:rejected:${payment.id}`;
    await transfer(context, { cause, kind: 'ORDER_REJECTED', legs, order_id, payment_id: payment.id });
  }
  if (payment.method === 'GATEWAY') await bookRefundFee(context, payment, order_id);
}

async function bookRefundFee(context: Context, payment: LockedPayment, order_id: number): Promise<void> {
  const fee_idr = context.config.REFUND_FEE_IDR;
  if (fee_idr === 0) return;
  const book = async (from_wallet_idr: Rupiah) => {
    const due_idr = fee_idr - from_wallet_idr;
    const legs = [debit('FEES', fee_idr)];
    if (from_wallet_idr > 0) legs.push(credit('ORDERPAY_AVAILABLE', from_wallet_idr));
    if (due_idr > 0) legs.push(credit('FEES_DUE', due_idr));
    const cause = `order:${order_id}:refund-fee:${payment.id}`;
    return transfer(context, { cause, kind: 'REFUND_FEE', legs, order_id, payment_id: payment.id });
  };
  const { balance_idr, reserved_idr } = await balanceOf(context, { kind: 'ORDERPAY_AVAILABLE' });
  // Somebody may withdraw at this moment: then all of it is due.
  if ((await book(Math.min(fee_idr, balance_idr - reserved_idr))) === 'SHORT') await book(0);
}
