import { readdir } from 'node:fs/promises';
import pg from 'pg';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { migrate } from '../migrations.ts';
import { query, cleanUp, connectToServer, makeTestFolder, start } from './test-app.ts';

vi.setConfig({ testTimeout: 60_000 });
afterEach(cleanUp);

const ROLE = `SELECT rolsuper, rolcreaterole, rolcreatedb, rolreplication, rolbypassrls, pg_get_userbyid(datdba)::text
  FROM pg_roles, pg_database WHERE rolname = current_user AND datname = current_database()`;

describe('the role of the app', () => {
  test('owns its database and may do nothing to the server and the machine', async () => {
    const server = await start(await makeTestFolder());
    expect(await query(server, ROLE)).toEqual([false, false, false, false, false, 'ngorder_app']);
    for (const forbidden of [
      `COPY (SELECT 1) TO PROGRAM 'true'`,
      `COPY (SELECT 1) TO '/tmp/ngorder-written'`,
      `SELECT pg_read_file('PG_VERSION')`,
      `SELECT pg_ls_dir('/')`,
      `SELECT lo_import('/etc/passwd')`,
      `ALTER SYSTEM SET fsync = 'off'`,
      `SET SESSION AUTHORIZATION ngorder`,
      `SET ROLE ngorder`,
      `CREATE ROLE other SUPERUSER`,
      `ALTER ROLE ngorder_app SUPERUSER`,
      `CREATE DATABASE other`,
      `CREATE FUNCTION run(text) RETURNS int AS 'libc.so.6', 'system' LANGUAGE c`,
      `CREATE EXTENSION file_fdw`,
    ])
      await expect(query(server, forbidden), forbidden).rejects.toMatchObject({
        message: expect.stringMatching(/permission denied|must be|cannot set|forbidden|not permitted/i),
      });
  });

  test('is what migrations run under, extensions included', async () => {
    const server = await start(await makeTestFolder());
    const pool = new pg.Pool({ ...server.connection, max: 2 });
    const files = await readdir(new URL('../../../../migrations/', import.meta.url));
    expect((await migrate(pool)).map((name) => `${name}.sql`)).toEqual(
      files.filter((file) => /^\d{4}_/.test(file)).sort(),
    );
    await pool.end();
    expect(
      await query(server, `SELECT count(*)::int FROM pg_extension WHERE extname IN ('pg_trgm', 'btree_gin')`),
    ).toEqual([2]);
  });

  test('takes over whole what an earlier version made as the superuser', async () => {
    const data_dir = await makeTestFolder();
    const first = await start(data_dir);
    const superuser = await connectToServer({
      ...first,
      connection: { ...first.superuser, database: 'postgres' },
    });
    await superuser.query('DROP DATABASE ngorder');
    await superuser.query('CREATE DATABASE ngorder');
    await superuser.query('DROP ROLE ngorder_app');
    await superuser.end();
    const pool = new pg.Pool({ ...first.superuser, max: 2 });
    // A connection that is being closed still hears that the server stops.
    pool.on('connect', (client) => void client.on('error', () => undefined));
    pool.on('error', () => undefined);
    await migrate(pool);
    await pool.query(`CREATE SCHEMA jobs; CREATE TYPE jobs.state AS ENUM ('created');
      CREATE TABLE jobs.job (id int GENERATED ALWAYS AS IDENTITY, name text, state jobs.state) PARTITION BY LIST (name);
      CREATE TABLE jobs.job_common PARTITION OF jobs.job DEFAULT; CREATE VIEW jobs.seen AS SELECT 1 AS one;
      CREATE SEQUENCE jobs.numbers; CREATE MATERIALIZED VIEW jobs.kept AS SELECT 1 AS one;
      CREATE TABLE "Aneh ""sekali""" (id serial)`);
    await pool.end();
    await first.stop();

    const second = await start(data_dir);
    expect(await query(second, ROLE)).toEqual([false, false, false, false, false, 'ngorder_app']);
    const of_others = `SELECT array_agg(name) FROM (
      SELECT relname::text AS name FROM pg_class WHERE relowner <> 'ngorder_app'::regrole AND relnamespace::regnamespace::text IN ('public', 'jobs')
      UNION ALL SELECT proname FROM pg_proc p WHERE proowner <> 'ngorder_app'::regrole AND pronamespace::regnamespace::text IN ('public', 'jobs')
        AND NOT EXISTS (SELECT FROM pg_depend WHERE objid = p.oid AND deptype = 'e')
      UNION ALL SELECT typname FROM pg_type t WHERE typowner <> 'ngorder_app'::regrole AND typnamespace::regnamespace::text IN ('public', 'jobs')
        AND NOT EXISTS (SELECT FROM pg_depend WHERE objid = t.oid AND deptype = 'e') AND typelem = 0
      UNION ALL SELECT nspname FROM pg_namespace WHERE nspname = 'jobs' AND nspowner <> 'ngorder_app'::regrole) others`;
    expect(await query(second, of_others)).toEqual([null]);
    await query(second, 'ALTER TABLE products ADD COLUMN more int');
    await query(second, 'DROP SCHEMA jobs CASCADE');
  });
});
