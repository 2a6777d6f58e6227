import { sql } from 'kysely';
import type { z } from 'zod';
import type { Context } from '../../kernel/context.ts';
import { enqueue } from '../../kernel/jobs/enqueue.ts';
import { emit } from '../../kernel/outbox.ts';
import { termsOf } from './actions.ts';
import { chooseOrders } from './choose-orders.ts';
import { getBulkRun } from './read-bulk-runs.ts';
import type { BulkOrdersInput, BulkRun } from './schemas.ts';
import { workBulkRunJob } from './work-bulk-run.ts';

/**
 * Starts an action on many orders. Which orders is fixed now; a job does them one by one, each as if it were requested alone.
 * @throws Refusal as `chooseOrders`; 429 if the shop has too many unfinished jobs
 */
export async function startBulkOrders(
  context: Context,
  input: z.output<typeof BulkOrdersInput>,
): Promise<z.input<typeof BulkRun>> {
  return context.transaction(async (inner) => {
    const { db, shop, clock, actor } = inner;
    const { action, filter } = input;
    const chosen = await chooseOrders(inner, input);
    const now = clock.now();
    const { id } = await db
      .insertInto('bulk_runs')
      .values({
        shop_id: shop.id,
        action,
        terms: JSON.stringify(termsOf(input)),
        filter: filter === undefined ? null : JSON.stringify(filter),
        state: 'RUNNING',
        order_total: chosen.length,
        created_by: actor.user_id,
        created_at: now,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    await sql`insert into bulk_run_orders (shop_id, run_id, order_id, created_at)
      select ${shop.id}::bigint, ${id}::bigint, order_id, ${now}::timestamptz
      from unnest(${chosen}::bigint[]) as order_id`.execute(db);
    await emit(inner, 'bulk_run.started', id, { action, orders: chosen.length });
    await queueBulkRun(inner, id);
    return getBulkRun(inner, { id });
  });
}

/** Has a job work the orders of a run that wait. */
export async function queueBulkRun(context: Context, id: number): Promise<void> {
  const job_id = await enqueue(context, workBulkRunJob, { id });
  await context.db
    .updateTable('bulk_runs')
    .set({ job_id })
    .where('shop_id', '=', context.shop.id)
    .where('id', '=', id)
    .execute();
}
