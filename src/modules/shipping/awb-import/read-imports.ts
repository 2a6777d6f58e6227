import { sql, type Selectable } from 'kysely';
import type { z } from 'zod';
import type { Context } from '../../../kernel/context.ts';
import type { DB } from '../../../kernel/database/schema.generated.ts';
import { errorText, kernelErrors, type RefusalPart } from '../../../kernel/errors.ts';
import type { Page } from '../../../kernel/http/answer.ts';
import { cutPage, pageOf, readPage } from '../../../kernel/paging.ts';
import { countRows } from '../../../kernel/database/count-rows.ts';
import type { Cell } from '../../../kernel/sheets/cells.ts';
import type { AwbColumn } from './columns.ts';
import type { Outcome } from './import-rows.ts';
import { visibleAwbImports } from './import-state.ts';
import type {
  AwbCandidate,
  AwbImport,
  AwbImportIdInput,
  AwbImportRow,
  ListAwbImportRowsInput,
  ListAwbImportsInput,
} from './schemas.ts';

type Import = Selectable<DB['awb_imports']>;
type Counts = ReadonlyMap<Outcome, number>;

/** One import: its status, and how many of its rows do what. */
export async function getAwbImport(
  context: Context,
  { id }: z.output<typeof AwbImportIdInput>,
): Promise<z.input<typeof AwbImport>> {
  const found = await findImport(context, id);
  return presentImport(found, (await countOutcomes(context, [id])).get(id));
}

/** @throws Refusal 404 if the user cannot see it */
async function findImport(context: Context, id: number): Promise<Import> {
  const found = await imports(context).selectAll().where('id', '=', id).executeTakeFirst();
  if (found === undefined) throw kernelErrors.refuse('not_found');
  return found;
}

/** The imports that the user can see, newest first. */
export async function listAwbImports(
  context: Context,
  input: z.output<typeof ListAwbImportsInput>,
): Promise<Page<z.input<typeof AwbImport>>> {
  const found = await imports(context)
    .selectAll()
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .$call(cutPage(input))
    .execute();
  const counts = await countOutcomes(
    context,
    found.map(({ id }) => id),
  );
  const total = await countRows(context.db, imports(context));
  return pageOf(
    input,
    total,
    found.map((row) => presentImport(row, counts.get(row.id))),
  );
}

function imports(context: Context) {
  return context.db
    .selectFrom('awb_imports')
    .where('shop_id', '=', context.shop.id)
    .where(visibleAwbImports(context));
}

async function countOutcomes(
  { db, shop }: Context,
  import_ids: readonly number[],
): Promise<Map<number, Counts>> {
  const rows = await db
    .selectFrom('awb_import_rows')
    .select(['import_id', 'outcome', sql<number>`count(*)`.as('count')])
    .where('shop_id', '=', shop.id)
    .where('import_id', '=', sql<number>`any(${import_ids}::bigint[])`)
    .groupBy(['import_id', 'outcome'])
    .execute();
  const by_import = Map.groupBy(rows, ({ import_id }) => import_id);
  return new Map(
    [...by_import].map(([id, own]) => [id, new Map(own.map(({ outcome, count }) => [outcome, count]))]),
  );
}

function presentImport(row: Import, counts: Counts = new Map()): z.input<typeof AwbImport> {
  const count = (outcome: Outcome) => counts.get(outcome) ?? 0;
  return {
    id: row.id,
    file_name: row.file_name,
    status: row.status,
    columns: Object.entries(row.titles as Record<AwbColumn, string>).map(([read_as, title]) => ({
      title,
      read_as,
    })),
    counts: {
      rows: row.row_total,
      matched: count('MATCHED'),
      unchanged: count('UNCHANGED'),
      wrong: count('WRONG'),
      passed_over: count('PASSED_OVER'),
      applied: count('APPLIED'),
      undone: count('UNDONE'),
      kept: count('KEPT'),
    },
    job_id: row.job_id,
    user_id: row.created_by,
    created_at: row.created_at.toISOString(),
    applied_at: row.applied_at?.toISOString() ?? null,
    undone_at: row.undone_at?.toISOString() ?? null,
  };
}

/** The rows of an import as they stand in the file, with what each does or did, or why it does nothing. */
export async function listAwbImportRows(
  context: Context,
  input: z.output<typeof ListAwbImportRowsInput>,
): Promise<Page<z.input<typeof AwbImportRow>>> {
  const titles = (await findImport(context, input.id)).titles as Record<AwbColumn, string>;
  const matching = context.db
    .selectFrom('awb_import_rows')
    .where('shop_id', '=', context.shop.id)
    .where('import_id', '=', input.id)
    .$if(input.outcome !== undefined, (query) => query.where('outcome', '=', input.outcome ?? 'WRONG'));
  const rows = matching
    .select(['row_number', 'outcome', 'awb_number', 'order_id', 'po_number', 'shipment', 'matched_by'])
    .select([
      sql<Partial<Record<AwbColumn, Cell>>>`cells`.as('cells'),
      sql<RefusalPart | null>`fault`.as('fault'),
      sql<z.input<typeof AwbCandidate>[]>`candidates`.as('candidates'),
    ])
    .orderBy('row_number');
  return readPage(context.db, input, { matching, rows }, ({ row_number, cells, fault, ...row }) => ({
    row: row_number,
    ...row,
    cells: Object.fromEntries(
      Object.entries(cells).map(([column, cell]) => [titles[column as AwbColumn], cell]),
    ),
    reason: fault === null ? null : { code: fault.code, text: errorText(fault, context.language) },
  }));
}
