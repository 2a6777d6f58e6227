import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Cell } from './cells.ts';

export const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
export const CSV_TYPE = 'text/csv; charset=utf-8';

export interface SheetColumn {
  header: string;
  width_characters?: number;
  /** Digits grouped in thousands. */
  is_number?: boolean;
  /** Of a sheet that is shut but for some columns: this is one of those. */
  is_open?: boolean;
}

type Rows = AsyncIterable<Cell[]> | Iterable<Cell[]>;

const definitions = (columns: readonly SheetColumn[]) =>
  columns.map(({ header, width_characters, is_number }) => ({
    header,
    width: width_characters ?? Math.max(10, header.length + 2),
    ...(is_number === true && { numFmt: '#,##0' }),
  }));

/**
 * Writes a workbook with one sheet to a file, row by row, in constant memory. Text is written as text, so that it never
 * becomes a formula. Rows that do not fit on a sheet continue on a second one.
 */
export async function writeXlsxFile(
  path: string,
  name: string,
  columns: readonly SheetColumn[],
  rows: Rows,
): Promise<void> {
  const { writeXlsxStream } = await import('hucre/xlsx');
  const stream = writeXlsxStream(rows, {
    name,
    columns: definitions(columns),
    freezePane: { rows: 1 },
  });
  await pipeline(Readable.fromWeb(stream as never), createWriteStream(path));
}

/** The same as CSV; cells that a spreadsheet would interpret as a formula start with an apostrophe. */
export async function writeCsvFile(path: string, columns: readonly SheetColumn[], rows: Rows): Promise<void> {
  const { writeCsvStream } = await import('hucre/csv');
  const stream = writeCsvStream(rows as Iterable<Cell[]>, {
    headers: columns.map(({ header }) => header),
    bom: true,
    escapeFormulae: true,
  });
  await pipeline(Readable.fromWeb(stream as never), createWriteStream(path));
}

/**
 * A workbook with one sheet in which only the given columns can be edited. It is built in memory: for as many rows as a
 * person fills in.
 */
export async function protectedXlsx(
  name: string,
  columns: readonly SheetColumn[],
  rows: Cell[][],
): Promise<Buffer> {
  const { writeXlsx } = await import('hucre/xlsx');
  const bytes = await writeXlsx({
    sheets: [
      {
        name,
        columns: definitions(columns).map((definition, index) => ({
          ...definition,
          ...(columns[index]?.is_open === true && { style: { protection: { locked: false } } }),
        })),
        rows: [columns.map(({ header }) => header), ...rows],
        freezePane: { rows: 1 },
        protection: { sheet: true, formatColumns: true, sort: true, autoFilter: true },
      },
    ],
  });
  return Buffer.from(bytes);
}
