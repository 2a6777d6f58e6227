import { sql } from 'kysely';
import type { z } from 'zod';
import type { Context } from '../../kernel/context.ts';
import { readBatches } from '../../kernel/database/read-batches.ts';
import { makeAnswer } from '../../kernel/files/downloads.ts';
import type { FileAnswer } from '../../kernel/http/answer.ts';
import type { Cell } from '../../kernel/sheets/cells.ts';
import { writeXlsxFile, XLSX_TYPE } from '../../kernel/sheets/write-sheet.ts';
import type { RowOutcome } from './import-rows.ts';
import { importRows, importTitles, type Cells } from './list-import-rows.ts';
import type { ImportIdInput } from './schemas.ts';

const TEXTS = {
  en: {
    name: 'import-report',
    row: 'Row',
    result: 'Result',
    reasons: 'What is wrong',
    NEW: 'new',
    CHANGED: 'changed',
    UNCHANGED: 'unchanged',
    WRONG: 'wrong',
  },
  id: {
    name: 'laporan-impor',
    row: 'Baris',
    result: 'Hasil',
    reasons: 'Yang salah',
    NEW: 'baru',
    CHANGED: 'diubah',
    UNCHANGED: 'tetap',
    WRONG: 'salah',
  },
};

/** The uploaded spreadsheet with the result and the errors of each row, to be corrected and uploaded again. */
export async function getReport(
  context: Context,
  input: z.output<typeof ImportIdInput>,
): Promise<FileAnswer> {
  const titles = await importTitles(context, input.id);
  const texts = TEXTS[context.language];
  const columns = [texts.row, texts.result, texts.reasons, ...titles.values()];
  return makeAnswer({
    name: `${texts.name}-${input.id}.xlsx`,
    content_type: XLSX_TYPE,
    write: (path) =>
      writeXlsxFile(
        path,
        texts.result,
        columns.map((header) => ({ header })),
        rows(),
      ),
  });

  async function* rows(): AsyncGenerator<Cell[]> {
    const query = importRows(context, input.id)
      .select(['row_number', 'outcome'])
      .select([sql<Cells>`cells`.as('cells'), sql<RowOutcome['faults']>`faults`.as('faults')])
      .orderBy('row_number');
    for await (const batch of readBatches(context.db, query, 200))
      for (const row of batch.rows)
        yield [
          row.row_number,
          row.outcome === null ? '' : texts[row.outcome],
          row.faults.map((fault) => `${fault.column}: ${fault[context.language]}`).join('\n'),
          ...[...titles.keys()].map((key) => row.cells[key] ?? ''),
        ];
  }
}
