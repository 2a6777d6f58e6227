import type { Table } from '../../../kernel/sheets/open-table.ts';
import type { ImportColumn } from './columns.ts';

/** A part of a file that is not read: a row above the titles, or a whole sheet. */
export interface PartNotRead {
  sheet: string;
  row: number | null;
  text: string;
}

/** Of a row so many characters are shown. */
const TEXT_CHARACTERS = 200;
/** Longer than Excel allows names of sheets to be. */
const NAME_CHARACTERS = 100;

export function partsNotRead({ sheet, rows_above, other_sheets }: Table<ImportColumn>): PartNotRead[] {
  return [
    ...other_sheets.map((name) => ({ sheet: name.slice(0, NAME_CHARACTERS), row: null, text: '' })),
    ...rows_above.map(({ number, cells }) => ({
      sheet: sheet.slice(0, NAME_CHARACTERS),
      row: number,
      text: cells
        .filter((cell) => cell !== '')
        .join(' | ')
        .slice(0, TEXT_CHARACTERS)
        .toWellFormed(),
    })),
  ];
}
