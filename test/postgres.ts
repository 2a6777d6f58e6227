import { chmod, mkdtemp, rm, statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { availableMemory } from 'node:process';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { startEmbeddedPostgres } from '../src/kernel/database/embedded/index.ts';
import { migrate } from '../src/kernel/database/migrations.ts';
import { installFunctions } from '../src/kernel/database/shop-function.ts';
import { databaseFunctions } from '../src/modules.ts';
import { loadDefaultRegions } from '../src/modules/reference/regions/load-default-regions.ts';
import { shopZone } from './shop-zone.ts';

declare module 'vitest' {
  interface ProvidedContext {
    postgres: TestServer;
  }
}

interface TestServer {
  host: string;
  port: number;
  user: string;
  superuser: string;
}

/** Database from which every test file's own is copied: migrated, with the regions loaded. */
export const TEMPLATE = 'ngorder_template';

/**
 * Starts one real PostgreSQL server for all test files. It need not survive a power cut, so it does not
 * wait for the disk; what tests durability starts servers of its own. With TEST_DATABASE_URL the tests use that server in
 * its place, by its superuser.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { server, stop } = await reachServer();
  const { host, port, user, superuser } = server;
  const admin = new pg.Client({ host, port, user: superuser, database: 'postgres' });
  await admin.connect();
  await admin.query(`drop database if exists ${TEMPLATE}`);
  await admin.query(`create database ${TEMPLATE} owner ${user}`);
  await admin.end();
  const pool = new pg.Pool({ host, port, user, database: TEMPLATE, max: 2 });
  await migrate(pool);
  await installFunctions(pool, databaseFunctions);
  const client = await pool.connect();
  await loadDefaultRegions(client);
  await client.query(`alter table shops alter column time_zone set default '${shopZone}'`);
  client.release();
  await pool.end();
  project.provide('postgres', server);
  return stop;
}

async function reachServer(): Promise<{ server: TestServer; stop: () => Promise<void> }> {
  const given = process.env['TEST_DATABASE_URL'];
  if (given !== undefined) {
    // A password comes out of PGPASSWORD.
    const { hostname: host, port, username } = new URL(given);
    const superuser = decodeURIComponent(username);
    const server = { host, port: Number(port || 5432), user: superuser, superuser };
    return { server, stop: () => Promise.resolve() };
  }
  const data_dir = await mkdtemp(join(await roomyFolder(), 'ngorder-test-'));
  // The server runs as another user where root runs the tests, so that user must get in.
  await chmod(data_dir, 0o755);
  const postgres = await startEmbeddedPostgres({
    data_dir,
    log: () => undefined,
    settings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '200' },
  });
  const { host, port, user } = postgres.connection;
  return {
    server: { host, port, user, superuser: postgres.superuser.user },
    stop: async () => {
      await postgres.stop();
      await rm(data_dir, { recursive: true, force: true });
    },
  };
}

/** Linux keeps these files in memory: a database of a thousand files is copied there in a tenth of the time. */
const MEMORY_FOLDER = '/dev/shm';
const ROOMY_BYTES = 8 * 1024 ** 3;

/** In memory where there is plenty of it, else on the disk. */
async function roomyFolder(): Promise<string> {
  const room = await statfs(MEMORY_FOLDER).catch(() => undefined);
  const is_roomy = room !== undefined && room.bavail * room.bsize >= ROOMY_BYTES;
  return is_roomy && availableMemory() >= 1.5 * ROOMY_BYTES ? MEMORY_FOLDER : tmpdir();
}
