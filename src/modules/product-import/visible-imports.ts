import { sql, type Expression, type SqlBool } from 'kysely';
import type { Context } from '../../kernel/context.ts';
import { may } from '../../kernel/permissions.ts';
import type { FileColumn } from './read/columns.ts';

/**
 * The condition for the imports that the user can see, apply and undo. Imports of other users with purchase prices are
 * hidden from users who cannot see these, because the effects of their rows reveal which prices are right.
 * @param imports the alias of the table in the query
 */
export function visibleImports({ actor }: Context, imports = 'product_imports'): Expression<SqlBool> {
  if (may(actor.role, 'cost.read')) return sql.lit(true);
  const column = (name: string) => sql.ref(`${imports}.${name}`);
  return sql<SqlBool>`(${column('created_by')} = ${actor.user_id}
    or not jsonb_path_exists(${column('columns')}, '$[*].read_as ? (@ == "price_buy")'))`;
}

/** Whether the user is told that a column is there: purchase prices are only for those who may see them. */
export function isListed({ actor }: Context, { read_as }: FileColumn): boolean {
  return may(actor.role, 'cost.read') || read_as !== 'price_buy';
}

/**
 * Whether the user may see what is in a column, and say what it is, which would show it. In a column that is not read may be
 * anything, purchase prices too: who cannot see these sees it only in files of their own.
 */
export function isOpen(context: Context, file: { created_by: number }, column: FileColumn): boolean {
  if (may(context.actor.role, 'cost.read')) return true;
  const is_own = file.created_by === context.actor.user_id;
  return isListed(context, column) && (column.read_as !== null || is_own);
}
