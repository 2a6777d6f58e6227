import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import pg from 'pg';
import { describe, expect, inject, onTestFinished, test } from 'vitest';
import { migrate } from './migrations.ts';

/** Shorter than what these tests wait for, and longer than a busy machine takes to lift it. */
const LIMIT_MS = 200;

/** On an empty database, with time limits that are shorter than the migrations. */
async function impatientPool(database: string): Promise<pg.Pool> {
  const { superuser, ...server } = inject('postgres');
  const admin = new pg.Client({ ...server, user: superuser, database: 'postgres' });
  await admin.connect();
  await admin.query(`create database ${database} owner ${server.user}`);
  const options = `-c statement_timeout=${LIMIT_MS} -c lock_timeout=${LIMIT_MS}`;
  const pool = new pg.Pool({ ...server, database, max: 4, options });
  onTestFinished(async () => {
    await pool.end();
    await admin.query(`drop database ${database}`);
    await admin.end();
  });
  return pool;
}

test('whoever else waits for them, all migrations are applied once', async () => {
  const pool = await impatientPool('slow_migrations');
  const applied = await Promise.all([migrate(pool), migrate(pool), migrate(pool)]);
  const files = await readdir(new URL('../../../migrations/', import.meta.url));
  const migrations = files.filter((file) => /^\d{4}_/.test(file)).map((file) => file.replace('.sql', ''));
  expect(applied.flat().toSorted()).toEqual(migrations.toSorted());
  // What serves requests next has the limits of the pool again.
  for (const limit of ['statement_timeout', 'lock_timeout'])
    expect((await pool.query(`show ${limit}`)).rows).toEqual([{ [limit]: `${LIMIT_MS}ms` }]);
});

describe('an index that is built outside of a transaction', () => {
  const INDEX =
    '-- no transaction\n\n-- Parcels by weight.\ncreate index concurrently parcels_weight on parcels (weight);\n';

  async function folderOf(files: Record<string, string>): Promise<URL> {
    const folder = await mkdtemp(join(tmpdir(), 'ngorder-migrations-'));
    onTestFinished(() => rm(folder, { recursive: true }));
    for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
    return pathToFileURL(`${folder}/`);
  }
  const indexes = async (pool: pg.Pool) =>
    (await pool.query(`select indisvalid from pg_index where indexrelid = to_regclass('parcels_weight')`))
      .rows;

  test('is built once, however long it takes, while others wait for the migrations', async () => {
    const pool = await impatientPool('index_beside_writes');
    const folder = await folderOf({
      '0001_parcels.sql': `create table parcels (weight integer); insert into parcels values (1), (2);
        create function slowly(integer) returns integer language plpgsql immutable as
          $$ begin perform pg_sleep(${(2 * LIMIT_MS) / 1000}); return $1; end $$`,
      '0002_index.sql': INDEX.replace('(weight)', '(slowly(weight))'),
      '0003_last.sql': 'create table last (id integer)',
    });
    const applied = await Promise.all([migrate(pool, folder), migrate(pool, folder), migrate(pool, folder)]);
    expect(applied.flat()).toEqual(['0001_parcels', '0002_index', '0003_last']);
    expect(await indexes(pool)).toEqual([{ indisvalid: true }]);
  });

  test('is built anew where a try before was broken off', async () => {
    const pool = await impatientPool('index_broken_off');
    const folder = await folderOf({
      '0001_parcels.sql': 'create table parcels (weight integer); insert into parcels values (1), (1)',
      '0002_index.sql': INDEX.replace('create index', 'create unique index'),
    });
    await expect(migrate(pool, folder)).rejects.toThrow(
      'Migration 0002_index failed: could not create unique',
    );
    expect(await indexes(pool)).toEqual([{ indisvalid: false }]);
    await pool.query('delete from parcels');
    expect(await migrate(pool, folder)).toEqual(['0002_index']);
    expect(await indexes(pool)).toEqual([{ indisvalid: true }]);
  });

  test('is the only thing that stands there', async () => {
    const pool = await impatientPool('more_than_an_index');
    const folder = await folderOf({
      '0001_more.sql': '-- no transaction\ncreate table parcels (id integer)',
    });
    await expect(migrate(pool, folder)).rejects.toThrow('Outside of a transaction, an index is created');
  });
});
