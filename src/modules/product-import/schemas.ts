import { z } from 'zod';
import {
  boolean,
  clearable,
  id,
  integer,
  list,
  oneOf,
  optional,
  pageFields,
  text,
  withDefault,
} from '../../kernel/http/input.ts';
import { named } from '../../kernel/http/openapi-names.ts';
import { UploadedFile } from '../../kernel/http/route.ts';
import { limits } from '../../kernel/limits.ts';
import { FOREIGN_KEYS, PRODUCT_KEYS } from './read/columns.ts';

export const ImportIdInput = z.object({ id: id() });

export const UploadImportInput = z.object({
  file: z
    .custom<UploadedFile>((value) => value instanceof UploadedFile, { params: { code: 'file_required' } })
    .describe(
      '.xlsx or .csv of at most 10 MB. Each row is a variation, and rows with the same name form a product. Files of marketplaces and other programs are recognised by their titles.',
    ),
});

export const ApplyImportInput = z.object({
  id: id(),
  partial: withDefault(boolean(), false).describe('Apply the valid rows even if others are invalid.'),
});

export const Import = named('ProductImport', {
  id: z.int(),
  file_name: z.string(),
  status: z
    .enum(['UNMAPPED', 'CHECKING', 'READY', 'APPLYING', 'APPLIED', 'UNDOING', 'UNDONE'])
    .describe(
      'UNMAPPED: no column was recognised as the product name; choose one with `POST …/{id}/columns`.',
    ),
  unknown_columns: z
    .array(z.string())
    .describe('Column titles that are not recognised. These columns are ignored.'),
  counts: z.object({
    rows: z.int(),
    created: z.int().describe('Number of new variations.'),
    changed: z.int(),
    unchanged: z.int().describe('Number of rows that are the same as the current data. They change nothing.'),
    wrong: z.int(),
    passed_over: z.int().describe('Number of rows that are no variation, such as totals or explanations.'),
  }),
  job_id: z.int().nullable().describe('See `GET /api/account/job/{id}`.'),
  user_id: z.int(),
  created_at: z.string(),
  applied_at: z.string().nullable(),
  undone_at: z.string().nullable(),
});

const READ_AS = [...PRODUCT_KEYS, ...FOREIGN_KEYS];

const ImportColumnAnswer = named('ProductImportColumn', {
  column: z.int().describe('Number of the column, from 1 on.'),
  title: z.string().describe('Title in the file; empty if the column has none.'),
  read_as: z
    .string()
    .nullable()
    .describe(
      `What the column is read as: ${READ_AS.map((key) => `\`${key}\``).join(', ')}, or \`stock@ID\`, the stock of a ` +
        'warehouse. null: it is not read.',
    ),
  known_by: z
    .enum(['TITLE', 'EARLIER_FILE', 'CHOICE'])
    .nullable()
    .describe('`EARLIER_FILE`: chosen for an earlier file with the same titles.'),
  samples: z.array(z.union([z.string(), z.number()])).describe('The first different values.'),
});

export const ImportDetail = named('ProductImportDetail', {
  ...Import.shape,
  columns: z.array(ImportColumnAnswer),
  passed_over: z
    .array(z.object({ sheet: z.string(), row: z.int().nullable(), text: z.string() }))
    .describe('Rows above the titles, and sheets (without a row), that are not read.'),
  new_categories: z
    .array(z.string())
    .describe(
      'Product categories that the shop does not have yet. They are added when the import is applied.',
    ),
});

export const MapColumnsInput = z.object({
  id: id(),
  columns: list(
    z.object({
      column: integer({ min: 1, max: limits.sheet_columns }).describe('Number of the column, from 1 on.'),
      read_as: clearable(
        text({ max: 40 }).refine((key) => READ_AS.includes(key as never) || /^stock@\d{1,15}$/.test(key), {
          params: { code: 'import_read_as', allowed: READ_AS.join(', ') },
        }),
      ).describe('One of the values of `read_as` of an import column; null: the column is not read.'),
    }),
    { min: 1, max: limits.sheet_columns },
  ).describe('Columns that are not listed stay as they are.'),
});

export const ListImportsInput = z.object({ ...pageFields() });

export const ListImportRowsInput = z.object({
  id: id(),
  outcome: optional(oneOf(['NEW', 'CHANGED', 'UNCHANGED', 'WRONG', 'PASSED_OVER'])),
  ...pageFields({ per_page: 50 }),
});

export const ImportRowAnswer = named('ProductImportRow', {
  row: z.int().describe('Row number in the file, as a spreadsheet shows it.'),
  outcome: z.enum(['NEW', 'CHANGED', 'UNCHANGED', 'WRONG', 'PASSED_OVER']).nullable(),
  cells: z.record(z.string(), z.union([z.string(), z.number()])).describe('Values by column title.'),
  errors: z
    .array(z.object({ column: z.string(), reason: z.string() }))
    .describe('What is wrong with the row, or why it is passed over.'),
  product_id: z.int().nullable(),
  variation_id: z.int().nullable(),
});

export const TemplateInput = z.object({ format: withDefault(oneOf(['XLSX', 'CSV']), 'XLSX') });
