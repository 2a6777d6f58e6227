import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Database } from '../src/kernel/database/connection.ts';
import { tenantTables } from '../src/kernel/database/schema.generated.ts';

/**
 * A digest of all rows of a shop, but for notes of when credentials were used last: it tells whether anything changed.
 * @param without tables that are not looked at
 */
export async function shopRows(db: Database, shop_id: number, without: string[] = []): Promise<string> {
  const hash = createHash('sha256');
  for (const table of tenantTables) {
    if (without.includes(table)) continue;
    const { rows } = await sql<{ row: string }>`
      select (to_jsonb(t) - 'last_used_at')::text as row from ${sql.table(table)} t
      where t.shop_id = ${shop_id} order by 1`.execute(db);
    hash.update(JSON.stringify([table, rows]));
  }
  return hash.digest('hex');
}
