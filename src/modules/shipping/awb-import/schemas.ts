import { z } from 'zod';
import { id, oneOf, optional, pageFields, withDefault } from '../../../kernel/http/input.ts';
import { named } from '../../../kernel/http/openapi-names.ts';
import { UploadedFile } from '../../../kernel/http/route.ts';
import { columnChoice } from '../../../kernel/sheets/column-choice.ts';
import { AWB_COLUMN_KEYS } from './columns.ts';

export const AwbImportIdInput = z.object({ id: id() });

export const UploadAwbImportInput = z.object({
  file: z
    .custom<UploadedFile>((value) => value instanceof UploadedFile, { params: { code: 'file_required' } })
    .describe(
      '.xlsx or .csv of at most 10 MB and 20,000 rows: the list of a courier or marketplace, or your own. Columns are ' +
        'recognised by their titles; one of AWB numbers is needed, and order numbers or phone numbers of receivers.',
    ),
  columns: columnChoice(AWB_COLUMN_KEYS),
});

export const AwbTemplateInput = z.object({ format: withDefault(oneOf(['XLSX', 'CSV']), 'XLSX') });

export const AwbImport = named('AwbImport', {
  id: z.int(),
  file_name: z.string(),
  status: z.enum(['READY', 'APPLYING', 'APPLIED', 'UNDOING', 'UNDONE']),
  columns: z
    .array(z.object({ title: z.string(), read_as: z.string() }))
    .describe('The columns of the file that were recognised, and as what they are read.'),
  counts: z.object({
    rows: z.int(),
    matched: z.int().describe('Number of rows that set an AWB number when the import is applied.'),
    unchanged: z.int().describe('Number of rows whose parcel has the AWB number already.'),
    wrong: z.int(),
    passed_over: z
      .int()
      .describe('Number of rows without an AWB number, or that say the same as another row.'),
    applied: z.int().describe('Number of rows whose AWB number was set.'),
    undone: z.int(),
    kept: z.int().describe('Number of rows that could not be undone, because the parcel was changed since.'),
  }),
  job_id: z.int().nullable().describe('See `GET /api/account/job/{id}`.'),
  user_id: z.int(),
  created_at: z.string(),
  applied_at: z.string().nullable(),
  undone_at: z.string().nullable(),
});

export const ListAwbImportsInput = z.object({ ...pageFields() });

const OUTCOMES = ['MATCHED', 'UNCHANGED', 'WRONG', 'PASSED_OVER', 'APPLIED', 'UNDONE', 'KEPT'] as const;

export const ListAwbImportRowsInput = z.object({
  id: id(),
  outcome: optional(oneOf(OUTCOMES)),
  ...pageFields({ per_page: 50 }),
});

export const AwbCandidate = named('AwbImportCandidate', {
  order_id: z.int(),
  po_number: z.int(),
  shipment: z.int().describe('Number of the shipment within the order.'),
  receiver_name: z.string(),
  order_date: z.string(),
});

export const AwbImportRow = named('AwbImportRow', {
  row: z.int().describe('Row number in the file, as a spreadsheet shows it.'),
  outcome: z.enum(OUTCOMES),
  cells: z.record(z.string(), z.union([z.string(), z.number()])).describe('Values by column title.'),
  awb_number: z.string().nullable(),
  order_id: z.int().nullable(),
  po_number: z.int().nullable(),
  shipment: z.int().nullable(),
  matched_by: z.enum(['ORDER_NUMBER', 'PHONE']).nullable(),
  reason: z
    .object({ code: z.string(), text: z.string() })
    .nullable()
    .describe('Why the row sets nothing, or was not undone.'),
  candidates: z.array(AwbCandidate).describe('The parcels that are meant perhaps, at most 10.'),
});
