import { z } from 'zod';
import { boolean, id, oneOf, optional, pageFields, withDefault } from '../../../kernel/http/input.ts';
import { named } from '../../../kernel/http/openapi-names.ts';
import { UploadedFile } from '../../../kernel/http/route.ts';
import { columnChoice } from '../../../kernel/sheets/column-choice.ts';
import { STATEMENT_COLUMN_KEYS } from '../statements/columns.ts';

export const MutationImportIdInput = z.object({ id: id() });

export const UploadMutationImportInput = z.object({
  bank_id: optional(id()).describe(
    'Bank ID of the account that the statement is of. Default: the account whose number the statement names.',
  ),
  file: z
    .custom<UploadedFile>((value) => value instanceof UploadedFile, { params: { code: 'file_required' } })
    .describe(
      '.xlsx or .csv of at most 20 MB and 100,000 rows, as BCA, Mandiri, BRI, BNI and other banks give it. Columns are recognised by ' +
        'their titles.',
    ),
  columns: columnChoice(STATEMENT_COLUMN_KEYS),
  ignore_account_number: withDefault(boolean(), false).describe(
    'Read the statement although it names another account number or bank than the account has.',
  ),
});

const STATUSES = ['READY', 'APPLYING', 'APPLIED', 'UNDOING', 'UNDONE'] as const;

export const MutationImport = named('MutationImport', {
  id: z.int(),
  bank_id: z.int(),
  file_name: z.string(),
  status: z.enum(STATUSES).describe('READY: a preview, of which nothing is recorded yet.'),
  columns: z
    .array(z.object({ title: z.string(), read_as: z.string() }))
    .describe('The columns of the file that were recognised, and as what they are read.'),
  counts: z.object({
    rows: z.int(),
    new: z.int().describe('Number of rows that are recorded when the import is applied.'),
    known: z
      .int()
      .describe('Number of rows that are recorded already, by another statement or a mutation service.'),
    wrong: z.int().describe('Number of rows that cannot be read.'),
    passed_over: z.int().describe('Number of rows that are no transactions, such as totals.'),
    recorded: z.int(),
    undone: z.int(),
    kept: z
      .int()
      .describe(
        'Number of rows that could not be undone: they were matched, or another source has shown them too.',
      ),
  }),
  credit: z.int().describe('Sum of what comes in by the rows that are not known.'),
  debit: z.int().describe('Sum of what goes out by them.'),
  job_id: z.int().nullable().describe('See `GET /api/account/job/{id}`.'),
  user_id: z.int(),
  created_at: z.string(),
  applied_at: z.string().nullable(),
  undone_at: z.string().nullable(),
});

export const ListMutationImportsInput = z.object({ ...pageFields() });

const OUTCOMES = ['NEW', 'KNOWN', 'WRONG', 'PASSED_OVER', 'RECORDED', 'UNDONE', 'KEPT'] as const;

export const ListMutationImportRowsInput = z.object({
  id: id(),
  outcome: optional(oneOf(OUTCOMES)),
  ...pageFields({ per_page: 50 }),
});

export const MutationImportRow = named('MutationImportRow', {
  row: z.int().describe('Row number in the file, as a spreadsheet shows it.'),
  outcome: z.enum(OUTCOMES),
  text: z.string().describe('What stands in the row.'),
  date: z.string().nullable(),
  time: z
    .string()
    .nullable()
    .describe('Time of the transaction in the time zone of the shop, if the statement has it.'),
  type: z.enum(['CREDIT', 'DEBIT']).nullable(),
  amount: z.int().nullable(),
  description: z.string().nullable(),
  balance: z.int().nullable(),
  is_pending: z.boolean().describe('The bank has not booked it yet.'),
  mutation_id: z.int().nullable().describe('The mutation that it is recorded as.'),
  reason: z
    .object({ code: z.string(), text: z.string() })
    .nullable()
    .describe('Why the row is not recorded, or was not undone.'),
});
