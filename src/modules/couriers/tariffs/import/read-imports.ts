import { sql, type Selectable } from 'kysely';
import type { z } from 'zod';
import type { Context } from '../../../../kernel/context.ts';
import type { DB } from '../../../../kernel/database/schema.generated.ts';
import { kernelErrors } from '../../../../kernel/errors.ts';
import type { Page } from '../../../../kernel/http/answer.ts';
import { readPage } from '../../../../kernel/paging.ts';
import type { Cell } from '../../../../kernel/sheets/cells.ts';
import type { TariffColumn } from './columns.ts';
import type { StoredFault } from './import-rows.ts';
import type {
  ListTariffImportRowsInput,
  ListTariffImportsInput,
  TariffImport,
  TariffImportIdInput,
  TariffImportRow,
} from './schemas.ts';

/** One import: its status, and how many of its rows do what. */
export async function getTariffImport(
  context: Context,
  { id }: z.output<typeof TariffImportIdInput>,
): Promise<z.input<typeof TariffImport>> {
  return presentImport(await findImport(context, id));
}

/** @throws Refusal 404 if it does not belong to the shop */
async function findImport(context: Context, id: number): Promise<Selectable<DB['tariff_imports']>> {
  const found = await imports(context).selectAll().where('id', '=', id).executeTakeFirst();
  if (found === undefined) throw kernelErrors.refuse('not_found');
  return found;
}

/** The shop's imports, newest first. */
export async function listTariffImports(
  context: Context,
  input: z.output<typeof ListTariffImportsInput>,
): Promise<Page<z.input<typeof TariffImport>>> {
  const rows = imports(context).selectAll().orderBy('created_at', 'desc').orderBy('id', 'desc');
  return readPage(context.db, input, { matching: imports(context), rows }, presentImport);
}

function imports(context: Context) {
  return context.db.selectFrom('tariff_imports').where('shop_id', '=', context.shop.id);
}

function presentImport(row: Selectable<DB['tariff_imports']>): z.input<typeof TariffImport> {
  return {
    id: row.id,
    file_name: row.file_name,
    status: row.status,
    counts: {
      rows: row.row_total,
      created: row.created,
      changed: row.changed,
      unchanged: row.unchanged,
      wrong: row.wrong,
    },
    job_id: row.job_id,
    user_id: row.created_by,
    created_at: row.created_at.toISOString(),
    applied_at: row.applied_at?.toISOString() ?? null,
  };
}

/** The rows of an import as they stand in the file, with what each does, or what is wrong in which of its cells. */
export async function listTariffImportRows(
  context: Context,
  input: z.output<typeof ListTariffImportRowsInput>,
): Promise<Page<z.input<typeof TariffImportRow>>> {
  const titles = (await findImport(context, input.id)).titles as Record<TariffColumn, string>;
  const matching = context.db
    .selectFrom('tariff_import_rows')
    .where('shop_id', '=', context.shop.id)
    .where('import_id', '=', input.id)
    .$if(input.outcome !== undefined, (query) => query.where('outcome', '=', input.outcome ?? 'WRONG'));
  const rows = matching
    .select(['row_number', 'outcome'])
    .select([sql<Record<TariffColumn, Cell>>`cells`.as('cells'), sql<StoredFault[]>`faults`.as('faults')])
    .orderBy('row_number');
  return readPage(context.db, input, { matching, rows }, (row) => ({
    row: row.row_number,
    outcome: row.outcome,
    cells: Object.fromEntries(
      Object.entries(row.cells).map(([column, cell]) => [titles[column as TariffColumn], cell]),
    ),
    errors: row.faults.map((fault) => ({ column: fault.column, reason: fault[context.language] })),
  }));
}
