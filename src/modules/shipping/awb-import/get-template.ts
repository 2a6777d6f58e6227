import type { z } from 'zod';
import type { Context } from '../../../kernel/context.ts';
import { makeAnswer } from '../../../kernel/files/downloads.ts';
import type { FileAnswer } from '../../../kernel/http/answer.ts';
import { CSV_TYPE, writeCsvFile, writeXlsxFile, XLSX_TYPE } from '../../../kernel/sheets/write-sheet.ts';
import { TEMPLATE_COLUMNS, type AwbColumn } from './columns.ts';
import type { AwbTemplateInput } from './schemas.ts';

/** To be written over: by PO number, and by phone number. */
const EXAMPLE: Partial<Record<AwbColumn, string>>[] = [
  { po_number: '505', awb_number: 'JP1234567890' },
  { awb_number: '000412345678', phone: '081234567890', name: 'Siti Aminah', day: '2026-01-31' },
];

/** The sheet to fill in for an import of AWB numbers, with an example. */
export function getAwbTemplate(
  { language }: Context,
  { format }: z.output<typeof AwbTemplateInput>,
): Promise<FileAnswer> {
  const columns = TEMPLATE_COLUMNS.map(({ title }) => ({ header: title[language], width_characters: 24 }));
  const rows = EXAMPLE.map((cells) => TEMPLATE_COLUMNS.map(({ key }) => cells[key] ?? ''));
  const name = language === 'id' ? 'impor-resi' : 'import-awb';
  return format === 'CSV'
    ? makeAnswer({
        name: `${name}.csv`,
        content_type: CSV_TYPE,
        write: (path) => writeCsvFile(path, columns, rows),
      })
    : makeAnswer({
        name: `${name}.xlsx`,
        content_type: XLSX_TYPE,
        write: (path) => writeXlsxFile(path, 'Resi', columns, rows),
      });
}
