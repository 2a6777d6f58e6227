import type { z } from 'zod';
import { differenceOf } from '../../../kernel/difference.ts';
import { emit } from '../../../kernel/outbox.ts';
import { storeAccounts, type StoreContext } from '../../storefront/index.ts';
import { endCharges, liveCharge, requestCharge } from '../charges.ts';
import { checkoutLimits } from '../limits.ts';
import { lockPayment, type LockedPayment } from '../lock-payment.ts';
import { openChargeNow } from '../open-charge.ts';
import { chooseMethod, findAccount, type ChosenMethod } from '../payment-methods.ts';
import { refuseDecided, refusePaymentState } from '../refuse-payment-state.ts';
import { expiryOf } from '../store-payment.ts';
import { takeUniqueCode } from '../take-unique-code.ts';
import { findPaymentId } from './find-payment.ts';
import { viewPayment } from './get-payment.ts';
import type { BuyerPaymentView, ChangeMethodInput } from './schemas.ts';

type Input = z.output<typeof ChangeMethodInput>;

const DAY_MS = 24 * 3_600_000;

/**
 * Lets a buyer pay another way, as long as nothing is paid, claimed to be, or decided: a new account and a new unique code. The
 * payment expires later, as after each change, in the days of `changes_days`: nobody holds stock without end. The same way
 * again changes nothing, unless nothing can be paid by it any more: then there is a new charge.
 * @throws Refusal 404 if there is no such payment; 422 if it cannot be changed, or the store does not offer the method
 */
export async function changeMethod(
  context: StoreContext,
  input: Input,
): Promise<z.input<typeof BuyerPaymentView>> {
  const id = await findPaymentId(context, input.token);
  const accounts = await storeAccounts(context);
  const chosen = await chooseMethod(context, input.payment, accounts, await categoryOf(context, id));
  await context.transaction((inner) => storeMethod(inner, id, chosen));
  if (chosen.method === 'GATEWAY' && !context.in_transaction) await openChargeNow(context, id);
  return viewPayment(context, id);
}

/** The category of who checked out, whoever has the token, signed in or not: guests are in category N. */
async function categoryOf({ db, shop }: StoreContext, id: number): Promise<string> {
  const payer = await db
    .selectFrom('buyer_payments as p')
    .innerJoin('customers as c', (join) =>
      join.on('c.shop_id', '=', shop.id).onRef('c.id', '=', 'p.customer_id'),
    )
    .select(['p.is_guest', 'c.category_code'])
    .where('p.shop_id', '=', shop.id)
    .where('p.id', '=', id)
    .executeTakeFirstOrThrow();
  return payer.is_guest ? 'N' : payer.category_code;
}

async function storeMethod(context: StoreContext, id: number, chosen: ChosenMethod): Promise<void> {
  const { method, account, channel, owner, payment_fee_idr } = chosen;
  const payment = await lockPayment(context, id);
  if (payment.state !== 'WAITING') throw refusePaymentState(context, payment, 'payment.method');
  // What nothing can be paid by any more is chosen anew, also for what is left once orders were rejected.
  const is_payable = await canBePaid(context, payment);
  if (is_payable) await refuseDecided(context, id, 'payment.method');
  const bank_account_id = account?.id ?? null;
  const is_same =
    method === payment.method && bank_account_id === payment.bank_account_id && channel === payment.channel;
  if (is_same && is_payable) return;
  const { nominal_invoice_idr } = payment;
  const unique_code =
    method === 'TRANSFER' && account !== null
      ? await takeUniqueCode(context, account, nominal_invoice_idr)
      : 0;
  const after = { method, channel, bank_account_id, unique_code, payment_fee_idr };
  const now = context.clock.now();
  const expires_at = expiryAfterChange(payment, expiryOf(method, 'WAITING', now));
  await endCharges(context, id);
  if (channel !== null && owner !== null && expires_at !== null)
    await requestCharge(context, {
      payment_id: id,
      owner,
      channel,
      amount_idr: nominal_invoice_idr + payment_fee_idr,
      expires_at,
    });
  await context.db
    .updateTable('buyer_payments')
    .set({ ...after, updated_at: now, expires_at })
    .where('shop_id', '=', context.shop.id)
    .where('id', '=', id)
    .execute();
  await emit(context, 'buyer_payment.changed', id, differenceOf(payment, after));
}

/** Later than before, but not by changes that come too long after the checkout. */
function expiryAfterChange({ expires_at, created_at }: LockedPayment, wanted: Date | null): Date | null {
  if (expires_at === null || wanted === null) return wanted;
  const last_ms = created_at.getTime() + checkoutLimits.changes_days * DAY_MS;
  return new Date(Math.max(expires_at.getTime(), Math.min(wanted.getTime(), last_ms)));
}

/**
 * Whether the money of a payment is taken, or will be: not into an account that the shop has deleted, nor by a charge that was
 * refused, has ended, or took another amount.
 */
async function canBePaid(context: StoreContext, payment: LockedPayment): Promise<boolean> {
  if (payment.method === 'TRANSFER') return (await findAccount(context, payment.bank_account_id)) !== null;
  const charge = await liveCharge(context, payment.id);
  return charge !== null && charge.state !== 'FAILED';
}
