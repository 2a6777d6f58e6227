import { sql, type SelectQueryBuilder } from 'kysely';
import { limits } from '../limits.ts';
import type { Database } from './connection.ts';

/**
 * The total of a list, in one statement.
 * @param all counts them all, however many there are: only where somebody asks for that
 * @returns exact up to `limits.exact_total`; beyond, that number plus one, as no more is read unless all are
 */
export async function countRows<Tables, Table extends keyof Tables>(
  db: Database,
  rows: SelectQueryBuilder<Tables, Table, object>,
  { all = false }: { all?: boolean } = {},
): Promise<number> {
  const counted = rows
    .select(sql<number>`1`.as('one'))
    .$if(!all, (query) => query.limit(limits.exact_total + 1))
    .as('counted');
  const { total } = await db
    .selectFrom(counted)
    .select((builder) => builder.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  return total;
}
