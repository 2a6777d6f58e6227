import { z } from 'zod';
import type { Context } from '../../../kernel/context.ts';
import { Refusal } from '../../../kernel/errors.ts';
import { enqueue } from '../../../kernel/jobs/enqueue.ts';
import { defineJob } from '../../../kernel/jobs/job.ts';
import { codLimits } from './limits.ts';
import { lockCounter } from './lock-counter.ts';
import { matchAgain } from './resolve-line.ts';

/** Matches lines of the queue that wait for the delivery of these orders, one after the other. */
export const deliveredLinesJob = defineJob({
  name: 'match-delivered-cod-lines',
  input: z.object({ order_ids: z.array(z.int()).max(codLimits.cod_lines_matched) }),
  run: (context, { order_ids }) =>
    context.transaction(async (inner) => {
      await lockCounter(inner);
      const lines = await waitingLines(inner, order_ids);
      await matchAgain(inner, lines);
      return { lines: lines.length };
    }),
});

/**
 * Has lines of payouts that came before the delivery matched, now that the parcels of these orders are entered. By a job:
 * whoever enters parcels does not wait for payouts. Where the shop has too much other work waiting, the lines stay in the
 * queue, where they are matched by hand.
 */
export async function matchDelivered(context: Context, order_ids: readonly number[]): Promise<void> {
  const waiting = new Set((await waitingLines(context, order_ids)).flatMap(({ order_id }) => order_id ?? []));
  if (waiting.size === 0) return;
  try {
    await enqueue(context, deliveredLinesJob, { order_ids: [...waiting] });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
  }
}

function waitingLines({ db, shop }: Context, order_ids: readonly number[]) {
  return db
    .selectFrom('cod_payout_lines')
    .selectAll()
    .where('shop_id', '=', shop.id)
    .where('status', '=', 'QUEUED')
    .where('fault', '=', 'NOT_DELIVERED')
    .where('order_id', 'in', order_ids)
    .orderBy('id')
    .limit(codLimits.cod_lines_matched)
    .execute();
}
