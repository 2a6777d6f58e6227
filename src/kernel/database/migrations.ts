import { readdir, readFile } from 'node:fs/promises';
import { setTimeout } from 'node:timers/promises';
import { Kysely, PostgresDialect, sql } from 'kysely';
import { Migrator, type Migration } from 'kysely/migration';
import type pg from 'pg';
import { withoutTimeLimits } from './connection.ts';
import { ignoreSharesOfShops } from './statistics.ts';

const FOLDER = new URL('../../../migrations/', import.meta.url);

/** First line of a file that builds one index beside the writes of others, which no transaction can. */
const OUTSIDE = '-- no transaction\n';

/** The oldest PostgreSQL that is tested and supported. */
const OLDEST_SERVER_VERSION = 150_000;

export class MigrationError extends Error {}

/**
 * Brings the database to the newest numbered SQL file of a folder, one transaction each (but those that build an index
 * beside writes), forward only, however long each takes.
 * Waits at most one second for a lock of a table, so that orders of other processes never queue behind one that waits;
 * the caller starts again. Several processes may call it at once: one migrates, the others wait.
 * Then it settles what statistics are made of the tables.
 * @returns the names of the migrations applied now.
 * @throws MigrationError with the file and the database's own words.
 */
export async function migrate(pool: pg.Pool, folder = FOLDER): Promise<string[]> {
  // Unguarded and without the pool's life: closing this Kysely would end the application's pool.
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
  const version = await sql<{ server_version_num: string }>`show server_version_num`.execute(db);
  if (Number(version.rows[0]?.server_version_num) < OLDEST_SERVER_VERSION)
    throw new MigrationError('PostgreSQL 15 or newer is needed: upgrade the server that DATABASE_URL names.');
  // An index of a million rows takes longer than a request may, and who waits for it too.
  return withoutTimeLimits(db, async (connection) => {
    const applied = await oneByOne(connection, () => applyAll(connection, folder));
    await ignoreSharesOfShops(connection);
    return applied;
  });
}

/**
 * Waits until no other process migrates. Asks again and again: an index that is built beside writes waits for all
 * statements that run, so for one that waited here too.
 */
async function oneByOne<T>(db: Kysely<unknown>, run: () => Promise<T>): Promise<T> {
  const isOurs = async () => {
    const found = await sql<{
      is_ours: boolean;
    }>`select pg_try_advisory_lock(hashtext('migrate')) as is_ours`.execute(db);
    return found.rows[0]?.is_ours === true;
  };
  while (!(await isOurs())) await setTimeout(100);
  try {
    return await run();
  } finally {
    // Where the connection was lost, so was the lock.
    await sql`select pg_advisory_unlock(hashtext('migrate'))`.execute(db).catch(() => undefined);
  }
}

async function applyAll(db: Kysely<unknown>, folder: URL): Promise<string[]> {
  const texts = await readTexts(folder);
  const migrations = Object.fromEntries([...texts].map(([name, text]) => [name, migration(text)]));
  const migrator = new Migrator({ db, provider: { getMigrations: () => Promise.resolve(migrations) } });
  const applied: string[] = [];
  for (;;) {
    const next = (await migrator.getMigrations()).find(({ executedAt }) => executedAt === undefined);
    const disableTransactions = texts.get(next?.name ?? '')?.startsWith(OUTSIDE) === true;
    const { error, results } = await migrator.migrateUp({ disableTransactions });
    if (error !== undefined)
      throw new MigrationError(
        `Migration ${results?.find((result) => result.status === 'Error')?.migrationName ?? ''} failed: ${(error as Error).message}`,
        { cause: error },
      );
    if (results === undefined || results.length === 0) return applied;
    applied.push(...results.map((result) => result.migrationName));
  }
}

async function readTexts(folder: URL): Promise<Map<string, string>> {
  const names = (await readdir(folder)).filter((name) => /^\d{4}_.*\.sql$/.test(name)).sort();
  const read = async (name: string) =>
    [name.replace(/\.sql$/, ''), await readFile(new URL(name, folder), 'utf8')] as const;
  return new Map(await Promise.all(names.map(read)));
}

function migration(text: string): Migration {
  return {
    async up(db: Kysely<unknown>) {
      if (text.startsWith(OUTSIDE)) await dropUnfinished(db, text);
      else await sql`set local lock_timeout = '1s'`.execute(db);
      await sql.raw(text).execute(db);
    },
  };
}

/** What an earlier try that was broken off has left of the index slows writes down, and finds nothing. */
async function dropUnfinished(db: Kysely<unknown>, text: string): Promise<void> {
  const index = /^create (?:unique )?index concurrently (\w+)/m.exec(text)?.[1];
  if (index === undefined)
    throw new MigrationError('Outside of a transaction, an index is created concurrently.');
  await sql`drop index concurrently if exists ${sql.ref(index)}`.execute(db);
}
