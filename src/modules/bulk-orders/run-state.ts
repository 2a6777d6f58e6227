import { sql, type Selectable } from 'kysely';
import type { Context } from '../../kernel/context.ts';
import type { DB } from '../../kernel/database/schema.generated.ts';
import { kernelErrors, type RefusalPart } from '../../kernel/errors.ts';
import { emit } from '../../kernel/outbox.ts';
import type { BulkActionName } from './actions.ts';

export type BulkRunState = Selectable<DB['bulk_runs']>;
export type BulkResult = Selectable<DB['bulk_run_orders']>['result'];

export interface BulkCounts {
  of: (result: BulkResult) => number;
  amount_idr: number;
}

/** Locks a run. @throws Refusal 404 */
export async function lockBulkRun(context: Context, id: number): Promise<BulkRunState> {
  const run = await context.db
    .selectFrom('bulk_runs')
    .selectAll()
    .where('shop_id', '=', context.shop.id)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (run === undefined) throw kernelErrors.refuse('not_found');
  return run;
}

/** How the orders of runs stand now. */
export async function countResults(
  { db, shop }: Context,
  run_ids: readonly number[],
): Promise<Map<number, BulkCounts>> {
  const rows = await db
    .selectFrom('bulk_run_orders')
    .select(['run_id', 'result', sql<number>`count(*)`.as('count')])
    .select(sql<number>`sum(amount_idr)::bigint`.as('amount_idr'))
    .where('shop_id', '=', shop.id)
    .where('run_id', '=', sql<number>`any(${run_ids}::bigint[])`)
    .groupBy(['run_id', 'result'])
    .execute();
  const by_run = Map.groupBy(rows, ({ run_id }) => run_id);
  return new Map(
    run_ids.map((run_id) => {
      const own = by_run.get(run_id) ?? [];
      const of = (wanted: BulkResult) => own.find(({ result }) => result === wanted)?.count ?? 0;
      return [run_id, { of, amount_idr: own.reduce((sum, { amount_idr }) => sum + amount_idr, 0) }];
    }),
  );
}

/** Gives all orders of a run that wait another result. An order that is worked meanwhile is waited for, and keeps its own. */
export async function setWaiting(
  { db, shop, clock }: Context,
  run_id: number,
  result: 'STOPPED' | 'FAILED',
  faults: readonly RefusalPart[] = [],
): Promise<void> {
  await db
    .updateTable('bulk_run_orders')
    .set({
      result,
      faults: faults.length === 0 ? null : JSON.stringify(faults),
      worked_at: result === 'FAILED' ? clock.now() : null,
    })
    .where('shop_id', '=', shop.id)
    .where('run_id', '=', run_id)
    .where('result', '=', 'WAITING')
    .execute();
}

/** Ends a locked run that is running, of which no order waits any more; what became of its orders is stored with it. */
export async function endBulkRun(
  context: Context,
  run: Pick<BulkRunState, 'id' | 'action'>,
  state: 'DONE' | 'STOPPED',
): Promise<void> {
  const counts = (await countResults(context, [run.id])).get(run.id);
  const of = (result: BulkResult) => counts?.of(result) ?? 0;
  const amount_idr = counts?.amount_idr ?? 0;
  const totals = { done: of('DONE'), skipped: of('SKIPPED'), failed: of('FAILED'), stopped: of('STOPPED') };
  await context.db
    .updateTable('bulk_runs')
    .set({
      state,
      ended_at: context.clock.now(),
      done_total: totals.done,
      skipped_total: totals.skipped,
      failed_total: totals.failed,
      stopped_total: totals.stopped,
      amount_idr,
    })
    .where('shop_id', '=', context.shop.id)
    .where('id', '=', run.id)
    .execute();
  await emit(context, 'bulk_run.ended', run.id, {
    action: run.action satisfies BulkActionName,
    state,
    ...totals,
    amount_idr,
  });
}
