import { sql, type Expression, type SqlBool } from 'kysely';
import type { Context } from '../../kernel/context.ts';
import { may } from '../../kernel/permissions.ts';

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
