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

/** A column of the workbook of a list, with its value for each row. */
export type ListColumn<Row> = SheetColumn & { value: (row: Row) => Cell };

/** A column in both languages. */
export interface ListField<Row> extends Pick<ListColumn<Row>, 'value' | 'is_number'> {
  title: Record<Language, string>;
  /** Only for users with this permission. */
  only?: Permission;
}

/** A list as a workbook. */
export interface ListSheet<Found, Row> {
  /** File name of letters, digits and dashes, without its extension. */
  file_name: Record<Language, string>;
  title: Record<Language, string>;
  columns: readonly ListColumn<Row>[];
  /** IDs of what the workbook has rows of, in their order. */
  query: Expression<Found>;
  /** Number of IDs that are read at a time. */
  batch_rows: number;
  /** The rows of a batch, from the same snapshot as all others. */
  load: (found: Found[], db: Database) => Promise<Row[]> | Row[];
}

/** The columns that the user can see, in their language. */
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
 * Writes a list as a workbook, from one snapshot, in batches.
 * @param onRows is called with the number of rows written so far
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

/** Whether a query finds too many rows for a request to wait for; a job creates their file then. */
export async function isLongList<Tables, Table extends keyof Tables, Row>(
  query: SelectQueryBuilder<Tables, Table, Row>,
): Promise<boolean> {
  const beyond = query.offset(limits.download_rows_at_once).limit(1);
  return (await beyond.executeTakeFirst()) !== undefined;
}
