import { z } from 'zod';
import { boolean, id, oneOf, optional, pageFields, withDefault } from '../../kernel/http/input.ts';
import { named } from '../../kernel/http/openapi-names.ts';
import { UploadedFile } from '../../kernel/http/route.ts';

export const ImportIdInput = z.object({ id: id() });

export const UploadImportInput = z.object({
  file: z
    .custom<UploadedFile>((value) => value instanceof UploadedFile, { params: { code: 'file_required' } })
    .describe('.xlsx or .csv of at most 10 MB; a row is a variation, and rows with the same name a product'),
});

export const ApplyImportInput = z.object({
  id: id(),
  partial: withDefault(boolean(), false).describe('Apply the rows that are right where others are wrong'),
});

export const Import = named('ProductImport', {
  id: z.int(),
  file_name: z.string(),
  status: z.enum(['CHECKING', 'READY', 'APPLYING', 'APPLIED', 'UNDOING', 'UNDONE']),
  unknown_columns: z.array(z.string()).describe('Titles that mean nothing to us: they are left out'),
  counts: z.object({
    rows: z.int(),
    created: z.int().describe('Variations that are new'),
    changed: z.int(),
    unchanged: z.int().describe('Say what the shop has already: nothing is done'),
    wrong: z.int(),
  }),
  job_id: z.int().nullable().describe('See /api/account/job/{id}'),
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
  row: z.int().describe('As a person counts rows: the titles are row 1'),
  outcome: z.enum(['NEW', 'CHANGED', 'UNCHANGED', 'WRONG']).nullable(),
  cells: z.record(z.string(), z.union([z.string(), z.number()])).describe('By the titles of the file'),
  errors: z.array(z.object({ column: z.string(), reason: z.string() })),
  product_id: z.int().nullable(),
  variation_id: z.int().nullable(),
});

export const TemplateInput = z.object({ format: withDefault(oneOf(['XLSX', 'CSV']), 'XLSX') });
