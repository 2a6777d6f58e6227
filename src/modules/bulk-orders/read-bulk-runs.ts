import { sql } from 'kysely';
import type { z } from 'zod';
import { isoWithZone } from '../../kernel/calendar.ts';
import type { Context } from '../../kernel/context.ts';
import { errorText, kernelErrors, type RefusalPart } from '../../kernel/errors.ts';
import type { Page } from '../../kernel/http/answer.ts';
import { pageOf, readPage, refuseEmpty } from '../../kernel/paging.ts';
import { countResults, type BulkCounts, type BulkRunState } from './run-state.ts';
import type {
  BulkRun,
  BulkRunIdInput,
  BulkRunOrder,
  BulkRunRow,
  ListBulkRunOrdersInput,
  ListBulkRunsInput,
} from './schemas.ts';

/** The bulk runs of the shop, newest first, each with how far it is. */
export async function listBulkRuns(
  context: Context,
  input: z.output<typeof ListBulkRunsInput>,
): Promise<Page<z.input<typeof BulkRunRow>>> {
  const { db, shop } = context;
  const matching = db.selectFrom('bulk_runs').where('shop_id', '=', shop.id);
  const rows = matching.selectAll().orderBy('created_at', 'desc').orderBy('id', 'desc');
  const found = await readPage(db, input, { matching, rows }, (row) => row);
  const running = found.items.filter(({ state }) => state === 'RUNNING').map(({ id }) => id);
  const counts = await countResults(context, running);
  return pageOf(
    input,
    found.total,
    found.items.map((row) => presentRun(context, row, counts.get(row.id))),
  );
}

/** A run with how far it is. @throws Refusal 404 */
export async function getBulkRun(
  context: Context,
  { id }: z.output<typeof BulkRunIdInput>,
): Promise<z.input<typeof BulkRun>> {
  const row = await context.db
    .selectFrom('bulk_runs')
    .selectAll()
    .where('shop_id', '=', context.shop.id)
    .where('id', '=', id)
    .executeTakeFirst();
  if (row === undefined) throw kernelErrors.refuse('not_found');
  const counts = row.state === 'RUNNING' ? (await countResults(context, [id])).get(id) : undefined;
  return {
    ...presentRun(context, row, counts),
    terms: row.terms as z.input<typeof BulkRun>['terms'],
    filter: row.filter as z.input<typeof BulkRun>['filter'],
  };
}

/** @param counts of a run that has not ended */
function presentRun(
  { shop }: Context,
  row: BulkRunState,
  counts: BulkCounts | undefined,
): z.input<typeof BulkRunRow> {
  return {
    id: row.id,
    action: row.action,
    state: row.state,
    orders: row.order_total,
    job_id: row.job_id,
    user_id: row.created_by,
    created_at: isoWithZone(row.created_at, shop.time_zone),
    ended_at: row.ended_at === null ? null : isoWithZone(row.ended_at, shop.time_zone),
    counts: {
      waiting: counts?.of('WAITING') ?? 0,
      done: counts?.of('DONE') ?? row.done_total ?? 0,
      skipped: counts?.of('SKIPPED') ?? row.skipped_total ?? 0,
      failed: counts?.of('FAILED') ?? row.failed_total ?? 0,
      stopped: counts?.of('STOPPED') ?? row.stopped_total ?? 0,
    },
    amount: counts?.amount_idr ?? row.amount_idr ?? 0,
  };
}

/** The orders of a run, the oldest first, with what became of each. @throws Refusal 404 */
export async function listBulkRunOrders(
  context: Context,
  { id, result, ...page }: z.output<typeof ListBulkRunOrdersInput>,
): Promise<Page<z.input<typeof BulkRunOrder>>> {
  const { db, shop, language } = context;
  const matching = db
    .selectFrom('bulk_run_orders as r')
    .where('r.shop_id', '=', shop.id)
    .where('r.run_id', '=', id)
    .$if(result !== undefined, (query) => query.where('r.result', '=', result ?? 'DONE'));
  const rows = matching
    .leftJoin('orders as o', (join) => join.on('o.shop_id', '=', shop.id).onRef('o.id', '=', 'r.order_id'))
    .select(['r.order_id', 'r.result', 'r.amount_idr', 'r.worked_at', 'o.po_number'])
    .select(sql<RefusalPart[] | null>`r.faults`.as('faults'))
    .orderBy('r.order_id');
  const found = await readPage(db, page, { matching, rows }, (row) => ({
    order_id: row.order_id,
    po_number: row.po_number,
    result: row.result,
    amount: row.amount_idr,
    reasons: (row.faults ?? []).map((part) => ({ code: part.code, message: errorText(part, language) })),
    worked_at: row.worked_at === null ? null : isoWithZone(row.worked_at, shop.time_zone),
  }));
  // Each run has orders, if not with this result.
  if (result !== undefined && found.total === 0) await getBulkRun(context, { id });
  return result === undefined ? refuseEmpty(found) : found;
}
