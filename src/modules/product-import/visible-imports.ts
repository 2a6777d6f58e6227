import { sql, type Expression, type SqlBool } from 'kysely';
import type { Context } from '../../kernel/context.ts';
import { may } from '../../kernel/permissions.ts';

/**
 * What must hold of imports for the user to see them, apply them and undo them. Those of others that have purchase
 * prices are not there for whoever may not see these: what their rows do tells which are right.
 * @param imports what the table is called in the query
 */
export function visibleImports({ actor }: Context, imports = 'product_imports'): Expression<SqlBool> {
  if (may(actor.role, 'cost.read')) return sql.lit(true);
  const column = (name: string) => sql.ref(`${imports}.${name}`);
  return sql<SqlBool>`(${column('created_by')} = ${actor.user_id}
    or not jsonb_path_exists(${column('titles')}, '$[*][0] ? (@ == "price_buy")'))`;
}
