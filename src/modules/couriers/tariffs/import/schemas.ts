import { z } from 'zod';
import { boolean, id, oneOf, optional, pageFields, withDefault } from '../../../../kernel/http/input.ts';
import { named } from '../../../../kernel/http/openapi-names.ts';
import { UploadedFile } from '../../../../kernel/http/route.ts';

export const TariffImportIdInput = z.object({ id: id() });

export const UploadTariffImportInput = z.object({
  file: z
    .custom<UploadedFile>((value) => value instanceof UploadedFile, { params: { code: 'file_required' } })
    .describe(
      '.xlsx or .csv of at most 10 MB and 100,000 rows. Each row is the price of a service to a place.',
    ),
});

export const ApplyTariffImportInput = z.object({
  id: id(),
  partial: withDefault(boolean(), false).describe('Apply the valid rows even if others are invalid.'),
});

export const TariffTemplateInput = z.object({ format: withDefault(oneOf(['XLSX', 'CSV']), 'XLSX') });

export const ChosenTariffs = z.object({ service_id: optional(id()) });

export const DownloadTariffsInput = ChosenTariffs.extend({
  without_being_sent: withDefault(boolean(), false).describe(
    'Return the file in the response instead of mailing a link.',
  ),
});

export const TariffDownloadRequested = named('TariffDownloadRequested', {
  response: z.string(),
  message: z.string(),
});

export const TariffImport = named('TariffImport', {
  id: z.int(),
  file_name: z.string(),
  status: z.enum(['READY', 'APPLYING', 'APPLIED']),
  counts: z.object({
    rows: z.int(),
    created: z.int(),
    changed: z.int(),
    unchanged: z.int().describe('Number of rows that are the same as the current tariff.'),
    wrong: z.int(),
  }),
  job_id: z.int().nullable().describe('See `GET /api/account/job/{id}`.'),
  user_id: z.int(),
  created_at: z.string(),
  applied_at: z.string().nullable(),
});

export const ListTariffImportsInput = z.object({ ...pageFields() });

const OUTCOMES = ['NEW', 'CHANGED', 'UNCHANGED', 'WRONG'] as const;

export const ListTariffImportRowsInput = z.object({
  id: id(),
  outcome: optional(oneOf(OUTCOMES)),
  ...pageFields({ per_page: 50 }),
});

export const TariffImportRow = named('TariffImportRow', {
  row: z.int().describe('Row number in the file, as a spreadsheet shows it.'),
  outcome: z.enum(OUTCOMES),
  cells: z.record(z.string(), z.union([z.string(), z.number()])).describe('Values by column title.'),
  errors: z.array(z.object({ column: z.string(), reason: z.string() })),
});
