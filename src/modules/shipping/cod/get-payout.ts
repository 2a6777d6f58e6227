import { sql } from 'kysely';
import type { z } from 'zod';
import type { Context } from '../../../kernel/context.ts';
import { kernelErrors } from '../../../kernel/errors.ts';
import type { Page } from '../../../kernel/http/answer.ts';
import { readPage } from '../../../kernel/paging.ts';
import { customName, vendorName } from './courier-name.ts';
import { momentText } from './moment-text.ts';
import type { Payout } from './settle-lines.ts';
import { payoutLines, presentLine, withOrders } from './payout-lines.ts';
import type {
  ListPayoutLinesInput,
  ListPayoutsInput,
  PayoutDetail,
  PayoutIdInput,
  PayoutLineAnswer,
} from './schemas.ts';

/**
 * A payout with what became of its lines; of a preview, what would become of them.
 * @throws Refusal 404 if it does not belong to the shop
 */
export async function getPayout(
  context: Context,
  { id }: z.output<typeof PayoutIdInput>,
): Promise<z.input<typeof PayoutDetail>> {
  const row = await withNames(context, payouts(context)).where('id', '=', id).executeTakeFirst();
  if (row === undefined) throw kernelErrors.refuse('not_found');
  return presentPayout(row);
}

/** All payouts, newest first. */
export function listPayouts(
  context: Context,
  { courier, status, ...page }: z.output<typeof ListPayoutsInput>,
): Promise<Page<z.input<typeof PayoutDetail>>> {
  const matching = payouts(context)
    .$if(courier !== undefined, (query) => query.where('courier', '=', courier ?? ''))
    .$if(status !== undefined, (query) => query.where('status', '=', status ?? 'READY'));
  const rows = withNames(context, matching).orderBy('created_at', 'desc').orderBy('id', 'desc');
  return readPage(context.db, page, { matching, rows }, presentPayout);
}

function payouts({ db, shop }: Context) {
  return db.selectFrom('cod_payouts').where('shop_id', '=', shop.id);
}

function withNames(context: Context, query: ReturnType<typeof payouts>) {
  return query.selectAll().select(customName(context, sql`courier`).as('custom_name'));
}

function presentPayout(row: Payout & { custom_name: string | null }): z.input<typeof PayoutDetail> {
  return {
    id: row.id,
    source: row.source,
    vendor: vendorName(row),
    bank_id: row.bank_account_id,
    date: row.paid_on,
    withdrawn_on: row.withdrawn_on,
    file_name: row.file_name,
    status: row.status,
    settled_idr: row.paid_idr,
    counts: {
      rows: row.row_total,
      settled: row.settled,
      queued: row.queued,
      ignored: row.ignored,
      repeated: row.repeated,
      wrong: row.wrong,
      passed_over: row.passed_over,
    },
    job_id: row.job_id,
    created_at: momentText(row.created_at),
  };
}

/**
 * Lines of a payout as they stand in the file, with what became of each.
 * @throws Refusal 404 if it does not belong to the shop
 */
export async function listPayoutLines(
  context: Context,
  { id, status, ...page }: z.output<typeof ListPayoutLinesInput>,
): Promise<Page<z.input<typeof PayoutLineAnswer>>> {
  await getPayout(context, { id });
  const matching = payoutLines(context)
    .where('l.payout_id', '=', id)
    .$if(status !== undefined, (query) => query.where('l.status', '=', status ?? 'READY'));
  const rows = withOrders(context, matching).orderBy('l.row_number');
  return readPage(context.db, page, { matching, rows }, (row) => presentLine(context, row));
}
