import type { z } from 'zod';
import { dateTimeText } from '../../../kernel/calendar.ts';
import type { Context } from '../../../kernel/context.ts';
import { errorText, kernelErrors } from '../../../kernel/errors.ts';
import type { Page } from '../../../kernel/http/answer.ts';
import type { Language } from '../../../kernel/language.ts';
import { readPage } from '../../../kernel/paging.ts';
import { mutationErrors } from '../errors.ts';
import type { StatementFault } from '../statements/row-reader.ts';
import type { KeptFault } from './import-rows.ts';
import type { MutationImportState } from './import-state.ts';
import type {
  ListMutationImportRowsInput,
  ListMutationImportsInput,
  MutationImport,
  MutationImportIdInput,
  MutationImportRow,
} from './schemas.ts';

/** One import: its status, and how many of its rows do what. */
export async function getMutationImport(
  context: Context,
  { id }: z.output<typeof MutationImportIdInput>,
): Promise<z.input<typeof MutationImport>> {
  const found = await imports(context).selectAll().where('id', '=', id).executeTakeFirst();
  if (found === undefined) throw kernelErrors.refuse('not_found');
  return presentImport(found);
}

/** The shop's imports, newest first. */
export async function listMutationImports(
  context: Context,
  input: z.output<typeof ListMutationImportsInput>,
): Promise<Page<z.input<typeof MutationImport>>> {
  const rows = imports(context).selectAll().orderBy('created_at', 'desc').orderBy('id', 'desc');
  return readPage(context.db, input, { matching: imports(context), rows }, presentImport);
}

function imports({ db, shop }: Context) {
  return db.selectFrom('mutation_imports').where('shop_id', '=', shop.id);
}

function presentImport(row: MutationImportState): z.input<typeof MutationImport> {
  return {
    id: row.id,
    bank_id: row.bank_account_id,
    file_name: row.file_name,
    status: row.status,
    columns: row.columns as z.input<typeof MutationImport>['columns'],
    counts: {
      rows: row.row_total,
      new: row.fresh,
      known: row.known,
      wrong: row.wrong,
      passed_over: row.passed_over,
      recorded: row.recorded,
      undone: row.undone,
      kept: row.kept,
    },
    credit: row.credit_idr,
    debit: row.debit_idr,
    job_id: row.job_id,
    user_id: row.created_by,
    created_at: row.created_at.toISOString(),
    applied_at: row.applied_at?.toISOString() ?? null,
    undone_at: row.undone_at?.toISOString() ?? null,
  };
}

/** The rows of an import as they stand in the file, with what each is, or why it is none. */
export async function listMutationImportRows(
  context: Context,
  input: z.output<typeof ListMutationImportRowsInput>,
): Promise<Page<z.input<typeof MutationImportRow>>> {
  await getMutationImport(context, input);
  const matching = context.db
    .selectFrom('mutation_import_rows')
    .where('shop_id', '=', context.shop.id)
    .where('import_id', '=', input.id)
    .$if(input.outcome !== undefined, (query) => query.where('outcome', '=', input.outcome ?? 'WRONG'));
  const rows = matching
    .select(['row_number', 'outcome', 'fault', 'text', 'day', 'at', 'direction', 'amount_idr', 'description'])
    .select(['balance_idr', 'is_pending', 'mutation_id'])
    .orderBy('row_number');
  const { time_zone } = context.shop;
  return readPage(context.db, input, { matching, rows }, (row) => ({
    row: row.row_number,
    outcome: row.outcome,
    text: row.text,
    date: row.day,
    time: row.at === null ? null : dateTimeText(row.at, time_zone),
    type: row.direction as 'CREDIT' | 'DEBIT' | null,
    amount: row.amount_idr,
    description: row.description,
    balance: row.balance_idr,
    is_pending: row.is_pending,
    mutation_id: row.mutation_id,
    reason: reasonOf(row.fault as StatementFault | KeptFault | null, context.language),
  }));
}

const REASONS: Record<StatementFault | KeptFault, Parameters<typeof mutationErrors.part>[0]> = {
  TOTAL: 'statement_total',
  WITHOUT_AMOUNT: 'statement_without_amount',
  DAY_UNREADABLE: 'statement_day',
  DAY_AHEAD: 'statement_day_ahead',
  AMOUNT_UNREADABLE: 'statement_amount',
  AMOUNT_TOO_LARGE: 'statement_amount_large',
  BOTH_SIDES: 'statement_both_sides',
  DIRECTION_UNKNOWN: 'statement_row_direction',
  BALANCE_CONTRADICTS: 'statement_balance',
  CELLS_SHIFTED: 'statement_shifted',
  MATCHED: 'mutation_kept_matched',
  SHOWN_AGAIN: 'mutation_kept_shown',
};

function reasonOf(fault: StatementFault | KeptFault | null, language: Language) {
  if (fault === null) return null;
  const code = REASONS[fault];
  return { code, text: errorText(mutationErrors.part(code, ''), language) };
}
