import type { Context } from '../../kernel/context.ts';
import {
  balanceOf,
  credit,
  debit,
  holdOf,
  transferAll,
  type Transfer,
  type TransferOutcome,
} from '../ledger/index.ts';
import { untilNotOvertaken } from './until-not-overtaken.ts';

/**
 * Writes a transfer that makes money available in OrderPay, and takes from it what the shop owes in fees.
 * @param amount_idr that becomes available
 */
export async function makeAvailable(
  context: Context,
  main: Transfer,
  amount_idr: number,
): Promise<TransferOutcome> {
  const { balance_idr: due_idr } = await balanceOf(context, { kind: 'FEES_DUE' });
  const taken_idr = Math.min(due_idr, amount_idr);
  if (taken_idr === 0) return transferAll(context, [main]);
  const { order_id } = main;
  const legs = [debit('FEES_DUE', taken_idr), credit('ORDERPAY_AVAILABLE', taken_idr)];
  return transferAll(context, [
    main,
    { cause: `${main.cause}:fees`, kind: 'FEES_COLLECTED', order_id, legs },
  ]);
}

/**
 * Makes available what OrderPay has on hold for an order: it was delivered, or canceled and refunded by the shop itself.
 * Done again, it does nothing, however many do it at once.
 */
export async function releaseHold(
  context: Context,
  order_id: number,
  kind: 'ORDER_DELIVERED' | 'ORDER_REFUNDED',
): Promise<void> {
  await untilNotOvertaken(async () => {
    const { on_hold_idr, moves } = await holdOf(context, order_id);
    if (on_hold_idr <= 0) return 'KNOWN';
    const legs = [
      credit('ORDERPAY_ON_HOLD', on_hold_idr),
      debit('ORDERPAY_AVAILABLE', on_hold_idr),
      // The shop has paid it from elsewhere.
      ...(kind === 'ORDER_REFUNDED' ? [debit('ORDERS', on_hold_idr), credit('OUTSIDE', on_hold_idr)] : []),
    ];
    const word = kind === 'ORDER_DELIVERED' ? 'delivered' : 'refunded';
    const cause = `order:${order_id}:${word}:${moves + 1}`;
    return makeAvailable(context, { cause, kind, order_id, legs }, on_hold_idr);
  });
}
