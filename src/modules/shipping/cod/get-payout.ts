import { sql } from 'kysely';
import type { z } from 'zod';
import type { Context } from '../../../kernel/context.ts';
import { kernelErrors } from '../../../kernel/errors.ts';
import type { Page } from '../../../kernel/http/answer.ts';
import { readPage } from '../../../kernel/paging.ts';
import { vendorName } from './courier-name.ts';
import { momentText } from './moment-text.ts';
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
  const row = await payoutsOf(context).where('p.id', '=', id).executeTakeFirst();
  if (row === undefined) throw kernelErrors.refuse('not_found');
  return presentPayout(row);
}

/** All payouts, newest first. */
export function listPayouts(
  context: Context,
  { courier, status, ...page }: z.output<typeof ListPayoutsInput>,
): Promise<Page<z.input<typeof PayoutDetail>>> {
  const matching = context.db
    .selectFrom('cod_payouts as p')
    .where('p.shop_id', '=', context.shop.id)
    .$if(courier !== undefined, (query) => query.where('p.courier', '=', courier ?? ''))
    .$if(status !== undefined, (query) => query.where('p.status', '=', status ?? 'READY'));
  const rows = payoutsOf(context)
    .$if(courier !== undefined, (query) => query.where('p.courier', '=', courier ?? ''))
    .$if(status !== undefined, (query) => query.where('p.status', '=', status ?? 'READY'))
    .orderBy('p.created_at', 'desc')
    .orderBy('p.id', 'desc');
  return readPage(context.db, page, { matching, rows }, presentPayout);
}

function payoutsOf(context: Context) {
  const shop_id = context.shop.id;
  const count = (condition: ReturnType<typeof sql>) =>
    sql<number>`(select count(*) from cod_payout_lines as l
      where l.shop_id = ${shop_id} and l.payout_id = p.id and ${condition})`;
  const planned = sql`l.status = 'READY' and coalesce(l.fault, '')`;
  return context.db
    .selectFrom('cod_payouts as p')
    .selectAll('p')
    .select([
      count(sql`(l.status = 'SETTLED' or ${planned} = '')`).as('settled'),
      count(sql`(l.status = 'QUEUED' or ${planned} not in ('', 'REPEATED'))`).as('queued'),
      count(sql`(l.status = 'REPEATED' or ${planned} = 'REPEATED')`).as('repeated'),
      count(sql`l.status = 'IGNORED'`).as('ignored'),
      count(sql`l.status = 'WRONG'`).as('wrong'),
      count(sql`l.status = 'PASSED_OVER'`).as('passed_over'),
      sql<number>`(select coalesce(sum(s.amount_idr), 0)::bigint from cod_settlements as s
        where s.shop_id = ${shop_id} and s.payout_id = p.id and s.kind = 'PAYOUT')`.as('settled_idr'),
    ])
    .where('p.shop_id', '=', shop_id);
}

type Row = Awaited<ReturnType<ReturnType<typeof payoutsOf>['executeTakeFirstOrThrow']>>;

function presentPayout(row: Row): z.input<typeof PayoutDetail> {
  return {
    id: row.id,
    source: row.source,
    vendor: vendorName(row.courier),
    bank_id: row.bank_account_id,
    date: row.paid_on,
    withdrawn_on: row.withdrawn_on,
    file_name: row.file_name,
    status: row.status,
    settled_idr: row.settled_idr,
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
