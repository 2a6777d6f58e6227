import { chmod } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { processTree } from '../../../../test/database-processes.ts';
import type { EmbeddedPostgres } from './index.ts';
import { query, cleanUp, connectToServer, isRunning, makeTestFolder, start, until } from './test-app.ts';

vi.setConfig({ testTimeout: 60_000 });
afterEach(cleanUp);

async function comesBack(server: EmbeddedPostgres, ended_pid: number): Promise<void> {
  await until(async () => {
    if (server.pid === ended_pid) return false;
    return query(server, 'SELECT number FROM kept').then(
      ([number]) => number === 7,
      () => false,
    );
  });
}

describe('a server that ends by itself is started again with its data', () => {
  test.each(['SIGKILL', 'SIGQUIT', 'SIGINT', 'SIGTERM', 'SIGABRT'] as const)('after %s', async (signal) => {
    const log: string[] = [];
    const server = await start(await makeTestFolder(), { log: (line) => void log.push(line) });
    await query(server, 'CREATE TABLE kept AS SELECT 7 AS number');
    // A client that stays: SIGTERM would have the server wait for it, and refuse all others.
    await connectToServer(server);
    const { pid } = server;
    process.kill(pid, signal);
    await comesBack(server, pid);
    expect(await isRunning(pid)).toBe(false);
    expect(log).toEqual([
      expect.stringMatching(/^PostgreSQL ended by itself \((signal SIG|exit code)/),
      expect.stringMatching(/^PostgreSQL runs again/),
    ]);
    await server.stop();
    expect(await isRunning(server.pid)).toBe(false);
  });

  test.skipIf(process.platform !== 'linux')(
    'after the whole tree was killed, and while a back end works on',
    async () => {
      const server = await start(await makeTestFolder());
      await query(server, 'CREATE TABLE kept AS SELECT 7 AS number');
      const { pid } = server;
      for (const process_id of await processTree(server.pid)) process.kill(process_id, 'SIGKILL');
      await comesBack(server, pid);

      const busy = await connectToServer(server);
      const { rows } = await busy.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
      busy.query('SELECT count(*) FROM generate_series(1, 1e12)').catch(() => undefined);
      await sleep(50);
      const again = server.pid;
      process.kill(again, 'SIGKILL');
      await comesBack(server, again);
      expect(await isRunning(rows[0]?.pid ?? 0)).toBe(false);
    },
  );

  test('after a back end was killed, by the server itself', async () => {
    const server = await start(await makeTestFolder());
    await query(server, 'CREATE TABLE kept AS SELECT 7 AS number');
    const client: pg.Client = await connectToServer(server);
    const { rows } = await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
    process.kill(rows[0]?.pid ?? 0, 'SIGKILL');
    await sleep(50);
    const { pid } = server;
    await comesBack(server, 0);
    expect(server.pid).toBe(pid);
  });
});

describe('stop', () => {
  test.each([0, 5, 20, 60, 150, 400])(
    '%i ms after the server was killed ends it for good',
    async (wait_ms) => {
      const data_dir = await makeTestFolder();
      const log: string[] = [];
      const server = await start(data_dir, { log: (line) => void log.push(line) });
      process.kill(server.pid, 'SIGKILL');
      await sleep(wait_ms);
      await server.stop();
      const { pid } = server;
      await sleep(300);
      expect(server.pid).toBe(pid);
      expect(await isRunning(pid)).toBe(false);
      // The folder is free, and nothing else works on it.
      expect((await start(data_dir)).replaced_orphan).toBe(false);
      expect(log.join('\n')).not.toContain('could not be');
    },
  );
});

test('a server that can not be started again is given up after its time, with a sentence, and stop() still works', async () => {
  const data_dir = await makeTestFolder();
  const log: string[] = [];
  const onLost = vi.fn();
  const server = await start(data_dir, {
    log: (line) => void log.push(line),
    onLost,
    give_up_after_ms: 1_000,
  });
  await chmod(join(data_dir, 'postgres/data/global'), 0o000);
  await chmod(join(data_dir, 'postgres/data/PG_VERSION'), 0o000);
  process.kill(server.pid, 'SIGKILL');
  await until(() => onLost.mock.calls.length > 0);
  expect(log.filter((line) => line.includes('PostgreSQL did not start')).length).toBeGreaterThan(1);
  expect(log.at(-1)).toMatch(
    /^PostgreSQL could not be kept running for 1 s: see .*server\.log, put that right/,
  );
  expect(onLost).toHaveBeenCalledOnce();
  await server.stop();
  await chmod(join(data_dir, 'postgres/data/global'), 0o700);
  await chmod(join(data_dir, 'postgres/data/PG_VERSION'), 0o600);
  expect((await start(data_dir)).first_start).toBe(false);
});
