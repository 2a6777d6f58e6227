import type { FileAnswer } from '../http/answer.ts';
import type { Language } from '../language.ts';
import type { Cell } from '../sheets/cells.ts';
import { CSV_TYPE, writeCsvFile, writeXlsxFile, XLSX_TYPE, type SheetColumn } from '../sheets/write-sheet.ts';
import { makeAnswer } from './downloads.ts';

interface TemplateColumn<Key extends string> extends Pick<SheetColumn, 'width_characters' | 'is_number'> {
  key: Key;
  title: Record<Language, string>;
}

/** The sheet to fill in for an import. */
interface ImportTemplate<Key extends string> {
  /** File name of letters, digits and dashes, without its extension. */
  file_name: Record<Language, string>;
  /** Name of the sheet in a workbook. */
  sheet: string;
  columns: readonly TemplateColumn<Key>[];
  /** Rows to be written over. */
  example: readonly Partial<Record<Key, Cell>>[];
}

const WIDTH_CHARACTERS = 24;

/** Answers with the template of an import, in the language of who asks. */
export function templateAnswer<Key extends string>(
  { language }: { language: Language },
  format: 'XLSX' | 'CSV',
  { file_name, sheet, columns, example }: ImportTemplate<Key>,
): Promise<FileAnswer> {
  const titled = columns.map(({ title, width_characters = WIDTH_CHARACTERS, is_number }) => ({
    header: title[language],
    width_characters,
    ...(is_number && { is_number }),
  }));
  const rows = example.map((cells) => columns.map(({ key }) => cells[key] ?? ''));
  const name = file_name[language];
  return format === 'CSV'
    ? makeAnswer({
        name: `${name}.csv`,
        content_type: CSV_TYPE,
        write: (path) => writeCsvFile(path, titled, rows),
      })
    : makeAnswer({
        name: `${name}.xlsx`,
        content_type: XLSX_TYPE,
        write: (path) => writeXlsxFile(path, sheet, titled, rows),
      });
}
