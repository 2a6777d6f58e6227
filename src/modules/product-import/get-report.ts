import { sql } from 'kysely';
import type { z } from 'zod';
import type { Context } from '../../kernel/context.ts';
import { readBatches } from '../../kernel/database/read-batches.ts';
import { makeAnswer } from '../../kernel/files/downloads.ts';
import type { FileAnswer } from '../../kernel/http/answer.ts';
import type { Cell } from '../../kernel/sheets/cells.ts';
import { plainTitle } from '../../kernel/sheets/match-titles.ts';
import { writeXlsxFile, XLSX_TYPE } from '../../kernel/sheets/write-sheet.ts';
import type { RowOutcome } from './import-rows.ts';
import { importRows, shownColumns } from './list-import-rows.ts';
import type { RawCells } from './read/columns.ts';
import { REPORT_TEXTS, REPORT_TITLES } from './report-titles.ts';
import type { ImportIdInput } from './schemas.ts';

/** The uploaded spreadsheet with the result and the errors of each row, to be corrected and uploaded again. */
export async function getReport(
  context: Context,
  input: z.output<typeof ImportIdInput>,
): Promise<FileAnswer> {
  const shown = (await shownColumns(context, input.id)).filter(
    ({ title }) => !REPORT_TITLES.has(plainTitle(title)),
  );
  const texts = REPORT_TEXTS[context.language];
  const columns = [texts.row, texts.result, texts.reasons, ...shown.map(({ title }) => title)];
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
      .select([sql<RawCells>`cells`.as('cells'), sql<RowOutcome['faults']>`faults`.as('faults')])
      .orderBy('row_number');
    for await (const batch of readBatches(context.db, query, 200))
      for (const row of batch.rows)
        yield [
          row.row_number,
          row.outcome === null ? '' : texts[row.outcome],
          row.faults
            .map((fault) => `${fault.column[context.language]}: ${fault[context.language]}`)
            .join('\n'),
          ...shown.map(({ index }) => row.cells[index] ?? ''),
        ];
  }
}
