import { sql } from 'kysely';
import type { z } from 'zod';
import type { Context } from '../../kernel/context.ts';
import { kernelErrors } from '../../kernel/errors.ts';
import type { Page } from '../../kernel/http/answer.ts';
import { readPage } from '../../kernel/paging.ts';
import { may } from '../../kernel/permissions.ts';
import type { Cell } from '../../kernel/sheets/cells.ts';
import type { ImportColumn } from './columns.ts';
import type { RowOutcome } from './import-rows.ts';
import { titlesOf } from './import-state.ts';
import type { ImportRowAnswer, ListImportRowsInput } from './schemas.ts';
import { visibleImports } from './visible-imports.ts';

/** Rows of an import as they stand in the file, with what each does, or what is wrong in which of its cells. */
export async function listImportRows(
  context: Context,
  input: z.output<typeof ListImportRowsInput>,
): Promise<Page<z.input<typeof ImportRowAnswer>>> {
  const titles = await importTitles(context, input.id);
  const found = importRows(context, input.id).$if(input.outcome !== undefined, (query) =>
    query.where('outcome', '=', input.outcome ?? null),
  );
  const rows = found
    .select(['row_number', 'outcome', 'product_id', 'variation_id'])
    .select([sql<Cells>`cells`.as('cells'), sql<RowOutcome['faults']>`faults`.as('faults')])
    .orderBy('row_number');
  return readPage(context.db, input, { matching: found, rows }, (row) => ({
    row: row.row_number,
    outcome: row.outcome,
    cells: Object.fromEntries(
      [...titles].flatMap(([key, title]) => {
        const cell = row.cells[key];
        return cell === undefined ? [] : [[title, cell]];
      }),
    ),
    errors: row.faults.map((fault) => ({ column: fault.column, reason: fault[context.language] })),
    product_id: row.product_id,
    variation_id: row.variation_id,
  }));
}

export type Cells = Partial<Record<ImportColumn, Cell>>;

export function importRows(context: Context, import_id: number) {
  return context.db
    .selectFrom('product_import_rows')
    .where('shop_id', '=', context.shop.id)
    .where('import_id', '=', import_id);
}

/**
 * The titles of an import's columns; that of purchase prices only for who may see them.
 * @throws Refusal 404 where the import is not the shop's
 */
export async function importTitles(context: Context, id: number): Promise<Map<ImportColumn, string>> {
  const found = await context.db
    .selectFrom('product_imports')
    .select('titles')
    .where('shop_id', '=', context.shop.id)
    .where(visibleImports(context))
    .where('id', '=', id)
    .executeTakeFirst();
  if (found === undefined) throw kernelErrors.refuse('not_found');
  const titles = titlesOf(found);
  if (!may(context.actor.role, 'cost.read')) titles.delete('price_buy');
  return titles;
}
