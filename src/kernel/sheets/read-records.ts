import type { Cell } from './cells.ts';
import { withChosen, type ColumnChoice } from './column-choice.ts';
import type { SoughtColumn } from './match-titles.ts';
import { openTable, type OpenOptions } from './open-table.ts';
import { isTotal } from './total-row.ts';

export interface SheetRecord<Key extends string> {
  /** As a person counts rows, the titles being the first. */
  row: number;
  /** The cells that have content. */
  cells: Partial<Record<Key, Cell>>;
  /** One of its cells, of whatever column, says that it sums up others. */
  is_total: boolean;
}

export interface OpenedRecords<Key extends string> {
  /** The titles of the columns found, as they stand in the file. */
  titles: Map<Key, string>;
  /** To be read once, to its end. */
  records: AsyncGenerator<SheetRecord<Key>>;
}

/**
 * Opens a spreadsheet with titles, with the columns in any order; the rows below are read as they are consumed. Where
 * several columns are one, a row has the first of them that is filled in.
 * @param chosen columns that the client has named by their titles
 * @throws Refusal 422 on the field: see `openTable`
 */
export async function openRecords<Key extends string>(
  bytes: Buffer,
  field: string,
  sought: readonly SoughtColumn<Key>[],
  { chosen = {}, ...options }: Pick<OpenOptions, 'most_rows'> & { chosen?: ColumnChoice<Key> } = {},
): Promise<OpenedRecords<Key>> {
  const { columns, known, rows } = await openTable(bytes, field, withChosen(sought, chosen), options);
  const titles = new Map<Key, string>();
  for (const [index, key] of known) {
    const title = columns.find((column) => column.index === index)?.title ?? '';
    const first = titles.get(key);
    titles.set(key, first === undefined ? title : `${first} / ${title}`);
  }
  return { titles, records: recordsOf() };

  async function* recordsOf(): AsyncGenerator<SheetRecord<Key>> {
    for await (const { number, cells } of rows) {
      const record: Partial<Record<Key, Cell>> = {};
      for (const [index, key] of known) {
        const cell = cells[index];
        if (cell !== undefined && cell !== '') record[key] ??= cell;
      }
      yield { row: number, cells: record, is_total: cells.some(isTotal) };
    }
  }
}
