import type { z } from 'zod';
import { daysBetween } from '../../../kernel/calendar.ts';
import type { Context } from '../../../kernel/context.ts';
import { kernelErrors } from '../../../kernel/errors.ts';
import { makeAnswer } from '../../../kernel/files/downloads.ts';
import type { FileAnswer } from '../../../kernel/http/answer.ts';
import { periodOf } from '../../../kernel/http/report-period.ts';
import type { Cell } from '../../../kernel/sheets/cells.ts';
import { CSV_TYPE, writeCsvFile } from '../../../kernel/sheets/write-sheet.ts';
import { reportLimits } from '../limits.ts';
import { STARTING_CODES, type JournalFormat } from './accounts.ts';
import { codeKey, loadCodes } from './codes.ts';
import { loadEntries, type JournalEntry, type JournalLine } from './load-entries.ts';
import type { JournalInput } from './schemas.ts';

type CodeOf = (line: JournalLine) => string;

/** 30/11/2026, as both programs read days. */
const dayText = (day: string) => day.split('-').toReversed().join('/');
const debit = ({ amount_idr }: JournalLine): Cell => Math.max(0, amount_idr);
const credit = ({ amount_idr }: JournalLine): Cell => Math.max(0, -amount_idr);

/** How each program reads journal entries. */
const LAYOUTS: Record<
  JournalFormat,
  { columns: string[]; rows: (entry: JournalEntry, note: string, codeOf: CodeOf) => Cell[][]; head: Cell[][] }
> = {
  // A line each, with what the entry has as a whole repeated.
  JURNAL: {
    columns: [
      '*Transaction Date',
      'Transaction Number',
      '*Account Number',
      'Description',
      '*Debit',
      '*Credit',
      'Memo',
    ],
    head: [],
    rows: ({ number, day, lines }, note, codeOf) =>
      lines.map((line) => [dayText(day), number, codeOf(line), note, debit(line), credit(line), note]),
  },
  // An entry is a row HEADER and a row ACCOUNT of each line, each with columns of its own.
  ACCURATE: {
    columns: ['HEADER', 'No Jurnal', 'Tanggal', 'Catatan', ''],
    head: [['ACCOUNT', 'No Akun', 'Debit', 'Kredit', 'Catatan']],
    rows: ({ number, day, lines }, note, codeOf) => [
      ['HEADER', number, dayText(day), note, ''],
      ...lines.map((line) => ['ACCOUNT', codeOf(line), debit(line), credit(line), note]),
    ],
  },
};

/**
 * Answers with the journal of a period as CSV for a bookkeeping program, three entries of a day.
 * @throws Refusal 422 for a period of more than `limits.journal_days`
 */
export async function downloadJournal(
  context: Context,
  { format, ...input }: z.output<typeof JournalInput>,
): Promise<FileAnswer> {
  const period = periodOf(context, input);
  if (daysBetween(period.from, period.to) >= reportLimits.journal_days)
    throw kernelErrors.refuseField('period_too_long', 'end_date', { days: reportLimits.journal_days });
  const codes = await loadCodes(context, format);
  const codeOf: CodeOf = ({ account, bank_id }) =>
    codes.get(codeKey(account, bank_id)) ?? codes.get(account) ?? STARTING_CODES[format][account];
  const entries = await loadEntries(context, period);
  const { columns, head, rows } = LAYOUTS[format];
  return makeAnswer({
    name: `journal-${format.toLowerCase()}-${period.from}-${period.to}.csv`,
    content_type: CSV_TYPE,
    write: (path) =>
      writeCsvFile(
        path,
        columns.map((header) => ({ header })),
        [...head, ...entries.flatMap((entry) => rows(entry, entry.note[context.language], codeOf))],
      ),
  });
}
