import { sql, type Selectable } from 'kysely';
import type { Context } from '../../../kernel/context.ts';
import type { DB } from '../../../kernel/database/schema.generated.ts';
import { kernelErrors } from '../../../kernel/errors.ts';
import { foundBy } from '../../../kernel/not-found.ts';
import type { PayoutFacts, PayoutRowFault } from './payout-columns.ts';
import type { QueueFault } from './match-lines.ts';
import { lineKey } from './match-lines.ts';
import type { Payout, PayoutLine } from './settle-lines.ts';

/** @throws Refusal 404 if it does not belong to the shop */
export async function lockPayout(context: Context, id: number): Promise<Payout> {
  const found = await context.db
    .selectFrom('cod_payouts')
    .selectAll()
    .where('shop_id', '=', context.shop.id)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (found === undefined) throw kernelErrors.refuse('not_found');
  return found;
}

export async function setPayout(
  context: Context,
  id: number,
  columns: Partial<Omit<Payout, 'id' | 'shop_id'>>,
): Promise<void> {
  await context.db
    .updateTable('cod_payouts')
    .set(columns)
    .where('shop_id', '=', context.shop.id)
    .where('id', '=', id)
    .execute();
}

/** Counts the lines of a payout by what became of them, and sums up what they settled. The caller has written the lines. */
export async function refreshPayout({ db, shop }: Context, id: number): Promise<void> {
  const planned = sql`l.status = 'READY' and coalesce(l.fault, '')`;
  const settlements = sql`from cod_settlements as s where s.shop_id = ${shop.id} and s.payout_id = ${id}`;
  await sql`
    update cod_payouts as p set settled = lines.settled, queued = lines.queued, ignored = lines.ignored,
      repeated = lines.repeated, wrong = lines.wrong, passed_over = lines.passed_over, paid_idr = paid.paid_idr,
      first_entered_on = entered.first_on, last_entered_on = entered.last_on,
      first_invoice_id = entered.first_invoice, last_invoice_id = entered.last_invoice
    from (
      select count(*) filter (where l.status = 'SETTLED' or ${planned} = '') as settled,
        count(*) filter (where l.status = 'QUEUED' or ${planned} not in ('', 'REPEATED')) as queued,
        count(*) filter (where l.status = 'IGNORED') as ignored,
        count(*) filter (where l.status = 'REPEATED' or ${planned} = 'REPEATED') as repeated,
        count(*) filter (where l.status = 'WRONG') as wrong,
        count(*) filter (where l.status = 'PASSED_OVER') as passed_over
      from cod_payout_lines as l where l.shop_id = ${shop.id} and l.payout_id = ${id}
    ) as lines, (
      select coalesce(sum(s.amount_idr) filter (where s.kind = 'PAYOUT'), 0)::bigint as paid_idr ${settlements}
    ) as paid, (
      select min(e.entered_on) as first_on, max(e.entered_on) as last_on, min(e.invoice_id) as first_invoice,
        max(e.invoice_id) as last_invoice
      from cod_entries as e
      where e.shop_id = ${shop.id} and (e.order_id, e.trip) in (select s.order_id, s.trip ${settlements})
    ) as entered
    where p.shop_id = ${shop.id} and p.id = ${id}`.execute(db);
}

/** @throws Refusal 422 on `bank_id` if the shop has no such bank account */
export async function refuseUnknownBank(context: Context, bank_id: number | undefined): Promise<void> {
  if (bank_id === undefined) return;
  const found = await context.db
    .selectFrom('bank_accounts')
    .select('id')
    .where('shop_id', '=', context.shop.id)
    .where('id', '=', bank_id)
    .where('archived_at', 'is', null)
    .executeTakeFirst();
  foundBy('bank_id', found);
}

type NewPayout = Pick<
  Selectable<DB['cod_payouts']>,
  'source' | 'courier' | 'bank_account_id' | 'paid_on' | 'file_name' | 'file_hash' | 'row_total'
>;

/** @returns its ID */
export async function insertPayout(context: Context, payout: NewPayout): Promise<number> {
  const { id } = await context.db
    .insertInto('cod_payouts')
    .values({
      shop_id: context.shop.id,
      ...payout,
      status: 'READY',
      created_by: context.actor.user_id,
      created_at: context.clock.now(),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** A line before it is stored. */
export interface NewLine {
  row_number: number;
  facts: PayoutFacts;
  /** PASSED_OVER: it only sums up others. */
  status: 'READY' | 'WRONG' | 'PASSED_OVER';
  /** Why it cannot be read, or what is going to put it into the queue. */
  fault: PayoutRowFault | QueueFault | 'REPEATED' | null;
  day_unread: string | null;
  /** What it is going to settle, as far as that is known. */
  matched: Pick<PayoutLine, 'order_id' | 'trip' | 'expected_idr'>;
  /** Of several rows that are going to pay a parcel together, the last. */
  last_row_number: number | null;
}

/** Lines that one statement stores: PostgreSQL takes 65,535 parameters. */
const AT_ONCE = 1_000;

/** Stores the lines of a payout that has none. */
export async function insertLines(
  context: Context,
  payout_id: number,
  lines: readonly NewLine[],
): Promise<void> {
  for (let start = 0; start < lines.length; start += AT_ONCE)
    await context.db
      .insertInto('cod_payout_lines')
      .values(
        lines.slice(start, start + AT_ONCE).map(({ facts, matched, ...line }) => ({
          shop_id: context.shop.id,
          payout_id,
          ...line,
          ...facts,
          ...matched,
          line_key: line.status === 'READY' ? lineKey(facts) : null,
        })),
      )
      .execute();
  await refreshPayout(context, payout_id);
}
