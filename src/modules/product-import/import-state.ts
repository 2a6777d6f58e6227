import type { Selectable } from 'kysely';
import type { Context } from '../../kernel/context.ts';
import type { DB } from '../../kernel/database/schema.generated.ts';
import { kernelErrors } from '../../kernel/errors.ts';
import type { FileColumn } from './read/columns.ts';
import { importErrors } from './errors.ts';
import { visibleImports } from './visible-imports.ts';

export type Status = Selectable<DB['product_imports']>['status'];

/**
 * Locks an import, so that of two concurrent attempts to apply or undo it the second sees the result of the first.
 * @throws Refusal 404 if it does not belong to the shop
 */
export async function lockImport(context: Context, id: number) {
  const found = await context.db
    .selectFrom('product_imports')
    .selectAll()
    .where('shop_id', '=', context.shop.id)
    .where('id', '=', id)
    .where(visibleImports(context))
    .forUpdate()
    .executeTakeFirst();
  if (found === undefined) throw kernelErrors.refuse('not_found');
  return found;
}

/** @throws Refusal 409 where the import is not in the status needed */
export function needStatus(found: { status: Status }, needed: Status): void {
  if (found.status !== needed) throw importErrors.refuse('import_status', { status: found.status });
}

export async function setImport(
  context: Context,
  id: number,
  changes: Partial<
    Pick<
      Selectable<DB['product_imports']>,
      'status' | 'job_id' | 'row_total' | 'applied_at' | 'undone_at' | 'new_categories' | 'added_category_ids'
    >
  >,
): Promise<void> {
  await context.db
    .updateTable('product_imports')
    .set(changes)
    .where('shop_id', '=', context.shop.id)
    .where('id', '=', id)
    .execute();
}

/** The columns of the file, with what they are read as. */
export function columnsOf(found: { columns: unknown }): FileColumn[] {
  return found.columns as FileColumn[];
}
