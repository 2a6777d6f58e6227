import type { Selectable, Updateable } from 'kysely';
import type { Context } from '../../../kernel/context.ts';
import type { DB } from '../../../kernel/database/schema.generated.ts';
import { kernelErrors } from '../../../kernel/errors.ts';
import { mutationErrors } from '../errors.ts';

export type MutationImportState = Selectable<DB['mutation_imports']>;

/**
 * Locks an import, so that of two who apply or undo it at once the second sees what the first did.
 * @throws Refusal 404 if the shop has no such import
 */
export async function lockMutationImport(context: Context, id: number): Promise<MutationImportState> {
  const found = await context.db
    .selectFrom('mutation_imports')
    .selectAll()
    .where('shop_id', '=', context.shop.id)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (found === undefined) throw kernelErrors.refuse('not_found');
  return found;
}

/** @throws Refusal 409 where the import is not in the status needed */
export function needStatus({ status }: MutationImportState, needed: MutationImportState['status']): void {
  if (status !== needed) throw mutationErrors.refuse('mutation_import_status', { status });
}

export async function setMutationImport(
  { db, shop }: Context,
  id: number,
  changes: Updateable<DB['mutation_imports']>,
): Promise<void> {
  await db
    .updateTable('mutation_imports')
    .set(changes)
    .where('shop_id', '=', shop.id)
    .where('id', '=', id)
    .execute();
}
