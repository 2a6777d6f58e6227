import type { Expression, SelectQueryBuilder } from 'kysely';
import type { Context } from '../context.ts';
import type { Database } from '../database/connection.ts';
import { readBatches } from '../database/read-batches.ts';
import type { Language } from '../language.ts';
import { limits } from '../limits.ts';
import { may, type Permission } from '../permissions.ts';
import type { Cell } from '../sheets/cells.ts';
import { writeXlsxFile, XLSX_TYPE, type SheetColumn } from '../sheets/write-sheet.ts';
import type { MadeFile } from './downloads.ts';

/** A column of a list as a workbook, with what it says of each row. */
export type ListColumn<Row> = SheetColumn & { value: (row: Row) => Cell };

/** A column in both languages. */
export interface ListField<Row> extends Pick<ListColumn<Row>, 'value' | 'is_number'> {
  title: Record<Language, string>;
  /** Only for who may do this. */
  only?: Permission;
}

/** A list as a workbook. */
export interface ListSheet<Found, Row> {
  /** Letters, digits and dashes, without its ending. */
  file_name: Record<Language, string>;
  title: Record<Language, string>;
  columns: readonly ListColumn<Row>[];
  /** What the workbook has rows of, in its order. */
  query: Expression<Found>;
  /** So many of these are read at a time. */
  batch_rows: number;
  /** The rows of a batch, from the same moment as all others. */
  load: (found: Found[], db: Database) => Promise<Row[]> | Row[];
}

/** The columns that a user sees, in their language. */
export function columnsFor<Row>(context: Context, fields: readonly ListField<Row>[]): ListColumn<Row>[] {
  return fields
    .filter(({ only }) => only === undefined || may(context.actor.role, only))
    .map(({ title, value, is_number }) => ({
      header: title[context.language],
      value,
      ...(is_number && { is_number }),
    }));
}

/**
 * Makes a list a workbook, all of it of one moment, a batch at a time.
 * @param onRows told how many rows have been written
 */
export function listSheet<Found, Row>(
  context: Context,
  sheet: ListSheet<Found, Row>,
  onRows: (rows: number) => Promise<void>,
): MadeFile {
  const { language } = context;
  return {
    name: `${sheet.file_name[language]}.xlsx`,
    content_type: XLSX_TYPE,
    write: (path) =>
      writeXlsxFile(path, sheet.title[language], sheet.columns, cellsOf(context, sheet, onRows)),
  };
}

async function* cellsOf<Found, Row>(
  context: Context,
  { columns, query, batch_rows, load }: ListSheet<Found, Row>,
  onRows: (rows: number) => Promise<void>,
): AsyncGenerator<Cell[]> {
  let written = 0;
  for await (const { rows: found, db } of readBatches(context.db, query, batch_rows)) {
    const rows = await load(found, db);
    for (const row of rows) yield columns.map(({ value }) => value(row));
    written += rows.length;
    await onRows(written);
  }
}

/** Whether a query finds more rows than a request waits for: then a job makes their file. */
export async function isLongList<Tables, Table extends keyof Tables, Row>(
  query: SelectQueryBuilder<Tables, Table, Row>,
): Promise<boolean> {
  const beyond = query.offset(limits.download_rows_at_once).limit(1);
  return (await beyond.executeTakeFirst()) !== undefined;
}
