import type { z } from 'zod';
import { dateTimeText } from '../../../kernel/calendar.ts';
import { kernelErrors, Refusal } from '../../../kernel/errors.ts';
import { networkOf } from '../../../kernel/http/client-address.ts';
import { hashToken, makeShopToken } from '../../../kernel/shop-token.ts';
import { guestCustomer } from '../../customers/index.ts';
import { shortageOf, storeBuyerOrder } from '../../orders/index.ts';
import type { StoreContext } from '../../storefront/index.ts';
import { liveCharge, requestCharge } from '../charges.ts';
import { instructionsFor } from '../instructions.ts';
import { openChargeNow } from '../open-charge.ts';
import { chooseMethod, type ChosenMethod } from '../payment-methods.ts';
import { payByBalance } from '../pay-by-balance.ts';
import { storePayment } from '../store-payment.ts';
import { loadStoreFacts } from './load-store-facts.ts';
import { planCheckout, type CheckoutPlan } from './plan-checkout.ts';
import type { CheckoutDone, CheckoutInput } from './schemas.ts';

type Input = z.output<typeof CheckoutInput>;

/** A checkout that is priced, before any transaction. */
export interface PreparedCheckout {
  input: Input;
  chosen: ChosenMethod;
  plan: CheckoutPlan;
}

/** What a payment waits for after the checkout. */
const STATE_AFTER = { TRANSFER: 'WAITING', GATEWAY: 'WAITING', ORDERPAY: 'PAID', COD: 'COD' } as const;

/** How often a checkout is priced anew where goods or promos changed meanwhile. */
const MOST_PLANS = 5;

/** Prices a checkout, and sees how it is to be paid. @throws Refusal 422: see `planCheckout` and `chooseMethod` */
export async function prepareCheckout(context: StoreContext, input: Input): Promise<PreparedCheckout> {
  const store = await loadStoreFacts(context);
  const category_code = context.buyer?.category_code ?? 'N';
  const chosen = await chooseMethod(context, input.payment, store.accounts, category_code);
  return { input, chosen, plan: await planCheckout(context, input, store, chosen.method === 'COD') };
}

/**
 * Places a buyer's orders, all or none, with their stock, their promos and one payment: what is returned is held for the
 * buyer until the payment expires. A guest becomes a customer, or is the one with this phone number, and is told nothing of
 * that.
 * @throws Refusal 422 with what is left on `products.N.qty` if stock is short; 429 or 503 if too many checkouts are open:
 *   then nothing is stored
 */
export async function checkOut(
  context: StoreContext,
  prepared: PreparedCheckout,
): Promise<z.input<typeof CheckoutDone>> {
  let { plan } = prepared;
  for (let attempt = 1; ; attempt += 1) {
    const planned = { ...prepared, plan };
    const stored = await context.transaction((inner) => storeCheckout(inner, planned)).catch(outdated);
    if (stored !== undefined) return withCharge(context, planned, stored);
    // Within a transaction of the caller, as with an Idempotency-Key, nothing can be priced anew.
    if (attempt === MOST_PLANS || context.in_transaction) throw kernelErrors.refuse('conflict');
    plan = (await prepareCheckout(context, prepared.input)).plan;
  }
}

/**
 * Opens the charge of a checkout that is stored, if it goes through the gateway: one that is slow or down keeps the order
 * standing and the buyer not waiting. Within the transaction of an Idempotency-Key nobody is asked: the clock opens it.
 */
async function withCharge(
  context: StoreContext,
  { chosen: { method, account } }: PreparedCheckout,
  done: Stored,
): Promise<z.input<typeof CheckoutDone>> {
  const { expires_at, ...answer } = done;
  if (method !== 'GATEWAY' || context.in_transaction) return answer;
  await openChargeNow(context, answer.payment_id);
  const charge = await liveCharge(context, answer.payment_id);
  const { nominal_transfer: nominal_transfer_idr } = answer;
  const payable = { method, account, nominal_transfer_idr, expires_at, charge };
  return { ...answer, instructions: instructionsFor(context, payable) };
}

/** What is answered, and when the payment ends. */
type Stored = z.input<typeof CheckoutDone> & { expires_at: Date | null };

/** Goods or promos are not as they were priced: the transaction is rolled back. */
class OutdatedPlan extends Error {}

function outdated(error: unknown): undefined {
  if (error instanceof OutdatedPlan) return undefined;
  throw error;
}

async function storeCheckout(context: StoreContext, { chosen, plan }: PreparedCheckout): Promise<Stored> {
  const orders = [];
  let customer_id = context.buyer?.customer_id;
  for (const [index, order] of plan.orders.entries()) {
    const sender_id: number = customer_id ?? (await guestCustomer(context, order.sender));
    customer_id = sender_id;
    const is_sender = order.receiver.phone === order.sender.phone;
    const receiver_id = is_sender ? sender_id : await guestCustomer(context, order.receiver);
    const stored = await storeBuyerOrder(context, order, { sender_id, receiver_id }, plan.category);
    if ('is_outdated' in stored) throw new OutdatedPlan();
    if ('short' in stored) throw ofReceiver(plan, index, shortageOf(order, stored.short));
    orders.push({ ...stored, total_idr: order.price.total_idr });
  }
  const { payer } = plan;
  const token = makeShopToken(context.random, context.shop.id);
  const { method, account, channel, owner } = chosen;
  // Nothing is to be paid, so there is nothing to wait for, and nothing that a fee could be for.
  const is_free = method !== 'COD' && plan.total_idr === 0;
  const payment_fee_idr = is_free ? 0 : chosen.payment_fee_idr;
  const { payment_id, unique_code, expires_at } = await storePayment(context, {
    customer_id: customer_id ?? 0,
    made_from: plan.made_from,
    is_guest: context.buyer === null,
    method,
    channel,
    bank_account: account,
    state: is_free ? 'PAID' : STATE_AFTER[method],
    payment_fee_idr,
    token_hash: hashToken(token),
    customer_name: payer.name,
    customer_phone: payer.phone,
    phone: payer.phone,
    network: networkOf(context.address),
    orders,
  });
  if (method === 'ORDERPAY')
    await payByBalance(context, { payment_id, customer_id: customer_id ?? 0, orders });
  const nominal_transfer = plan.total_idr + unique_code + payment_fee_idr;
  if (channel !== null && owner !== null && expires_at !== null)
    await requestCharge(context, {
      payment_id,
      owner,
      channel,
      amount_idr: nominal_transfer,
      expires_at,
    });
  return {
    expires_at,
    payment_id,
    token,
    orders: orders.map(({ order_id, po_number }) => ({ order_id, po_number })),
    nominal_invoice: plan.total_idr,
    nominal_unique: unique_code,
    payment_fee: payment_fee_idr,
    nominal_transfer,
    expired_at: expires_at === null ? null : dateTimeText(expires_at, context.shop.time_zone),
    instructions: instructionsFor(context, {
      method,
      account,
      nominal_transfer_idr: nominal_transfer,
      expires_at,
    }),
  };
}

/** Says of which of several receivers a refusal is. */
export function ofReceiver({ orders }: CheckoutPlan, index: number, refusal: Refusal): Refusal {
  if (orders.length === 1) return refusal;
  return new Refusal(
    refusal.parts.map((part) => ({ ...part, field: `receivers.${index}.${part.field ?? ''}` })),
  );
}
