import type { z } from 'zod';
import type { Context } from '../../../kernel/context.ts';
import { templateAnswer } from '../../../kernel/files/import-template.ts';
import type { FileAnswer } from '../../../kernel/http/answer.ts';
import { TEMPLATE_COLUMNS, type AwbColumn } from './columns.ts';
import type { AwbTemplateInput } from './schemas.ts';

/** To be written over: by PO number, and by phone number. */
const EXAMPLE: Partial<Record<AwbColumn, string>>[] = [
  { po_number: '505', awb_number: 'JP1234567890' },
  { awb_number: '000412345678', phone: '081234567890', name: 'Siti Aminah', day: '2026-01-31' },
];

/** The sheet to fill in for an import of AWB numbers, with an example. */
export function getAwbTemplate(
  context: Context,
  { format }: z.output<typeof AwbTemplateInput>,
): Promise<FileAnswer> {
  return templateAnswer(context, format, {
    file_name: { en: 'import-awb', id: 'impor-resi' },
    sheet: 'Resi',
    columns: TEMPLATE_COLUMNS,
    example: EXAMPLE,
  });
}
