import { z } from 'zod';
import type { Context } from '../../../kernel/context.ts';
import { enqueue } from '../../../kernel/jobs/enqueue.ts';
import { defineJob, type JobRun } from '../../../kernel/jobs/job.ts';
import { bookParcels } from './book-parcels.ts';
import { refreshInvoices } from './invoice-state.ts';
import { codLimits } from './limits.ts';
import { lockCounter } from './lock-counter.ts';
import { lockParcels, type OpenParcel } from './match-lines.ts';
import { lockPayout, refreshPayout, setPayout } from './payout-state.ts';
import {
  payOrder,
  setLine,
  settleLines,
  unsettleLine,
  type Payout,
  type PayoutLine,
} from './settle-lines.ts';

/** What is done with all lines of a payout. */
const WORK = {
  APPLY: settleLines,
  UNDO: undoLines,
  WITHDRAW: payOrders,
} as const;
type Work = keyof typeof WORK;

/**
 * Does something with all lines of a payout whose row is locked: at once where it has up to
 * `codLimits.cod_payout_rows_at_once`, else by a job, some lines in each transaction.
 */
export async function processPayout(context: Context, payout: Payout, work: Work): Promise<void> {
  if (payout.row_total > codLimits.cod_payout_rows_at_once) {
    const job_id = await enqueue(context, payoutJob, { id: payout.id, work });
    await setPayout(context, payout.id, { job_id });
    return;
  }
  await overLines(context, payout.id, work);
  await finish(context, payout.id, work);
}

export const payoutJob = defineJob({
  name: 'process-cod-payout',
  is_told: true,
  input: z.object({ id: z.int(), work: z.enum(['APPLY', 'UNDO', 'WITHDRAW']) }),
  async run(context, { id, work }, run) {
    await run.progress(0);
    const rows = await overLines(context, id, work, run);
    await context.transaction((inner) => finish(inner, id, work));
    return { payout_id: id, rows };
  },
});

/** Each line is done once, also when the work is begun anew: what was done with it stands on it. */
async function overLines(context: Context, id: number, work: Work, run?: JobRun): Promise<number> {
  let done = 0;
  let after = 0;
  for (;;) {
    const lines = await context.transaction(async (inner) => {
      await lockCounter(inner);
      const payout = await lockPayout(inner, id);
      const next = await nextLines(inner, id, after);
      await WORK[work](inner, payout, next);
      if (next.length > 0) await refreshPayout(inner, id);
      return next;
    });
    const last = lines.at(-1);
    if (last === undefined) return done;
    after = last.id;
    done += lines.length;
    await run?.progress(done);
  }
}

function nextLines({ db, shop }: Context, payout_id: number, after: number): Promise<PayoutLine[]> {
  return db
    .selectFrom('cod_payout_lines')
    .selectAll()
    .where('shop_id', '=', shop.id)
    .where('payout_id', '=', payout_id)
    .where('id', '>', after)
    .orderBy('id')
    .limit(codLimits.cod_payout_rows_at_once)
    .execute();
}

async function finish(context: Context, id: number, work: Work): Promise<void> {
  const now = context.clock.now();
  const { status } = await lockPayout(context, id);
  if (work === 'APPLY' && status === 'APPLYING')
    await setPayout(context, id, { status: 'APPLIED', applied_at: now });
  if (work === 'UNDO' && status === 'UNDOING')
    await setPayout(context, id, { status: 'UNDONE', undone_at: now });
}

async function undoLines(context: Context, _payout: Payout, lines: readonly PayoutLine[]): Promise<void> {
  const parcels = await parcelsOf(context, lines);
  const changed: OpenParcel[] = [];
  for (const line of lines) {
    if (['WRONG', 'PASSED_OVER', 'UNDONE'].includes(line.status)) continue;
    const parcel = parcels.get(`${line.order_id} ${line.trip}`);
    if (line.status === 'SETTLED' && parcel !== undefined) {
      await unsettleLine(context, line, parcel);
      changed.push(parcel);
    } else await setLine(context, line, { status: 'UNDONE' });
  }
  await refreshInvoices(context, changed);
  await bookParcels(context, changed);
}

/** The money has come in at a bank: the orders are paid by it. */
async function payOrders(context: Context, payout: Payout, lines: readonly PayoutLine[]): Promise<void> {
  const parcels = await parcelsOf(context, lines);
  for (const line of lines) {
    const parcel = parcels.get(`${line.order_id} ${line.trip}`);
    if (line.status !== 'SETTLED' || line.payment_id !== null || parcel === undefined) continue;
    const payment_id = await payOrder(context, payout, parcel);
    if (payment_id !== undefined) await setLine(context, line, { payment_id });
  }
}

function parcelsOf(context: Context, lines: readonly PayoutLine[]): Promise<Map<string, OpenParcel>> {
  return lockParcels(
    context,
    lines.flatMap(({ status, order_id, trip }) =>
      status === 'SETTLED' && order_id !== null ? [{ order_id, trip }] : [],
    ),
  );
}
