import { sql, type SelectQueryBuilder } from 'kysely';
import { limits } from '../limits.ts';
import type { Context } from '../context.ts';
import type { Database } from './connection.ts';
import { rememberedTotal } from './remembered-total.ts';

/**
 * The total of a list, in one statement.
 * @returns exact up to `limits.exact_total`; beyond, that number plus one, as no more is read
 */
export async function countRows<Tables, Table extends keyof Tables>(
  db: Database,
  rows: SelectQueryBuilder<Tables, Table, object>,
): Promise<number> {
  const counted = rows
    .select(sql<number>`1`.as('one'))
    .limit(limits.exact_total + 1)
    .as('counted');
  const { total } = await db
    .selectFrom(counted)
    .select((builder) => builder.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  return total;
}

/** The same of a list of the shop, which is remembered as `rememberedTotal` says. */
export function countOnce<Tables, Table extends keyof Tables>(
  context: Context,
  rows: SelectQueryBuilder<Tables, Table, object>,
): Promise<number> {
  return rememberedTotal(context, rows.compile(), () => countRows(context.db, rows));
}
