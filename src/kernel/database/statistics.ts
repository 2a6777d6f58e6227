import { sql, type Kysely } from 'kysely';

/** The first server that takes statistics from outside. */
const TAKES_STATISTICS = 180_000;

/**
 * Prevents the statistics of `shop_id` from deciding plans. They describe the share of each shop in a table when they
 * were collected: for a newer shop they say one row, and PostgreSQL then reads all of its 5,000 rows for each of 5,000
 * others (25 million instead of 5,000). So none are collected, and every shop is assumed to have the whole table, which
 * makes lookups by key and reading in the order of an index always the cheaper way. Servers before 18, where that cannot
 * be set, assume a two-hundredth of the table.
 *
 * Runs after every migration, because migrations add tables; if nothing has to change, it is one statement.
 */
export async function ignoreSharesOfShops(connection: Kysely<unknown>): Promise<void> {
  await connection.transaction().execute(async (db) => {
    // Of several processes that start at once one does it.
    await sql`select pg_advisory_xact_lock(hashtext('ignore-shares-of-shops'))`.execute(db);
    await ignoreShares(db);
  });
}

async function ignoreShares(db: Kysely<unknown>): Promise<void> {
  const { rows } = await sql<{ name: string; has_target: boolean; server_version: number }>`
    select c.relname as name, coalesce(a.attstattarget, -1) = 0 as has_target,
      current_setting('server_version_num')::int as server_version
    from pg_attribute a join pg_class c on c.oid = a.attrelid
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attname = 'shop_id'
      and (coalesce(a.attstattarget, -1) <> 0 or current_setting('server_version_num')::int >= ${TAKES_STATISTICS}
        and not exists (select 1 from pg_stats s where s.schemaname = 'public' and s.tablename = c.relname
          and s.attname = a.attname and s.n_distinct = 1 and s.most_common_vals is null))
    order by c.relname`.execute(db);
  for (const { name, has_target, server_version } of rows) {
    if (!has_target)
      await sql`alter table ${sql.table(name)} alter column shop_id set statistics 0`.execute(db);
    if (server_version < TAKES_STATISTICS) continue;
    await sql`select pg_clear_attribute_stats('public', ${name}, 'shop_id', false)`.execute(db);
    await sql`select pg_restore_attribute_stats('schemaname', 'public', 'relname', ${name}::text, 'attname', 'shop_id',
      'inherited', false, 'null_frac', 0::real, 'avg_width', 8, 'n_distinct', 1::real)`.execute(db);
  }
}
