import type { Context } from '../../../kernel/context.ts';
import { changeOrder } from '../change-order.ts';
import type { LockedOrder } from '../lock-order.ts';
import { giveBackHolds, takeHoldsAgain } from '../order-holds.ts';
import { statusAfter } from '../order-states.ts';
import type { StockMove } from '../order-stock.ts';
import { addPayment, type PlannedPayment } from '../payment-rule.ts';

/** Accepts a locked order of a buyer, with the payment that counts from now on; undefined: nothing is paid yet. */
export async function confirmLockedOrder(
  context: Context,
  order: LockedOrder,
  payment: PlannedPayment | undefined,
): Promise<void> {
  const paid = payment && (await addPayment(context, order, payment));
  await changeOrder(context, order, {
    event: 'order.confirmed',
    columns: { order_status: statusAfter('CONFIRM', order), ...paid?.columns },
    ...(paid && { further: paid.further }),
  });
}

/** How an order ends that was not confirmed. */
const ENDS = {
  REJECT: { event: 'order.rejected', move: 'ORDER REJECT' },
  EXPIRE: { event: 'order.expired', move: 'ORDER EXPIRE' },
  WITHDRAW: { event: 'order.canceled', move: 'ORDER CANCEL' },
} as const satisfies Record<string, { event: string; move: StockMove }>;

/** Ends a locked order that was not confirmed, and gives back its stock and promos. */
export async function endLockedOrder(
  context: Context,
  order: LockedOrder,
  action: keyof typeof ENDS,
): Promise<void> {
  const { event, move } = ENDS[action];
  const stock = await giveBackHolds(context, order, move);
  await changeOrder(context, order, {
    event,
    columns: { order_status: statusAfter(action, order) },
    stock,
  });
}

/**
 * Makes a locked order that has expired wait for the seller again, with its stock and promos.
 * @throws Refusal 422 if they are gone
 */
export async function reviveLockedOrder(context: Context, order: LockedOrder): Promise<void> {
  const stock = await takeHoldsAgain(context, order);
  await changeOrder(context, order, {
    event: 'order.revived',
    columns: { order_status: statusAfter('REVIVE', order) },
    stock,
  });
}
