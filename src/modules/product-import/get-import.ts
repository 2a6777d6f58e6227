import type { z } from 'zod';
import type { Context } from '../../kernel/context.ts';
import { kernelErrors } from '../../kernel/errors.ts';
import { columnsOf } from './import-state.ts';
import type { Import, ImportDetail, ImportIdInput } from './schemas.ts';
import type { PartNotRead } from './read/parts-not-read.ts';
import { isListed, isOpen, visibleImports } from './visible-imports.ts';

/** One import: its status, what its columns are read as, and what its rows do or did. */
export async function getImport(
  context: Context,
  input: z.output<typeof ImportIdInput>,
): Promise<z.input<typeof ImportDetail>> {
  const row = await importsOf(context).where('i.id', '=', input.id).executeTakeFirst();
  if (row === undefined) throw kernelErrors.refuse('not_found');
  return {
    ...importAnswer(row),
    columns: columnsOf(row)
      .filter((column) => isListed(context, column) && (column.title !== '' || column.samples.length > 0))
      .map((column) => ({
        column: column.index + 1,
        title: column.title,
        read_as: column.read_as,
        known_by: column.known_by,
        samples: isOpen(context, row, column) ? column.samples : [],
      })),
    passed_over: row.passed_over as PartNotRead[],
    new_categories: row.new_categories,
  };
}

/** The imports that the user sees, with the counts of their rows. */
export function importsOf(context: Context) {
  return context.db
    .selectFrom('product_imports as i')
    .selectAll('i')
    .where('i.shop_id', '=', context.shop.id)
    .where(visibleImports(context, 'i'));
}

type Row = Awaited<ReturnType<ReturnType<typeof importsOf>['executeTakeFirstOrThrow']>>;

export function importAnswer(row: Row): z.input<typeof Import> {
  return {
    id: row.id,
    file_name: row.file_name,
    status: row.status,
    unknown_columns: columnsOf(row).flatMap(({ read_as, title }) =>
      read_as === null && title !== '' ? [title] : [],
    ),
    counts: {
      rows: row.row_total,
      created: row.rows_created,
      changed: row.rows_changed,
      unchanged: row.rows_unchanged,
      wrong: row.rows_wrong,
      passed_over: row.rows_passed,
    },
    job_id: row.job_id,
    user_id: row.created_by,
    created_at: row.created_at.toISOString(),
    applied_at: row.applied_at?.toISOString() ?? null,
    undone_at: row.undone_at?.toISOString() ?? null,
  };
}
