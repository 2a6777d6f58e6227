import { createHash } from 'node:crypto';
import type { z } from 'zod';
import { today } from '../../../kernel/calendar.ts';
import type { Context } from '../../../kernel/context.ts';
import { openRecords } from '../../../kernel/sheets/read-records.ts';
import { codErrors } from './errors.ts';
import { getPayout } from './get-payout.ts';
import { codLimits } from './limits.ts';
import { lockCounter } from './lock-counter.ts';
import { faultOf, lineKey, matchLines, paidTogether, parcelOf, type Match } from './match-lines.ts';
import { PAYOUT_COLUMNS, PayoutRows } from './payout-columns.ts';
import { insertLines, insertPayout, refuseUnknownBank, setPayout, type NewLine } from './payout-state.ts';
import type { ImportPayoutInput, PayoutDetail } from './schemas.ts';
import { knownKeys, matchColumns } from './settle-lines.ts';

/**
 * Reads a payout file of a courier, and previews what each line settles; nothing is recorded yet. A file that was
 * uploaded before is answered with what it became, unless that was undone; one that was not applied yet is the same preview,
 * read anew.
 * @throws Refusal 422 on `file` if it is no spreadsheet, lacks a column or is too long, on `bank_id` if there is none
 */
export async function importPayout(
  context: Context,
  input: z.output<typeof ImportPayoutInput>,
): Promise<z.input<typeof PayoutDetail>> {
  const file_hash = createHash('sha256').update(input.file.bytes).digest('hex');
  const rows = await readFile(input);
  return context.transaction(async (inner) => {
    await lockCounter(inner);
    await refuseUnknownBank(inner, input.bank_id);
    const known = await findFile(inner, file_hash);
    if (known !== undefined && known.status !== 'READY') return getPayout(inner, known);
    const lines = await preview(inner, rows);
    const payout = {
      courier: input.courier,
      bank_account_id: input.bank_id ?? null,
      paid_on: input.paid_on ?? today(inner.clock, inner.shop.time_zone),
      file_name: input.file.name.slice(0, 200),
      row_total: lines.length,
    };
    const id = known?.id ?? (await insertPayout(inner, { source: 'FILE', file_hash, ...payout }));
    if (known !== undefined) {
      await removeLines(inner, id);
      await setPayout(inner, id, payout);
    }
    await insertLines(inner, id, lines);
    return getPayout(inner, { id });
  });
}

async function readFile({ file, columns = {} }: z.output<typeof ImportPayoutInput>): Promise<NewLine[]> {
  const { titles, records } = await openRecords(file.bytes, 'file', PAYOUT_COLUMNS, { chosen: columns });
  if (!titles.has('awb_number') && !titles.has('po_number'))
    throw codErrors.refuseField('payout_without_parcels', 'file');
  const reader = new PayoutRows();
  const lines: NewLine[] = [];
  for await (const record of records) {
    const limit = codLimits.cod_payout_rows;
    if (lines.length >= limit) throw codErrors.refuseField('payout_too_long', 'file', { limit });
    const { facts, fault = null, day_unread } = reader.next(record);
    const status = fault === null ? 'READY' : fault === 'TOTAL' ? 'PASSED_OVER' : 'WRONG';
    const matched = matchColumns(undefined);
    lines.push({
      row_number: record.row,
      facts,
      status,
      fault,
      day_unread,
      matched,
      last_row_number: null,
    });
  }
  return lines;
}

async function findFile({ db, shop }: Context, file_hash: string) {
  return db
    .selectFrom('cod_payouts')
    .select(['id', 'status'])
    .where('shop_id', '=', shop.id)
    .where('file_hash', '=', file_hash)
    .where('status', '<>', 'UNDONE')
    .executeTakeFirst();
}

/** Removes the lines of a preview. */
async function removeLines({ db, shop }: Context, payout_id: number): Promise<void> {
  await db
    .deleteFrom('cod_payout_lines')
    .where('shop_id', '=', shop.id)
    .where('payout_id', '=', payout_id)
    .execute();
}

/** What would become of each line now, and of which order. */
async function preview(context: Context, lines: readonly NewLine[]): Promise<NewLine[]> {
  const ready = lines.filter(({ status }) => status === 'READY');
  const matches = await matchLines(
    context,
    ready.map(({ facts }) => facts),
  );
  const known = await knownKeys(
    context,
    ready.map(({ facts }) => ({ line_key: lineKey(facts) })),
  );
  const previewed = new Map<NewLine, NewLine>();
  const fresh: { line: NewLine; net_idr: number; match: Match }[] = [];
  for (const [index, line] of ready.entries()) {
    const match = matches[index];
    const key = lineKey(line.facts);
    if (known.has(key)) previewed.set(line, { ...line, matched: matchColumns(match), fault: 'REPEATED' });
    else fresh.push({ line, net_idr: line.facts.net_idr ?? 0, match });
    known.add(key);
  }
  const together = paidTogether(fresh);
  for (const { line, net_idr, match } of fresh) {
    const last = together.get(line);
    const matched = matchColumns(match);
    previewed.set(
      line,
      last === undefined
        ? { ...line, matched, fault: previewFault(net_idr, match) }
        : { ...line, matched: { ...matched, expected_idr: net_idr }, last_row_number: last.row_number },
    );
  }
  return lines.map((line) => previewed.get(line) ?? line);
}

function previewFault(net_idr: number, match: Match): NewLine['fault'] {
  const fault = faultOf(net_idr, match);
  // The next line of the same parcel finds nothing open.
  const parcel = parcelOf(match);
  if (fault === undefined && parcel !== undefined) {
    parcel.paid_idr += net_idr;
    parcel.open_idr = 0;
  }
  return fault ?? null;
}
