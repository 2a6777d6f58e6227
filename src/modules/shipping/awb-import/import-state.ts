import { sql, type Expression, type Selectable, type SqlBool } from 'kysely';
import type { Context } from '../../../kernel/context.ts';
import type { DB } from '../../../kernel/database/schema.generated.ts';
import { kernelErrors } from '../../../kernel/errors.ts';
import { restrictedUser } from '../../stock/index.ts';
import { awbImportErrors } from './errors.ts';

type AwbImportRow = Selectable<DB['awb_imports']>;

/** The imports that the user can see: who works in warehouses sees own ones, because others name orders of all. */
export function visibleAwbImports(context: Context): Expression<SqlBool> {
  const user_id = restrictedUser(context);
  return user_id === null ? sql.lit(true) : sql<SqlBool>`awb_imports.created_by = ${user_id}`;
}

/**
 * Locks an import, so that of two who apply or undo it at once the second sees what the first did.
 * @throws Refusal 404 if the user cannot see it
 */
export async function lockAwbImport(context: Context, id: number): Promise<AwbImportRow> {
  const found = await context.db
    .selectFrom('awb_imports')
    .selectAll()
    .where('shop_id', '=', context.shop.id)
    .where('id', '=', id)
    .where(visibleAwbImports(context))
    .forUpdate()
    .executeTakeFirst();
  if (found === undefined) throw kernelErrors.refuse('not_found');
  return found;
}

/** @throws Refusal 409 where the import is not in the status needed */
export function needAwbStatus({ status }: AwbImportRow, needed: AwbImportRow['status']): void {
  if (status !== needed) throw awbImportErrors.refuse('awb_import_status', { status });
}

export async function setAwbImport(
  { db, shop }: Context,
  id: number,
  changes: Partial<Pick<AwbImportRow, 'status' | 'job_id' | 'applied_at' | 'undone_at'>>,
): Promise<void> {
  await db
    .updateTable('awb_imports')
    .set(changes)
    .where('shop_id', '=', shop.id)
    .where('id', '=', id)
    .execute();
}
