import { z } from 'zod';
import { instantOf } from '../../../kernel/calendar.ts';
import type { Context } from '../../../kernel/context.ts';
import { enqueue } from '../../../kernel/jobs/enqueue.ts';
import { defineJob } from '../../../kernel/jobs/job.ts';
import { webhookLimits } from '../limits.ts';
import { refuseOff } from './refuse-off.ts';
import { requeueDeliveries } from './requeue-deliveries.ts';
import type { ReplayFailedInput } from './schemas.ts';

/**
 * Sends everything again that a webhook did not take since a moment, by a job.
 * @throws Refusal 404; 409 if the webhook is switched off
 */
export async function replayFailed(
  context: Context,
  { id, since }: z.output<typeof ReplayFailedInput>,
): Promise<{ job_id: number }> {
  return context.transaction(async (inner) => {
    await refuseOff(inner, id);
    const input = { id, since: instantOf(since, inner.shop.time_zone).toISOString() };
    const until = inner.clock.now().toISOString();
    return { job_id: await enqueue(inner, replayWebhooksJob, { ...input, until }) };
  });
}

const Input = z.object({ id: z.int(), since: z.string(), until: z.string() });

export const replayWebhooksJob = defineJob({
  name: 'replay-webhooks',
  input: Input,
  async run(context, input, run) {
    let replayed = 0;
    // What is tried meanwhile and fails again is not sent once more: it was queued later than the job.
    for (const state of ['FAILED', 'WAITING'] as const)
      for (;;) {
        const ids = await nextDeliveries(context, input, state);
        if (ids.length === 0) break;
        await context.transaction((inner) => requeueDeliveries(inner, input.id, ids));
        replayed += ids.length;
        await run.progress(replayed);
      }
    return { replayed };
  },
});

async function nextDeliveries(
  { db, shop }: Context,
  { id, since, until }: z.output<typeof Input>,
  state: 'FAILED' | 'WAITING',
): Promise<number[]> {
  const rows = await db
    .selectFrom('webhook_deliveries')
    .select('id')
    .where('shop_id', '=', shop.id)
    .where('endpoint_id', '=', id)
    .where('state', '=', state)
    .where('created_at', '>=', new Date(since))
    .where('created_at', '<=', new Date(until))
    .where('queued_at', '<=', new Date(until))
    .$if(state === 'WAITING', (query) => query.where('retry_at', 'is not', null))
    .orderBy('created_at')
    .orderBy('id')
    .limit(webhookLimits.webhook_replayed_at_once)
    .execute();
  return rows.map((row) => row.id);
}
