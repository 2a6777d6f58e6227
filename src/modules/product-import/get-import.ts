import { sql } from 'kysely';
import type { z } from 'zod';
import type { Context } from '../../kernel/context.ts';
import { kernelErrors } from '../../kernel/errors.ts';
import type { Import, ImportIdInput } from './schemas.ts';
import { visibleImports } from './visible-imports.ts';

/** One import: its status, and what its rows do or did. */
export async function getImport(
  context: Context,
  input: z.output<typeof ImportIdInput>,
): Promise<z.input<typeof Import>> {
  const row = await importsOf(context).where('i.id', '=', input.id).executeTakeFirst();
  if (row === undefined) throw kernelErrors.refuse('not_found');
  return importAnswer(row);
}

/** The imports that the user sees, with the counts of their rows. */
export function importsOf(context: Context) {
  const count = (outcome: string) =>
    sql<number>`(select count(*) from product_import_rows r
      where r.shop_id = ${context.shop.id} and r.import_id = i.id and r.outcome = ${outcome})`;
  return context.db
    .selectFrom('product_imports as i')
    .selectAll('i')
    .select([
      count('NEW').as('created'),
      count('CHANGED').as('changed'),
      count('UNCHANGED').as('unchanged'),
      count('WRONG').as('wrong'),
    ])
    .where('i.shop_id', '=', context.shop.id)
    .where(visibleImports(context, 'i'));
}

type Row = Awaited<ReturnType<ReturnType<typeof importsOf>['executeTakeFirstOrThrow']>>;

export function importAnswer(row: Row): z.input<typeof Import> {
  return {
    id: row.id,
    file_name: row.file_name,
    status: row.status,
    unknown_columns: row.unknown_columns,
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
    undone_at: row.undone_at?.toISOString() ?? null,
  };
}
