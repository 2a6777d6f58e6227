import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { ServerLog } from './server-log.ts';
import { query, cleanUp, connectToServer, isRunning, makeTestFolder, start, startApp } from './test-app.ts';

vi.setConfig({ testTimeout: 60_000 });
afterEach(cleanUp);

describe('stop', () => {
  test('ends the server cleanly in spite of open connections, and may be called twice', async () => {
    const data_dir = await makeTestFolder();
    const onLost = vi.fn();
    const server = await start(data_dir, { onLost });
    const client = await connectToServer(server);
    await client.query('BEGIN');
    await Promise.all([server.stop(), server.stop()]);

    expect(await isRunning(server.pid)).toBe(false);
    expect(await readdir(server.connection.host)).toEqual([]);
    expect(onLost).not.toHaveBeenCalled();
    const log = await readFile(join(data_dir, 'postgres/log/server.log'), 'utf8');
    expect(log).toContain('database system is shut down');
  });

  test('ends at once a server whose shutdown takes longer than the limit, and loses no data', async () => {
    const data_dir = await makeTestFolder();
    const server = await start(data_dir, { fast_stop_limit_ms: 200 });
    await query(server, 'CREATE TABLE kept AS SELECT 7 AS number');
    const client = await connectToServer(server);
    const { rows } = await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
    process.kill(rows[0]?.pid ?? 0, 'SIGSTOP');
    await server.stop();

    expect(await isRunning(server.pid)).toBe(false);
    const next = await start(data_dir);
    expect(await query(next, 'SELECT number FROM kept')).toEqual([7]);
  });
});

describe('Ctrl-C', () => {
  test('reaches the app and not the server, so that the app decides the order', async () => {
    const app = startApp(await makeTestFolder());
    const server = await app.started;
    process.kill(-app.pid, 'SIGINT');
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(await query(server, 'SELECT 1')).toEqual([1]);
    await app.kill('SIGTERM');
    expect(await isRunning(server.pid)).toBe(false);
  });
});

describe('the log of the server', () => {
  test('never takes more than twice its limit', async () => {
    const folder = await makeTestFolder();
    const log = new ServerLog(join(folder, 'log', 'server.log'), 1_000);
    for (let number = 0; number < 100; number += 1) log.append(Buffer.from(`${number} ${'x'.repeat(90)}\n`));
    expect((await readdir(join(folder, 'log'))).toSorted()).toEqual(['server.log', 'server.log.1']);
    for (const name of ['server.log', 'server.log.1']) {
      expect((await readFile(join(folder, 'log', name))).length).toBeLessThanOrEqual(1_000);
    }
    expect(await readFile(join(folder, 'log', 'server.log'), 'utf8')).toContain('99 xxx');
  });
});
