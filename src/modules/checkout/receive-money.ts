import type { Context } from '../../kernel/context.ts';
import { withSavepoint } from '../../kernel/database/savepoint.ts';
import { Refusal } from '../../kernel/errors.ts';
import type { Rupiah } from '../../kernel/money.ts';
import { emit } from '../../kernel/outbox.ts';
import { lockOrderFor, reviveLockedOrder } from '../orders/index.ts';
import { bookPaid, bookRejections, bookToBalance, type Purse } from './book-money.ts';
import { countedOrders } from './counted-orders.ts';
import { endCharges } from './charges.ts';
import { storeReceipt } from './store-receipt.ts';
import { lockPayment, ordersOf, type LockedPayment, type PaymentOrder } from './lock-payment.ts';

/** Money that has come in for a buyer's payment. */
export interface Money {
  payment_id: number;
  /** What brought it, as `charge:12:paid` or `mutation:34`: the same cause is the same money, however often it is said. */
  cause: string;
  source: 'GATEWAY' | 'MUTATION';
  purse: Purse;
  amount_idr: Rupiah;
  received_at: Date;
  /** The account of the shop that it arrived on, of a bank. */
  bank_account_id?: number | null;
  /** Somebody has decided that it is this payment's money, so that the unique code, or a part of it, may be missing. */
  may_lack_code?: boolean;
}

/**
 * PAID: it pays the payment; what of it is for orders that were rejected or have ended is due to the customer. REVIVED: it
 * came late, and the orders wait for the seller again, with their stock. BALANCE: no order wants it any more, so it is
 * balance of the customer. KNOWN: it was recorded before. WRONG_AMOUNT: it is not what is to be paid, so nothing is
 * recorded: somebody has to look.
 */
export type MoneyOutcome = 'PAID' | 'REVIVED' | 'BALANCE' | 'KNOWN' | 'WRONG_AMOUNT';

/**
 * Records money that has come in, exactly once, whatever has become of its payment meanwhile, in the transaction of the
 * caller, if there is one. It locks the payment and its orders. Staff are told by `buyer_payment.late` of what came too
 * late or twice.
 * @throws Refusal 404 if the shop has no such payment
 */
export async function receiveMoney(context: Context, money: Money): Promise<MoneyOutcome> {
  return context.transaction(async (inner) => {
    const payment = await lockPayment(inner, money.payment_id);
    if (await isKnown(inner, money.cause)) return 'KNOWN';
    const orders = await ordersOf(inner, payment.id);
    if (!isRightAmount(payment, money)) return 'WRONG_AMOUNT';
    const outcome = await take(inner, payment, orders, money);
    await storeReceipt(inner, { ...money, state_before: payment.state }, outcome);
    const { amount_idr: amount, source } = money;
    if (outcome === 'PAID') await emit(inner, 'buyer_payment.paid', payment.id, { amount, source });
    else await emit(inner, 'buyer_payment.late', payment.id, { amount, source, outcome });
    return outcome;
  });
}

function isRightAmount(payment: LockedPayment, { amount_idr, may_lack_code }: Money): boolean {
  const least_idr = may_lack_code === true ? payment.nominal_invoice_idr : payment.nominal_transfer_idr;
  return amount_idr >= least_idr && amount_idr <= payment.nominal_transfer_idr;
}

async function isKnown({ db, shop }: Context, cause: string): Promise<boolean> {
  const receipt = await db
    .selectFrom('payment_receipts')
    .select('id')
    .where('shop_id', '=', shop.id)
    .where('cause', '=', cause)
    .executeTakeFirst();
  return receipt !== undefined;
}

const NONE: ReadonlySet<number> = new Set();

async function take(
  context: Context,
  payment: LockedPayment,
  orders: readonly PaymentOrder[],
  money: Money,
): Promise<'PAID' | 'REVIVED' | 'BALANCE'> {
  const is_paid_already = payment.received_idr > 0;
  const is_open = payment.state === 'WAITING' || payment.state === 'CLAIMED';
  const due = orders.filter(({ is_due }) => is_due);
  const accepted = due.filter(({ decision }) => decision === 'ACCEPT');
  // The seller accepted what had not come in yet: this is it.
  const counted = is_paid_already ? NONE : await countedOrders(context, accepted);
  if (!is_paid_already && (is_open || counted.size > 0)) {
    await storePaid(context, payment, money, is_open ? 'PAID' : payment.state);
    await bookPaid(context, payment, due, money);
    const is_wanted = ({ order_id, decision }: PaymentOrder) =>
      decision === 'ACCEPT' ? counted.has(order_id) : decision === null && is_open;
    await bookRejections(
      context,
      payment,
      due.filter((order) => !is_wanted(order)),
    );
    return 'PAID';
  }
  if (!is_paid_already && payment.state === 'EXPIRED' && (await revive(context, orders))) {
    await storePaid(context, payment, money, 'PAID');
    await bookPaid(context, payment, orders, money);
    return 'REVIVED';
  }
  await bookToBalance(context, payment, money);
  return 'BALANCE';
}

/** Makes all expired orders of a payment wait again, or none. @returns whether that was possible */
async function revive(context: Context, orders: readonly PaymentOrder[]): Promise<boolean> {
  if (orders.some(({ decision }) => decision !== null)) return false;
  try {
    await withSavepoint(context, async (inner) => {
      for (const { order_id } of orders)
        await reviveLockedOrder(inner, await lockOrderFor(inner, order_id, 'REVIVE'));
    });
    return true;
  } catch (error) {
    // Its stock or its promos are gone, or staff have deleted or reactivated an order.
    if (error instanceof Refusal) return false;
    throw error;
  }
}

/** It is paid: a charge that is open still, beside the one that was paid, takes no money any more. */
async function storePaid(
  context: Context,
  payment: LockedPayment,
  { amount_idr, received_at, bank_account_id = null }: Money,
  state: LockedPayment['state'],
): Promise<void> {
  const { db, shop, clock } = context;
  const received = { received_idr: amount_idr, received_at, received_bank_account_id: bank_account_id };
  await db
    .updateTable('buyer_payments')
    .set({ state, ...received, expires_at: null, updated_at: clock.now() })
    .where('shop_id', '=', shop.id)
    .where('id', '=', payment.id)
    .execute();
  if (payment.method === 'GATEWAY') await endCharges(context, payment.id);
}
