import type { Context } from '../../kernel/context.ts';
import { sum, type Rupiah } from '../../kernel/money.ts';
import { emit } from '../../kernel/outbox.ts';
import {
  balanceOf,
  lockBalances,
  credit,
  debit,
  onHoldOf,
  transfer,
  transferAll,
  type Leg,
  type Transfer,
} from '../ledger/index.ts';
import { makeAvailable, untilNotOvertaken } from '../payments/index.ts';
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

/** Books money of a wrong amount that the shop has given back by itself: what the platform received of it is the shop's. */
export async function bookReturned(
  context: Context,
  payment: LockedPayment,
  { id, charge_id, amount_idr }: { id: number; charge_id: number; amount_idr: Rupiah },
): Promise<void> {
  await untilNotOvertaken(async () =>
    makeAvailable(
      context,
      {
        cause: `charge:${charge_id}:returned:${id}`,
        kind: 'WRONG_RETURNED',
        legs: [debit('ORDERPAY_AVAILABLE', amount_idr), credit('OUTSIDE', amount_idr)],
        payment_id: payment.id,
      },
      amount_idr,
    ),
  );
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
  // Locked, as two mutations of one customer may be undone at once.
  const [balance, funds] = await lockBalances(context, [
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

/** What the rejection of an order is known by in the ledger. */
export const causeOfRejection = (payment_id: number, order_id: number) =>
  `order:${order_id}:rejected:${payment_id}`;

/**
 * Books that the money of rejected orders is due to their customer; what was paid with the balance is balance again. A
 * rejection of what a gateway received costs the shop the refund fee: from OrderPay, and what that does not cover is due.
 * All of it is one call, which locks the accounts in the order of everybody.
 */
export async function bookRejections(
  context: Context,
  payment: LockedPayment,
  orders: readonly PaymentOrder[],
): Promise<void> {
  // For what costs nothing, nothing is given back.
  const paid = orders.filter(({ total_idr }) => total_idr > 0);
  if (paid.length === 0) return;
  const rejections: Transfer[] = [];
  for (const order of paid) rejections.push(await rejectionOf(context, payment, order));
  const fee_idr = payment.method === 'GATEWAY' ? context.config.REFUND_FEE_IDR : 0;
  if (fee_idr === 0) {
    await transferAll(context, rejections);
    return;
  }
  const { balance_idr, reserved_idr } = await balanceOf(context, { kind: 'ORDERPAY_AVAILABLE' });
  const book = (wallet_idr: Rupiah) => {
    let left_idr = wallet_idr;
    const fees = paid.map(({ order_id }) => {
      const from_wallet_idr = Math.min(fee_idr, left_idr);
      left_idr -= from_wallet_idr;
      return refundFee(payment, order_id, fee_idr, from_wallet_idr);
    });
    return transferAll(context, [...rejections, ...fees]);
  };
  // Somebody may withdraw at this moment: then all of it is due.
  if ((await book(balance_idr - reserved_idr)) === 'SHORT') await book(0);
  for (const { order_id } of paid) await emit(context, 'order.charged', order_id);
}

async function rejectionOf(
  context: Context,
  payment: LockedPayment,
  { order_id, total_idr }: PaymentOrder,
): Promise<Transfer> {
  const subject_id = payment.customer_id;
  const on_hold_idr = await onHoldOf(context, order_id);
  const to = payment.method === 'ORDERPAY' ? 'CUSTOMER_BALANCE' : 'REFUNDS_DUE';
  const legs = [debit('ORDERS', total_idr), credit(to, total_idr, { subject_id })];
  if (on_hold_idr > 0)
    legs.push(
      debit('CUSTOMER_FUNDS', on_hold_idr, { subject_id }),
      credit('ORDERPAY_ON_HOLD', on_hold_idr, { order_id }),
    );
  const cause = causeOfRejection(payment.id, order_id);
  return { cause, kind: 'ORDER_REJECTED', legs, order_id, payment_id: payment.id };
}

function refundFee(
  payment: LockedPayment,
  order_id: number,
  fee_idr: Rupiah,
  from_wallet_idr: Rupiah,
): Transfer {
  const due_idr = fee_idr - from_wallet_idr;
  const legs = [debit('FEES', fee_idr)];
  if (from_wallet_idr > 0) legs.push(credit('ORDERPAY_AVAILABLE', from_wallet_idr));
  if (due_idr > 0) legs.push(credit('FEES_DUE', due_idr));
  const cause = `order:${order_id}:refund-fee:${payment.id}`;
  return { cause, kind: 'REFUND_FEE', legs, order_id, payment_id: payment.id };
}
