import { z } from 'zod';
import { boolean, id, oneOf, optional, pageFields, withDefault } from '../../kernel/http/input.ts';
import { named } from '../../kernel/http/openapi-names.ts';
import { UploadedFile } from '../../kernel/http/route.ts';

export const ImportIdInput = z.object({ id: id() });

export const UploadImportInput = z.object({
  file: z
    .custom<UploadedFile>((value) => value instanceof UploadedFile, { params: { code: 'file_required' } })
    .describe(
      '.xlsx or .csv of at most 10 MB. Each row is a variation, and rows with the same name form a product.',
    ),
});

export const ApplyImportInput = z.object({
  id: id(),
  partial: withDefault(boolean(), false).describe('Apply the valid rows even if others are invalid.'),
});

export const Import = named('ProductImport', {
  id: z.int(),
  file_name: z.string(),
  status: z.enum(['CHECKING', 'READY', 'APPLYING', 'APPLIED', 'UNDOING', 'UNDONE']),
  unknown_columns: z
    .array(z.string())
    .describe('Column titles that are not recognised. These columns are ignored.'),
  counts: z.object({
    rows: z.int(),
    created: z.int().describe('Number of new variations.'),
    changed: z.int(),
    unchanged: z.int().describe('Number of rows that are the same as the current data. They change nothing.'),
    wrong: z.int(),
  }),
  job_id: z.int().nullable().describe('See `GET /api/account/job/{id}`.'),
  user_id: z.int(),
  created_at: z.string(),
  applied_at: z.string().nullable(),
  undone_at: z.string().nullable(),
});

export const ListImportsInput = z.object({ ...pageFields() });

export const ListImportRowsInput = z.object({
  id: id(),
  outcome: optional(oneOf(['NEW', 'CHANGED', 'UNCHANGED', 'WRONG'])),
  ...pageFields({ per_page: 50 }),
});

export const ImportRowAnswer = named('ProductImportRow', {
  row: z.int().describe('Row number in the file; the titles are row 1.'),
  outcome: z.enum(['NEW', 'CHANGED', 'UNCHANGED', 'WRONG']).nullable(),
  cells: z.record(z.string(), z.union([z.string(), z.number()])).describe('Values by column title.'),
  errors: z.array(z.object({ column: z.string(), reason: z.string() })),
  product_id: z.int().nullable(),
  variation_id: z.int().nullable(),
});

export const TemplateInput = z.object({ format: withDefault(oneOf(['XLSX', 'CSV']), 'XLSX') });
