import type { Context } from '../../kernel/context.ts';
import { checkedRupiah, sum } from '../../kernel/money.ts';
import type { Account, AccountKind } from './account-kinds.ts';
import type { TransferKind } from './transfer-kinds.ts';
import { writeTransfersFunction, type TransferOutcome } from './write-transfers.ts';

/** One entry of a transfer. */
export interface Leg {
  account: Account;
  /** Above 0: debit; below 0: credit. */
  amount_idr: number;
  /** The order whose money it is, where that is not the transfer's. */
  order_id?: number | undefined;
}

export interface Transfer {
  /** What it is written for, as `charge:17:paid`: the same cause is the same transfer, whatever else it says. */
  cause: string;
  kind: TransferKind;
  /** They add up to 0. */
  legs: readonly Leg[];
  /** The order whose money is moved; where it is that of several, each leg names its own. */
  order_id?: number | undefined;
  payment_id?: number | undefined;
}

type LegOptions = Pick<Account, 'subject_id'> & Pick<Leg, 'order_id'>;

/** A leg that debits an account: what the shop has grows, or what it owes falls. @param amount_idr above 0 */
export function debit(kind: AccountKind, amount_idr: number, { subject_id, order_id }: LegOptions = {}): Leg {
  return { account: { kind, subject_id }, amount_idr, order_id };
}

/** A leg that credits an account: what the shop has falls, or what it owes grows. @param amount_idr above 0 */
export function credit(kind: AccountKind, amount_idr: number, options: LegOptions = {}): Leg {
  return debit(kind, -amount_idr, options);
}

/**
 * Moves money between accounts, in one statement and in the transaction of the caller, if there is one: all legs or none.
 * No bound account falls below what pending transfers will take of it, and no order below what it has on hold, however
 * many calls run concurrently. Where it is pending, it reserves what it takes until `decideTransfer` posts or voids it. Call it after everything that locks stock
 * or orders.
 * @returns DONE; KNOWN, if the cause was written before; SHORT, if an account has too little: then nothing is written
 * @throws Error, a fault of ours, where the legs do not add up to 0
 */
export async function transfer(
  context: Context,
  { is_pending = false, ...one }: Transfer & { is_pending?: boolean },
): Promise<TransferOutcome> {
  return write(context, [one], is_pending ? 'PENDING' : 'POSTED');
}

/**
 * As `transfer`, for many in one statement: all that are not known, or none. What they move of an account together is what
 * has to be there.
 * @returns KNOWN, if all of them were written before
 */
export async function transferAll(context: Context, all: readonly Transfer[]): Promise<TransferOutcome> {
  return all.length === 0 ? 'KNOWN' : write(context, all, 'POSTED');
}

async function write(
  context: Context,
  all: readonly Transfer[],
  state: 'PENDING' | 'POSTED',
): Promise<TransferOutcome> {
  for (const one of all) checkLegs(one, state);
  if (new Set(all.map(({ cause }) => cause)).size < all.length)
    throw new Error('transfers of one call have the same cause');
  const legs = all.flatMap((one, index) =>
    one.legs.map((leg) => ({ ...leg, number: index + 1, order_id: leg.order_id ?? one.order_id ?? null })),
  );
  const { outcome } = await writeTransfersFunction.call(context.db, {
    shop_id: context.shop.id,
    user_id: context.actor.user_id,
    now: context.clock.now(),
    state,
    causes: all.map(({ cause }) => cause),
    kinds: all.map(({ kind }) => kind),
    order_ids: all.map(({ order_id }) => order_id ?? null),
    payment_ids: all.map(({ payment_id }) => payment_id ?? null),
    orderpay_idrs: all.map((one) => addedTo(one, ORDERPAY)),
    gateway_idrs: all.map((one) => addedTo(one, GATEWAY)),
    leg_numbers: legs.map(({ number }) => number),
    leg_kinds: legs.map(({ account }) => account.kind),
    leg_subject_ids: legs.map(({ account }) => account.subject_id ?? 0),
    leg_amounts: legs.map(({ amount_idr }) => amount_idr),
    leg_order_ids: legs.map(({ order_id }) => order_id),
  });
  return outcome;
}

const ORDERPAY: ReadonlySet<AccountKind> = new Set(['ORDERPAY_AVAILABLE', 'ORDERPAY_ON_HOLD']);
const GATEWAY: ReadonlySet<AccountKind> = new Set(['GATEWAY_CLEARING']);

/** What the legs of accounts that grow by debits add to them. */
function addedTo({ legs }: Transfer, kinds: ReadonlySet<AccountKind>): number {
  return sum(legs.filter(({ account }) => kinds.has(account.kind)).map(({ amount_idr }) => amount_idr));
}

function checkLegs({ cause, legs }: Transfer, state: 'PENDING' | 'POSTED'): void {
  const is_whole = legs.length >= 2 && legs.every(({ amount_idr }) => checkedRupiah(amount_idr) !== 0);
  if (!is_whole || sum(legs.map(({ amount_idr }) => amount_idr)) !== 0)
    throw new Error(`the legs of the transfer ${cause} do not add up to 0`);
  // What an order has on hold is the sum of its entries, so all of them are posted.
  if (state === 'PENDING' && legs.some(({ account }) => account.kind === 'ORDERPAY_ON_HOLD'))
    throw new Error(`the pending transfer ${cause} moves what is on hold`);
}
