import type { z } from 'zod';
import type { GatewayChannel } from '../../../integrations/gateway/port.ts';
import { dateText } from '../../../kernel/calendar.ts';
import type { Context } from '../../../kernel/context.ts';
import { Refusal, type RefusalPart } from '../../../kernel/errors.ts';
import { sum } from '../../../kernel/money.ts';
import { emit, userIdOf } from '../../../kernel/outbox.ts';
import { confirmLockedOrder, endLockedOrder, lockOrderFor } from '../../orders/index.ts';
import { bookRejections } from '../book-money.ts';
import { endCharges, liveCharge, requestCharge } from '../charges.ts';
import { checkoutErrors } from '../errors.ts';
import { lockPayment, ordersOf, type LockedPayment, type PaymentOrder } from '../lock-payment.ts';
import { OPEN_STATES } from '../payment-states.ts';
import { refusePaymentState } from '../refuse-payment-state.ts';
import type { ConfirmOrdersInput, OrdersConfirmed } from './schemas.ts';

type Input = z.output<typeof ConfirmOrdersInput>;
type Decision = 'ACCEPT' | 'REJECT';

/** A decision of the input, with the order that it is of. */
interface Decided {
  order: PaymentOrder;
  decision: Decision;
  field: string;
}

/**
 * Accepts or rejects orders of a buyer's payment, all of the input or none. What is accepted counts as paid, but for COD;
 * what is rejected gives back its stock and promos, and its money is due to the customer where it had come in. Orders that
 * are not named wait on. The same decision again changes nothing.
 * @throws Refusal 404 if the shop has no such payment; 422 on each order that is not one of it or was decided otherwise, if
 *   the payment has expired or was cancelled, or if a gateway's money is accepted that has not arrived
 */
export async function confirmOrders(
  context: Context,
  input: Input,
): Promise<z.input<typeof OrdersConfirmed>> {
  await context.transaction(async (inner) => {
    const payment = await lockPayment(inner, input.id);
    const decided = newDecisions(input, await ordersOf(inner, payment.id));
    if (decided.length === 0) return;
    if (!(OPEN_STATES as readonly string[]).includes(payment.state))
      throw refusePaymentState(inner, payment, 'id');
    if (payment.method === 'GATEWAY' && payment.state !== 'PAID' && decided.some(isAccepted))
      throw checkoutErrors.refuseField('payment_not_paid', 'id', { method: payment.channel ?? 'gateway' });
    for (const one of decided) await decide(inner, payment, one);
    // Money after all stock and orders, as everybody locks them.
    const rejected = decided.filter((one) => !isAccepted(one)).map(({ order }) => order);
    if (payment.received_idr > 0) await bookRejections(inner, payment, rejected);
    await storeDecisions(inner, payment, decided);
  });
  return { id: input.id, orders: input.orders };
}

const isAccepted = ({ decision }: Decided) => decision === 'ACCEPT';

/** Those of the input that are not made already. */
function newDecisions(input: Input, orders: readonly PaymentOrder[]): Decided[] {
  const faults: RefusalPart[] = [];
  const seen = new Set<number>();
  const decided = input.orders.flatMap(({ id, action: decision }, index): Decided[] => {
    const field = `orders.${index}.id`;
    const order = orders.find(({ order_id }) => order_id === id);
    if (order === undefined) faults.push(checkoutErrors.part('order_not_of_payment', field));
    else if (seen.has(id)) faults.push(checkoutErrors.part('order_named_twice', field));
    else if (order.decision !== null && order.decision !== decision)
      faults.push(
        checkoutErrors.part('order_decided', field, { po_number: order.po_number, decision: order.decision }),
      );
    seen.add(id);
    return order === undefined || order.decision !== null ? [] : [{ order, decision, field }];
  });
  if (faults.length > 0) throw new Refusal(faults);
  // In the sequence in which they were ordered: two that decide the same payment lock alike.
  return decided.toSorted((a, b) => a.order.position - b.order.position);
}

async function decide(context: Context, payment: LockedPayment, one: Decided): Promise<void> {
  const { decision, field } = one;
  const { order_id } = one.order;
  if (decision === 'REJECT') {
    await endLockedOrder(context, await lockOrderFor(context, order_id, 'REJECT', field), 'REJECT');
    return;
  }
  const order = await lockOrderFor(context, order_id, 'CONFIRM', field);
  const bank_account_id = payment.received_bank_account_id ?? payment.bank_account_id;
  const is_paid = bank_account_id !== null && order.total_idr > 0;
  const paid_at = payment.received_at ?? payment.claimed_at ?? context.clock.now();
  await confirmLockedOrder(
    context,
    order,
    is_paid
      ? {
          buyer_payment_id: payment.id,
          bank_id: bank_account_id,
          amount_idr: order.total_idr,
          paid_on: dateText(paid_at, context.shop.time_zone),
          status: 'PAID',
        }
      : undefined,
  );
}

/** A payment is closed when each of its orders is decided: nothing can be paid for it any more. */
async function storeDecisions(
  context: Context,
  payment: LockedPayment,
  decided: readonly Decided[],
): Promise<void> {
  const { db, shop, clock } = context;
  for (const { order, decision } of decided)
    await db
      .updateTable('buyer_payment_orders')
      .set({ decision })
      .where('shop_id', '=', shop.id)
      .where('payment_id', '=', payment.id)
      .where('position', '=', order.position)
      .execute();
  const orders = await ordersOf(context, payment.id);
  const is_closed = orders.every(({ decision }) => decision !== null);
  // Nobody is asked to pay for what is rejected.
  const waived = orders.filter(({ decision }) => decision === 'REJECT');
  if (payment.state === 'WAITING' && !is_closed && waived.length > 0)
    await lowerAmount(context, payment, orders, waived);
  const now = clock.now();
  await db
    .updateTable('buyer_payments')
    .set({
      ...(is_closed && { state: 'CLOSED' as const, closed_at: now }),
      // Where somebody has looked for the money of a claim, nothing of it ends by itself any more.
      ...((is_closed || payment.state === 'CLAIMED') && { expires_at: null }),
      updated_at: now,
      updated_by: userIdOf(context),
    })
    .where('shop_id', '=', shop.id)
    .where('id', '=', payment.id)
    .execute();
  if (is_closed && payment.method === 'GATEWAY') await endCharges(context, payment.id);
  const idsOf = (wanted: Decision) =>
    decided.filter(({ decision }) => decision === wanted).map(({ order }) => order.order_id);
  await emit(context, 'buyer_payment.decided', payment.id, {
    accepted: idsOf('ACCEPT'),
    rejected: idsOf('REJECT'),
  });
}

/**
 * The payment is of the other orders alone from now on, with the unique code that it has; a gateway asks for it anew. Where
 * these cost nothing, it waits for nothing any more, as what costs nothing from the beginning.
 */
async function lowerAmount(
  context: Context,
  payment: LockedPayment,
  orders: readonly PaymentOrder[],
  waived: readonly PaymentOrder[],
): Promise<void> {
  const { db, shop, clock } = context;
  await db
    .updateTable('buyer_payment_orders')
    .set({ is_due: false })
    .where('shop_id', '=', shop.id)
    .where('payment_id', '=', payment.id)
    .where(
      'order_id',
      'in',
      waived.map(({ order_id }) => order_id),
    )
    .execute();
  const nominal_invoice_idr = sum(
    orders.filter((order) => !waived.includes(order)).map(({ total_idr }) => total_idr),
  );
  if (nominal_invoice_idr === payment.nominal_invoice_idr) return;
  const free = { state: 'PAID' as const, received_at: clock.now(), unique_code: 0, payment_fee_idr: 0 };
  await db
    .updateTable('buyer_payments')
    .set({ nominal_invoice_idr, ...(nominal_invoice_idr === 0 && { ...free, expires_at: null }) })
    .where('shop_id', '=', shop.id)
    .where('id', '=', payment.id)
    .execute();
  const charge = payment.method === 'GATEWAY' ? await liveCharge(context, payment.id) : null;
  if (charge === null || payment.expires_at === null) return;
  await endCharges(context, payment.id);
  if (nominal_invoice_idr === 0) return;
  const { owner } = charge;
  const channel = charge.channel as GatewayChannel;
  const { expires_at, payment_fee_idr } = payment;
  const amount_idr = nominal_invoice_idr + payment_fee_idr;
  await requestCharge(context, { payment_id: payment.id, owner, channel, amount_idr, expires_at });
}
