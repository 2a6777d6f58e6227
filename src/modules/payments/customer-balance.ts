import { sql } from 'kysely';
import type { Context } from '../../kernel/context.ts';
import { sum } from '../../kernel/money.ts';
import {
  balancesOf,
  credit,
  debit,
  holdOf,
  transfer,
  type Leg,
  type TransferKind,
  type TransferOutcome,
} from '../ledger/index.ts';
import { untilNotOvertaken } from './until-not-overtaken.ts';

export interface BalanceEntry {
  customer_id: number;
  order_id: number;
  /** Above 0: the shop owes the customer so much more; below 0: less. */
  amount_idr: number;
  reason: 'ORDER CANCELED' | 'ORDER REACTIVATED';
}

const WORDS = {
  'ORDER CANCELED': { kind: 'ORDER_CANCELED', cause: 'canceled' },
  'ORDER REACTIVATED': { kind: 'ORDER_REACTIVATED', cause: 'reactivated' },
} as const;

/**
 * Adds what was paid for an order to the balance of its customer, with the money that OrderPay has on hold for it; or pays
 * the order with the balance again. The caller holds the lock of the order. Call it after everything that locks stock.
 * @returns false, with nothing written, if the balance is too low
 */
export async function moveBalance(context: Context, entry: BalanceEntry): Promise<boolean> {
  const { customer_id, order_id, amount_idr, reason } = entry;
  const { kind, cause } = WORDS[reason];
  const number = (await countMoves(context, order_id)) + 1;
  const move = { cause: `order:${order_id}:${cause}:${number}`, kind, customer_id };
  const outcome =
    amount_idr > 0
      ? await addToBalance(context, { ...move, order_id, amount_idr })
      : await payWithBalance(context, { ...move, orders: [{ order_id, amount_idr: -amount_idr }] });
  return outcome !== 'SHORT';
}

/** How often the order has moved a balance: it can be canceled and reactivated again and again. */
async function countMoves({ db, shop }: Context, order_id: number): Promise<number> {
  const { moves } = await db
    .selectFrom('ledger_entries')
    .select(sql<number>`count(*)`.as('moves'))
    .where('shop_id', '=', shop.id)
    .where('order_id', '=', order_id)
    .where('kind', '=', 'CUSTOMER_BALANCE')
    .executeTakeFirstOrThrow();
  return moves;
}

interface AddedBalance {
  cause: string;
  kind: TransferKind;
  customer_id: number;
  order_id: number;
  amount_idr: number;
}

/** What OrderPay has on hold for the order is kept for its customer from now on. */
async function addToBalance(
  context: Context,
  { cause, kind, customer_id: subject_id, order_id, amount_idr }: AddedBalance,
): Promise<TransferOutcome> {
  return untilNotOvertaken(async () => {
    const { on_hold_idr } = await holdOf(context, order_id);
    const held_idr = Math.min(on_hold_idr, amount_idr);
    const legs = [debit('ORDERS', amount_idr), credit('CUSTOMER_BALANCE', amount_idr, { subject_id })];
    if (held_idr > 0)
      legs.push(debit('CUSTOMER_FUNDS', held_idr, { subject_id }), credit('ORDERPAY_ON_HOLD', held_idr));
    return transfer(context, { cause, kind, order_id, legs });
  });
}

interface PaidWithBalance {
  /** The same cause is paid once. */
  cause: string;
  kind: TransferKind;
  customer_id: number;
  /** What is paid for which order. */
  orders: readonly { order_id: number; amount_idr: number }[];
  payment_id?: number;
}

/**
 * Pays orders with the balance of their customer, in the transaction of the caller, if there is one. The part of it that
 * the platform holds is used first, and is on hold for the orders then.
 * @returns SHORT, with nothing written, if the balance is too low
 */
export async function payWithBalance(
  context: Context,
  { cause, kind, customer_id: subject_id, orders, payment_id }: PaidWithBalance,
): Promise<TransferOutcome> {
  const wanted_idr = sum(orders.map(({ amount_idr }) => amount_idr));
  if (wanted_idr === 0) return 'DONE';
  return untilNotOvertaken(async () => {
    const [balance, funds] = await balancesOf(context, [
      { kind: 'CUSTOMER_BALANCE', subject_id },
      { kind: 'CUSTOMER_FUNDS', subject_id },
    ]);
    let funds_left_idr = freeOf(funds);
    const legs = orders.flatMap(({ order_id, amount_idr }): Leg[] => {
      if (amount_idr === 0) return [];
      const held_idr = Math.min(funds_left_idr, amount_idr);
      funds_left_idr -= held_idr;
      const paid = [
        debit('CUSTOMER_BALANCE', amount_idr, { subject_id, order_id }),
        credit('ORDERS', amount_idr, { order_id }),
      ];
      if (held_idr === 0) return paid;
      return [
        ...paid,
        debit('ORDERPAY_ON_HOLD', held_idr, { order_id }),
        credit('CUSTOMER_FUNDS', held_idr, { subject_id, order_id }),
      ];
    });
    const outcome = await transfer(context, { cause, kind, payment_id, legs });
    // Too low before: that is no news to try again for.
    return outcome === 'SHORT' && freeOf(balance) < wanted_idr ? 'TOO_LOW' : outcome;
  });
}

const freeOf = (balance?: { balance_idr: number; reserved_idr: number }) =>
  balance === undefined ? 0 : balance.balance_idr - balance.reserved_idr;
