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

export interface OpenedRecords<Key extends string> {
  /** The titles of the columns found, as they stand in the file. */
  titles: Map<Key, string>;
  /** Titles that are none of those sought. */
  unknown: string[];
  /** To be read once, to its end. */
  records: AsyncGenerator<SheetRecord<Key>>;
}

/**
 * Opens a spreadsheet whose first row has titles, with the columns in any order; the rows below are read as they are
 * consumed.
 * @throws Refusal 422 on the field if it is not a spreadsheet, a required column is missing, or a column occurs twice;
 *   while reading, if it is damaged or exceeds `limits.sheet_*`, or has no row below the titles
 */
export async function openRecords<Key extends string>(
  bytes: Buffer,
  field: string,
  columns: readonly SoughtColumn<Key>[],
): Promise<OpenedRecords<Key>> {
  const rows = readSheet(bytes, field);
  const head = await rows.next();
  if (head.done === true) throw sheetErrors.refuseField('sheet_empty', field);
  const titles = new Map<Key, string>();
  const unknown: string[] = [];
  const known = byTitle(columns);
  const found = head.value.cells.map((cell) => {
    const title = String(cell).slice(0, TITLE_CHARACTERS);
    const column = known.get(plainTitle(title));
    if (column === undefined && title !== '') unknown.push(title);
    if (column === undefined) return undefined;
    if (titles.has(column.key)) throw sheetErrors.refuseField('column_twice', field, { column: title });
    titles.set(column.key, title);
    return column;
  });
  const missing = columns.filter(({ key, is_needed }) => is_needed === true && !titles.has(key));
  if (missing.length > 0)
    throw sheetErrors.refuseField('column_missing', field, {
      columns: missing.map((column) => `"${column.titles[0]}"`).join(', '),
    });
  return { titles, unknown, records: recordsOf() };

  async function* recordsOf(): AsyncGenerator<SheetRecord<Key>> {
    let read = 0;
    for await (const { number, cells } of rows) {
      read += 1;
      yield { row: number, cells: recordOf(found, cells) };
    }
    if (read === 0) throw sheetErrors.refuseField('sheet_empty', field);
  }
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

/** Of a title so much is read and shown. */
const TITLE_CHARACTERS = 200;

function byTitle<Key extends string>(columns: readonly SoughtColumn<Key>[]): Map<string, SoughtColumn<Key>> {
  const known = new Map<string, SoughtColumn<Key>>();
  for (const column of columns)
    for (const title of column.titles) {
      const plain = plainTitle(title);
      // Where two columns have the same title, the first has it.
      if (!known.has(plain)) known.set(plain, column);
    }
  return known;
}

/** Titles that differ in letter case, blanks and stars only are the same. */
function plainTitle(title: string): string {
  return title
    .toLowerCase()
    .replaceAll(/[\s_*]+/g, ' ')
    .trim();
}
