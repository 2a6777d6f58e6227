import { sql } from 'kysely';
import type { z } from 'zod';
import type { Context } from '../../kernel/context.ts';
import { kernelErrors } from '../../kernel/errors.ts';
import type { Page } from '../../kernel/http/answer.ts';
import { readPage } from '../../kernel/paging.ts';
import { may } from '../../kernel/permissions.ts';
import type { RowOutcome } from './import-rows.ts';
import { columnsOf } from './import-state.ts';
import { columnName, type FileColumn, type RawCells } from './read/columns.ts';
import type { ImportRowAnswer, ListImportRowsInput } from './schemas.ts';
import { visibleImports } from './visible-imports.ts';

/** Rows of an import as they stand in the file, with what each does, or what is wrong in which of its cells. */
export async function listImportRows(
  context: Context,
  input: z.output<typeof ListImportRowsInput>,
): Promise<Page<z.input<typeof ImportRowAnswer>>> {
  const columns = await shownColumns(context, input.id);
  const found = importRows(context, input.id).$if(input.outcome !== undefined, (query) =>
    query.where('outcome', '=', input.outcome ?? null),
  );
  const rows = found
    .select(['row_number', 'outcome', 'product_id', 'variation_id'])
    .select([sql<RawCells>`cells`.as('cells'), sql<RowOutcome['faults']>`faults`.as('faults')])
    .orderBy('row_number');
  return readPage(context.db, input, { matching: found, rows }, (row) => ({
    row: row.row_number,
    outcome: row.outcome,
    cells: Object.fromEntries(
      columns.flatMap(({ index, title, read_as }) => {
        const cell = row.cells[index];
        if (cell === undefined || read_as === null) return [];
        return [[title === '' ? columnName(read_as, new Map())[context.language] : title, cell]];
      }),
    ),
    errors: row.faults.map((fault) => ({
      column: fault.column[context.language],
      reason: fault[context.language],
    })),
    product_id: row.product_id,
    variation_id: row.variation_id,
  }));
}

export function importRows(context: Context, import_id: number) {
  return context.db
    .selectFrom('product_import_rows')
    .where('shop_id', '=', context.shop.id)
    .where('import_id', '=', import_id);
}

/**
 * The columns of an import's file; for who may not see purchase prices without that of them, and those that are not read,
 * which could be them.
 * @throws Refusal 404 where the import is not the shop's
 */
export async function shownColumns(context: Context, id: number): Promise<FileColumn[]> {
  const found = await context.db
    .selectFrom('product_imports')
    .select('columns')
    .where('shop_id', '=', context.shop.id)
    .where(visibleImports(context))
    .where('id', '=', id)
    .executeTakeFirst();
  if (found === undefined) throw kernelErrors.refuse('not_found');
  const columns = columnsOf(found);
  if (may(context.actor.role, 'cost.read')) return columns;
  return columns.filter(({ read_as }) => read_as !== null && read_as !== 'price_buy');
}
