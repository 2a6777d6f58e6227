import { z } from 'zod';
import type { Context } from '../../../kernel/context.ts';
import { Refusal } from '../../../kernel/errors.ts';
import { enqueue } from '../../../kernel/jobs/enqueue.ts';

/** The job that works the withdrawals of a shop that are due. */
export const WITHDRAWAL_WORK = { name: 'pay-withdrawals', input: z.object({}) };

/** Has what is due worked soon; the clock has it worked in any case, within a minute. */
export async function wakeWithdrawals(context: Context): Promise<void> {
  const queued = await context.db
    .selectFrom('shop_jobs')
    .select('id')
    .where('shop_id', '=', context.shop.id)
    .where('name', '=', WITHDRAWAL_WORK.name)
    .where('status', '=', 'QUEUED')
    .executeTakeFirst();
  if (queued !== undefined) return;
  try {
    await enqueue(context, WITHDRAWAL_WORK, {});
  } catch (error) {
    // The shop has much other work waiting: then it is the clock's.
    if (!(error instanceof Refusal)) throw error;
  }
}
