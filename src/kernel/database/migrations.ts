import { readdir, readFile } from 'node:fs/promises';
import { Kysely, PostgresDialect, sql } from 'kysely';
import { Migrator, type Migration } from 'kysely/migration';
import type pg from 'pg';
import { withoutTimeLimits } from './connection.ts';
import { ignoreSharesOfShops } from './statistics.ts';

const FOLDER = new URL('../../../migrations/', import.meta.url);

/** The oldest PostgreSQL that is tested and supported. */
const OLDEST_SERVER_VERSION = 150_000;

export class MigrationError extends Error {}

/**
 * Brings the database to the newest numbered SQL file, one transaction each, forward only, however long each takes.
 * Waits at most one second for a lock of a table, so that orders of other processes never queue behind one that waits;
 * the caller starts again. Several processes may call it at once: one migrates, the others wait.
 * Then it settles what statistics are made of the tables.
 * @returns the names of the migrations applied now.
 * @throws MigrationError with the file and the database's own words.
 */
export async function migrate(pool: pg.Pool): Promise<string[]> {
  // Unguarded and without the pool's life: closing this Kysely would end the application's pool.
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
  const version = await sql<{ server_version_num: string }>`show server_version_num`.execute(db);
  if (Number(version.rows[0]?.server_version_num) < OLDEST_SERVER_VERSION)
    throw new MigrationError('PostgreSQL 15 or newer is needed: upgrade the server that DATABASE_URL names.');
  // An index of a million rows takes longer than a request may, and who waits for it too.
  return withoutTimeLimits(db, async (connection) => {
    const applied = await applyAll(connection);
    await ignoreSharesOfShops(connection);
    return applied;
  });
}

async function applyAll(db: Kysely<unknown>): Promise<string[]> {
  const migrator = new Migrator({ db, provider: { getMigrations: readMigrations } });
  const applied: string[] = [];
  for (;;) {
    const { error, results } = await migrator.migrateUp();
    if (error !== undefined)
      throw new MigrationError(
        `Migration ${results?.find((result) => result.status === 'Error')?.migrationName ?? ''} failed: ${(error as Error).message}`,
        { cause: error },
      );
    if (results === undefined || results.length === 0) return applied;
    applied.push(...results.map((result) => result.migrationName));
  }
}

async function readMigrations(): Promise<Record<string, Migration>> {
  const names = (await readdir(FOLDER)).filter((name) => /^\d{4}_.*\.sql$/.test(name)).sort();
  return Object.fromEntries(
    names.map((name) => [
      name.replace(/\.sql$/, ''),
      {
        async up(db: Kysely<unknown>) {
          await sql`set local lock_timeout = '1s'`.execute(db);
          await sql.raw(await readFile(new URL(name, FOLDER), 'utf8')).execute(db);
        },
      },
    ]),
  );
}
