import { sql } from 'kysely';
import type { Database } from '../../kernel/database/connection.ts';
import { MOST_DIFFERENCES } from '../../kernel/module.ts';

/** Shops whose row has another end of the package than the package itself. */
export async function findClassDifferences(db: Database): Promise<unknown[]> {
  const { rows } = await sql`
    select p.shop_id, p.ends_on, shops.class_ends_on from shop_packages p join shops on shops.id = p.shop_id
    where p.class = 'app' and p.ends_on is distinct from shops.class_ends_on
    limit ${MOST_DIFFERENCES}`.execute(db);
  return rows;
}
