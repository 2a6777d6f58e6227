import { createHash } from 'node:crypto';
import type { z } from 'zod';
import { today } from '../../../kernel/calendar.ts';
import type { Context } from '../../../kernel/context.ts';
import { openTable } from '../../../kernel/sheets/open-table.ts';
import { codErrors } from './errors.ts';
import { getPayout } from './get-payout.ts';
import { codLimits } from './limits.ts';
import { lockCounter } from './lock-counter.ts';
import { faultOf, lineKey, matchLines, type Match } from './match-lines.ts';
import { PAYOUT_COLUMNS, readPayoutRow, type PayoutColumn } from './payout-columns.ts';
import { insertLines, insertPayout, refuseUnknownBank, type NewLine } from './payout-state.ts';
import type { ImportPayoutInput, PayoutDetail } from './schemas.ts';
import { knownKeys } from './settle-lines.ts';

/**
 * Reads a payout file of a courier, and previews what each line settles; nothing is recorded yet. A file that was
 * uploaded before is answered with what it became, unless that was undone; one that was not applied yet is read anew.
 * @throws Refusal 422 on `file` if it is no spreadsheet, lacks a column or is too long, on `bank_id` if there is none
 */
export async function importPayout(
  context: Context,
  input: z.output<typeof ImportPayoutInput>,
): Promise<z.input<typeof PayoutDetail>> {
  const file_hash = createHash('sha256').update(input.file.bytes).digest('hex');
  const rows = await readFile(input.file.bytes);
  return context.transaction(async (inner) => {
    await lockCounter(inner);
    await refuseUnknownBank(inner, input.bank_id);
    const known = await findFile(inner, file_hash);
    if (known !== undefined && known.status !== 'READY') return getPayout(inner, known);
    if (known !== undefined) await forget(inner, known.id);
    const lines = await preview(inner, rows);
    const id = await insertPayout(inner, {
      source: 'FILE',
      courier: input.courier,
      bank_account_id: input.bank_id ?? null,
      paid_on: input.paid_on ?? today(inner.clock, inner.shop.time_zone),
      file_name: input.file.name.slice(0, 200),
      file_hash,
      row_total: lines.length,
    });
    await insertLines(inner, id, lines);
    return getPayout(inner, { id });
  });
}

async function readFile(bytes: Buffer): Promise<NewLine[]> {
  const { columns, rows } = await openTable(bytes, 'file', PAYOUT_COLUMNS);
  const keys = columns.flatMap(({ index, key }) => (key === undefined ? [] : [{ index, key }]));
  if (!keys.some(({ key }) => key === 'awb_number' || key === 'po_number'))
    throw codErrors.refuseField('payout_without_parcels', 'file');
  const lines: NewLine[] = [];
  for await (const { number, cells } of rows) {
    const limit = codLimits.cod_payout_rows;
    if (lines.length >= limit) throw codErrors.refuseField('payout_too_long', 'file', { limit });
    const named = Object.fromEntries(
      keys.flatMap(({ index, key }) => {
        const cell = cells[index] ?? '';
        return cell === '' ? [] : [[key, cell] as const];
      }),
    ) as Parameters<typeof readPayoutRow>[0] & Partial<Record<PayoutColumn, unknown>>;
    const { facts, fault } = readPayoutRow(named);
    lines.push({ row_number: number, facts, fault: fault ?? null, is_wrong: fault !== undefined });
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

/** Removes a preview. */
async function forget({ db, shop }: Context, id: number): Promise<void> {
  await db
    .deleteFrom('cod_payout_lines')
    .where('shop_id', '=', shop.id)
    .where('payout_id', '=', id)
    .execute();
  await db.deleteFrom('cod_payouts').where('shop_id', '=', shop.id).where('id', '=', id).execute();
}

/** What would become of each line now. */
async function preview(context: Context, lines: readonly NewLine[]): Promise<NewLine[]> {
  const readable = lines.filter(({ is_wrong }) => !is_wrong);
  const matches = await matchLines(
    context,
    readable.map(({ facts }) => facts),
  );
  const known = await knownKeys(
    context,
    readable.map(({ facts }) => ({ line_key: lineKey(facts) })),
  );
  const faults = new Map(
    readable.map((line, index) => [line, previewFault(line, matches[index], known)] as const),
  );
  return lines.map((line) => (line.is_wrong ? line : { ...line, fault: faults.get(line) ?? null }));
}

function previewFault({ facts }: NewLine, match: Match, known: Set<string>): NewLine['fault'] {
  const key = lineKey(facts);
  if (known.has(key)) return 'REPEATED';
  known.add(key);
  const fault = faultOf(facts.net_idr ?? 0, match);
  // The next line of the same parcel finds nothing open.
  if (fault === undefined && match !== undefined && 'parcel' in match) {
    match.parcel.paid_idr += facts.net_idr ?? 0;
    match.parcel.open_idr = 0;
  }
  return fault ?? null;
}
