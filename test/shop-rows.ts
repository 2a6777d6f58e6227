import { createHash } from 'node:crypto';
import type pg from 'pg';
import { tenantTables } from '../src/kernel/database/schema.generated.ts';

/**
 * A digest of all rows of a shop, but for notes of when credentials were used last: it tells whether anything changed.
 * @param without tables that are not looked at
 */
export async function shopRows(pool: pg.Pool, shop_id: number, without: string[] = []): Promise<string> {
  const hash = createHash('sha256');
  for (const table of tenantTables) {
    if (without.includes(table)) continue;
    const { rows } = await pool.query<{ row: string }>(
      `select (to_jsonb(t) - 'last_used_at')::text as row from ${table} t where t.shop_id = $1 order by 1`,
      [shop_id],
    );
    hash.update(JSON.stringify([table, rows]));
  }
  return hash.digest('hex');
}
