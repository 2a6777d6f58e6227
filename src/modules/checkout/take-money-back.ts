import { sql } from 'kysely';
import type { Context } from '../../kernel/context.ts';
import { emit } from '../../kernel/outbox.ts';
import { bookFromBalance, causeOfRejection } from './book-money.ts';
import { countedOrders } from './counted-orders.ts';
import { endPayment } from './end-payment.ts';
import { checkoutErrors } from './errors.ts';
import { lockPayment, ordersOf, type LockedPayment, type PaymentOrder } from './lock-payment.ts';
import type { PaymentState } from './payment-states.ts';
import { expiryOf } from './store-payment.ts';
import { takeUniqueCode } from './take-unique-code.ts';

/**
 * Takes money of a bank back that was matched with a buyer's payment by mistake, in the transaction of the caller: the payment
 * is again what it was before, and waits with the time of a new one. Taken back again, it changes nothing.
 * @throws Refusal 422 if orders were decided or refunded since it came in, or if it became balance that the customer has spent
 */
export async function takeMoneyBack(
  context: Context,
  { payment_id, cause }: { payment_id: number; cause: string },
): Promise<void> {
  const payment = await lockPayment(context, payment_id);
  const receipt = await takeReceipt(context, payment_id, cause);
  if (receipt === undefined) return;
  const { amount_idr, outcome } = receipt;
  if (outcome === 'BALANCE') {
    const is_left = await bookFromBalance(context, payment, { cause: `${cause}:taken-back`, amount_idr });
    if (!is_left) throw checkoutErrors.refuse('money_spent', { payment: payment_id });
  } else await returnPayment(context, payment, (receipt.state_before ?? 'WAITING') as PaymentState);
  const { state } = await lockPayment(context, payment_id);
  await emit(context, 'buyer_payment.money_taken_back', payment_id, { amount: amount_idr, outcome, state });
}

async function takeReceipt({ db, shop, clock }: Context, payment_id: number, cause: string) {
  return db
    .updateTable('payment_receipts')
    .set({ taken_back_at: clock.now() })
    .where('shop_id', '=', shop.id)
    .where('payment_id', '=', payment_id)
    .where('cause', '=', cause)
    .where('taken_back_at', 'is', null)
    .returning(['amount_idr', 'outcome', 'state_before'])
    .executeTakeFirst();
}

async function returnPayment(
  context: Context,
  payment: LockedPayment,
  state_before: PaymentState,
): Promise<void> {
  const nothing = { received_idr: 0, received_at: null, received_bank_account_id: null };
  const orders = await ordersOf(context, payment.id);
  // The seller had accepted its orders before the money came, and has to know better still. What was due of it to the
  // customer may be paid by now.
  const due = orders.filter(({ is_due }) => is_due);
  if (state_before === 'CLOSED' && due.every(({ decision }) => decision === 'ACCEPT')) {
    if ((await hasRejection(context, payment.id, due)) || !(await allCount(context, due)))
      throw checkoutErrors.refuse('money_decided', { payment: payment.id });
    await change(context, payment, nothing);
    return;
  }
  if (payment.state !== 'PAID' || orders.some(({ decision }) => decision !== null))
    throw checkoutErrors.refuse('money_decided', { payment: payment.id });
  if (state_before === 'EXPIRED') {
    await change(context, payment, nothing);
    await endPayment(context, payment, 'EXPIRED');
    return;
  }
  const { bank_account_id: account_id, nominal_invoice_idr } = payment;
  const is_taken = account_id !== null && (await isCodeTaken(context, account_id, payment));
  await change(context, payment, {
    ...nothing,
    state: state_before,
    expires_at: expiryOf(payment.method, state_before, context.clock.now()),
    ...(is_taken && { unique_code: await newCode(context, account_id, nominal_invoice_idr) }),
  });
}

/** Whether none of the orders was refunded, so that its money has left again. */
async function allCount(context: Context, due: readonly PaymentOrder[]): Promise<boolean> {
  return (await countedOrders(context, due)).size === due.length;
}

/** Whether a part of the money became due to the customer, as its order did not count as paid any more. */
async function hasRejection(
  { db, shop }: Context,
  payment_id: number,
  orders: readonly PaymentOrder[],
): Promise<boolean> {
  const causes = orders.map(({ order_id }) => causeOfRejection(payment_id, order_id));
  const found = await db
    .selectFrom('ledger_transfers')
    .select('id')
    .where('shop_id', '=', shop.id)
    .where('cause', 'in', causes)
    .limit(1)
    .executeTakeFirst();
  return found !== undefined;
}

/** Whether another payment waits with the code or the amount by now. Codes of the account are not drawn until the transaction ends. */
async function isCodeTaken(
  { db, shop }: Context,
  account_id: number,
  { unique_code, nominal_transfer_idr }: LockedPayment,
): Promise<boolean> {
  await db
    .selectFrom('unique_code_counters')
    .select('last_code')
    .where('shop_id', '=', shop.id)
    .where('bank_account_id', '=', account_id)
    .forUpdate()
    .execute();
  const other = await db
    .selectFrom('buyer_payments')
    .select('id')
    .where('shop_id', '=', shop.id)
    .where('bank_account_id', '=', account_id)
    .where((is) =>
      is.or([is('unique_code', '=', unique_code), is('nominal_transfer_idr', '=', nominal_transfer_idr)]),
    )
    .where(sql<boolean>`state in ('WAITING', 'CLAIMED') and unique_code > 0`)
    .executeTakeFirst();
  return other !== undefined;
}

async function newCode(context: Context, account_id: number, invoice_idr: number): Promise<number> {
  const account = await context.db
    .selectFrom('bank_accounts')
    .select(['id', 'account_number'])
    .where('shop_id', '=', context.shop.id)
    .where('id', '=', account_id)
    .executeTakeFirstOrThrow();
  return takeUniqueCode(context, account, invoice_idr);
}

type Change = Partial<Pick<LockedPayment, 'state' | 'expires_at' | 'unique_code'>> & {
  received_idr: number;
  received_at: null;
  received_bank_account_id: null;
};

async function change({ db, shop, clock }: Context, { id }: LockedPayment, columns: Change): Promise<void> {
  await db
    .updateTable('buyer_payments')
    .set({ ...columns, updated_at: clock.now() })
    .where('shop_id', '=', shop.id)
    .where('id', '=', id)
    .execute();
}
