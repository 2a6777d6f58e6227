import type { Selectable } from 'kysely';
import type { Payout, PayoutFailure } from '../../../integrations/gateway/port.ts';
import type { Context } from '../../../kernel/context.ts';
import type { DB } from '../../../kernel/database/schema.generated.ts';
import { emit } from '../../../kernel/outbox.ts';
import { credit, debit, decideTransfer, transfer } from '../../ledger/index.ts';
import { causeOf } from './withdraw.ts';

export type Withdrawal = Selectable<DB['withdrawals']>;

/** Longer than a gateway may take with one request: what was lost on the way has arrived by then. */
const FIRST_PAUSE_MS = 60_000;
const LONGEST_PAUSE_MS = 3_600_000;

/** Longer and longer after each try. */
function pauseAfter(attempts: number): number {
  return Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** Math.min(30, Math.max(0, attempts - 1)));
}

/** Why a withdrawal waits, by the code of the message that says so. */
export type WaitingProblem = 'withdrawal_waits' | 'withdrawal_funds' | 'withdrawal_off';
/** Why a withdrawal failed. */
export type FailureProblem =
  | 'withdrawal_account'
  | 'withdrawal_refused'
  | 'withdrawal_bank_failed'
  | 'withdrawal_returned';

const FAILURES: Record<PayoutFailure, FailureProblem> = {
  account_refused: 'withdrawal_account',
  bank_failed: 'withdrawal_bank_failed',
  // Its own account at that moment; the shop has done nothing wrong.
  balance_too_low: 'withdrawal_bank_failed',
  returned: 'withdrawal_returned',
  unknown: 'withdrawal_refused',
};

/** It is tried again, later and later. What ended meanwhile stays so. */
export async function storeWaiting(
  context: Context,
  { id, attempts }: Withdrawal,
  problem: WaitingProblem | null,
  { may_be_sent, pause_ms = 0 }: { may_be_sent: boolean; pause_ms?: number | undefined },
): Promise<void> {
  const now = context.clock.now();
  await context.db
    .updateTable('withdrawals')
    .set({
      problem,
      may_be_sent,
      next_try_at: new Date(now.getTime() + Math.max(pauseAfter(attempts), pause_ms)),
      updated_at: now,
    })
    .where('shop_id', '=', context.shop.id)
    .where('id', '=', id)
    .where('state', 'in', ['REQUESTED', 'SENT'])
    .execute();
}

/** The gateway is left alone for a while, and was not asked: that is no try. */
export async function putOff(context: Context, { id }: Withdrawal, pause_ms: number): Promise<void> {
  const now = context.clock.now();
  await context.db
    .updateTable('withdrawals')
    .set((eb) => ({
      attempts: eb('attempts', '-', 1),
      next_try_at: new Date(now.getTime() + pause_ms),
      updated_at: now,
    }))
    .where('shop_id', '=', context.shop.id)
    .where('id', '=', id)
    .where('next_try_at', 'is not', null)
    .execute();
}

/** What the gateway has of it. Said again, it changes nothing; what a bank sends back is available again. */
export async function storePayout(context: Context, withdrawal: Withdrawal, payout: Payout): Promise<void> {
  if (payout.state === 'PENDING') return storeSent(context, withdrawal, payout);
  if (payout.state === 'PAID') return storePaid(context, withdrawal, payout);
  return storeFailed(context, withdrawal, FAILURES[payout.failure ?? 'unknown'], 'PAYOUT');
}

async function storeSent(
  context: Context,
  { id, attempts }: Withdrawal,
  { vendor_payout_id }: Payout,
): Promise<void> {
  const now = context.clock.now();
  await context.db
    .updateTable('withdrawals')
    .set((eb) => ({
      state: 'SENT',
      may_be_sent: true,
      vendor_payout_id,
      problem: null,
      sent_at: eb.fn.coalesce('sent_at', eb.val(now)),
      next_try_at: new Date(now.getTime() + pauseAfter(attempts)),
      updated_at: now,
    }))
    .where('shop_id', '=', context.shop.id)
    .where('id', '=', id)
    .where('state', 'in', ['REQUESTED', 'SENT'])
    .execute();
}

async function storePaid(
  context: Context,
  { id, key }: Withdrawal,
  { vendor_payout_id }: Payout,
): Promise<void> {
  await context.transaction(async (inner) => {
    const row = await lockRow(inner, id);
    if (row.state === 'PAID') return leaveAlone(inner, id);
    if (row.state === 'FAILED') {
      // Its money is the shop's again, and has been paid out: somebody has to look.
      inner.log.error(
        { shop_id: inner.shop.id, withdrawal: id, key },
        'a withdrawal that had failed was paid',
      );
      return leaveAlone(inner, id);
    }
    await decideTransfer(inner, causeOf(key), 'POSTED');
    const now = inner.clock.now();
    await write(inner, id, {
      state: 'PAID',
      may_be_sent: true,
      vendor_payout_id,
      problem: null,
      sent_at: row.sent_at ?? now,
    });
    await emit(inner, 'withdrawal.paid', id, { nominal_idr: row.nominal_idr, fee_idr: row.fee_idr });
  });
}

/**
 * It is not paid, for certain: its amount and fee are available again.
 * @param said what failed: the payout, or the request for it, which says nothing of a payout that there is meanwhile
 */
export async function storeFailed(
  context: Context,
  { id, key }: Withdrawal,
  problem: FailureProblem,
  said: 'PAYOUT' | 'REQUEST',
): Promise<void> {
  await context.transaction(async (inner) => {
    const row = await lockRow(inner, id);
    if (row.state === 'FAILED') return leaveAlone(inner, id);
    if (said === 'REQUEST' && row.state !== 'REQUESTED') return;
    if (row.state === 'PAID') await giveBack(inner, row);
    else await decideTransfer(inner, causeOf(key), 'VOIDED');
    await write(inner, id, {
      state: 'FAILED',
      problem: row.state === 'PAID' ? 'withdrawal_returned' : problem,
    });
    const { nominal_idr, fee_idr } = row;
    await emit(inner, 'withdrawal.failed', id, { nominal_idr, fee_idr, problem });
  });
}

/** It was paid, and the bank has sent the money back. */
async function giveBack(context: Context, { key, nominal_idr, fee_idr }: Withdrawal): Promise<void> {
  await transfer(context, {
    cause: `withdrawal-returned:${key}`,
    kind: 'WITHDRAWAL_RETURNED',
    legs: [
      debit('ORDERPAY_AVAILABLE', nominal_idr + fee_idr),
      credit('OUTSIDE', nominal_idr),
      ...(fee_idr > 0 ? [credit('FEES', fee_idr)] : []),
    ],
  });
}

async function write(
  { db, shop, clock }: Context,
  id: number,
  ended: Partial<Withdrawal> & { state: 'PAID' | 'FAILED' },
): Promise<void> {
  const now = clock.now();
  await db
    .updateTable('withdrawals')
    .set({ ...ended, next_try_at: null, ended_at: now, updated_at: now })
    .where('shop_id', '=', shop.id)
    .where('id', '=', id)
    .execute();
}

/** Nothing has become of it since, and nothing is left to do. */
async function leaveAlone({ db, shop }: Context, id: number): Promise<void> {
  await db
    .updateTable('withdrawals')
    .set({ next_try_at: null })
    .where('shop_id', '=', shop.id)
    .where('id', '=', id)
    .execute();
}

function lockRow({ db, shop }: Context, id: number): Promise<Withdrawal> {
  return db
    .selectFrom('withdrawals')
    .selectAll()
    .where('shop_id', '=', shop.id)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirstOrThrow();
}
