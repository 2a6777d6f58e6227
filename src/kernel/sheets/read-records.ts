import type { Cell } from './cells.ts';
import type { SoughtColumn } from './match-titles.ts';
import { openTable, type OpenOptions } from './open-table.ts';

export interface SheetRecord<Key extends string> {
  /** As a person counts rows, the titles being the first. */
  row: number;
  /** The cells that have content. */
  cells: Partial<Record<Key, Cell>>;
}

export interface OpenedRecords<Key extends string> {
  /** The titles of the columns found, as they stand in the file. */
  titles: Map<Key, string>;
  /** To be read once, to its end. */
  records: AsyncGenerator<SheetRecord<Key>>;
}

/**
 * Opens a spreadsheet with titles, with the columns in any order; the rows below are read as they are consumed.
 * @throws Refusal 422 on the field: see `openTable`
 */
export async function openRecords<Key extends string>(
  bytes: Buffer,
  field: string,
  sought: readonly SoughtColumn<Key>[],
  options: Pick<OpenOptions, 'most_rows'> = {},
): Promise<OpenedRecords<Key>> {
  const { columns, rows } = await openTable(bytes, field, sought, options);
  const keys = new Map(columns.flatMap(({ index, key }) => (key === undefined ? [] : [[index, key]])));
  const titles = new Map(columns.flatMap(({ title, key }) => (key === undefined ? [] : [[key, title]])));
  return { titles, records: recordsOf() };

  async function* recordsOf(): AsyncGenerator<SheetRecord<Key>> {
    for await (const { number, cells } of rows) {
      const record: Partial<Record<Key, Cell>> = {};
      for (const [index, key] of keys) {
        const cell = cells[index];
        if (cell !== undefined && cell !== '') record[key] = cell;
      }
      yield { row: number, cells: record };
    }
  }
}
