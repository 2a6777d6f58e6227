import type { Cell } from './cells.ts';
import { sheetErrors } from './errors.ts';
import { readSheet } from './read-sheet.ts';

/** A column that is looked for. */
export interface SoughtColumn<Key extends string> {
  key: Key;
  /** Its titles, in any language and letter case. */
  titles: readonly string[];
  is_needed?: boolean;
}

export interface SheetRecord<Key extends string> {
  /** As a person counts rows, the titles being the first. */
  row: number;
  /** The cells that have content. */
  cells: Partial<Record<Key, Cell>>;
}

export interface ReadRecords<Key extends string> {
  /** The titles of the columns found, as they stand in the file. */
  titles: Map<Key, string>;
  /** Titles that are none of those sought. */
  unknown: string[];
  records: SheetRecord<Key>[];
}

/**
 * Reads a sheet whose first row has titles, in whatever order the columns stand. All of it is kept, within
 * `limits.sheet_*`.
 * @throws Refusal 422 on the field where it is no sheet, a needed column is missing, a column stands there
 * twice, or there is no row below the titles
 */
export async function readRecords<Key extends string>(
  bytes: Buffer,
  field: string,
  columns: readonly SoughtColumn<Key>[],
): Promise<ReadRecords<Key>> {
  const found: (SoughtColumn<Key> | undefined)[] = [];
  const titles = new Map<Key, string>();
  const unknown: string[] = [];
  const records: SheetRecord<Key>[] = [];
  for await (const { number, cells } of readSheet(bytes, field)) {
    if (found.length > 0) {
      records.push({ row: number, cells: recordOf(found, cells) });
      continue;
    }
    for (const cell of cells) {
      const title = String(cell);
      const column = columns.find((sought) => sought.titles.some((known) => sameTitle(known, title)));
      found.push(column);
      if (column === undefined && title !== '') unknown.push(title);
      if (column === undefined) continue;
      if (titles.has(column.key)) throw sheetErrors.refuseField('column_twice', field, { column: title });
      titles.set(column.key, title);
    }
    const missing = columns.filter(({ key, is_needed }) => is_needed === true && !titles.has(key));
    if (missing.length > 0)
      throw sheetErrors.refuseField('column_missing', field, {
        columns: missing.map((column) => `"${column.titles[0]}"`).join(', '),
      });
  }
  if (records.length === 0) throw sheetErrors.refuseField('sheet_empty', field);
  return { titles, unknown, records };
}

function recordOf<Key extends string>(
  found: readonly (SoughtColumn<Key> | undefined)[],
  cells: readonly Cell[],
): Partial<Record<Key, Cell>> {
  const record: Partial<Record<Key, Cell>> = {};
  for (const [index, cell] of cells.entries()) {
    const key = found[index]?.key;
    if (key !== undefined && cell !== '') record[key] = cell;
  }
  return record;
}

function sameTitle(a: string, b: string): boolean {
  const plain = (title: string) =>
    title
      .toLowerCase()
      .replaceAll(/[\s_*]+/g, ' ')
      .trim();
  return plain(a) === plain(b);
}
