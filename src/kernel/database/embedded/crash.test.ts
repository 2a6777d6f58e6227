import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import {
  query,
  cleanUp,
  connectToServer,
  isRunning,
  makeTestFolder,
  start,
  startApp,
  until,
} from './test-app.ts';

vi.setConfig({ testTimeout: 60_000 });
afterEach(cleanUp);

describe('after kill -9 of', () => {
  test('the app, the next start ends the server it left, keeps the data, and can stop its own', async () => {
    const data_dir = await makeTestFolder();
    const app = startApp(data_dir);
    const left = await app.started;
    await query(left, 'CREATE TABLE kept AS SELECT 7 AS number');
    await app.kill('SIGKILL');
    expect(await isRunning(left.pid)).toBe(true);

    const log: string[] = [];
    const server = await start(data_dir, {
      settings: { work_mem: '9MB' },
      log: (line) => void log.push(line),
    });
    expect(server).toMatchObject({ first_start: false, replaced_orphan: true });
    expect(log).toEqual([expect.stringContaining('had left its PostgreSQL running')]);
    expect(await isRunning(left.pid)).toBe(false);
    expect(await query(server, 'SELECT number FROM kept')).toEqual([7]);
    expect(await query(server, 'SHOW work_mem')).toEqual(['9MB']);
    await server.stop();
    expect(await isRunning(server.pid)).toBe(false);
  });

  test('the app and the server, the stale postmaster.pid and socket are no obstacle', async () => {
    const data_dir = await makeTestFolder();
    const app = startApp(data_dir);
    const left = await app.started;
    await query(left, 'CREATE TABLE kept AS SELECT 7 AS number');
    await query({ ...left, connection: left.superuser }, 'CHECKPOINT');
    await app.kill('SIGKILL');
    process.kill(left.pid, 'SIGKILL');
    await until(async () => !(await isRunning(left.pid)));
    expect(await readdir(left.connection.host)).toHaveLength(2);

    expect(await query(await start(data_dir), 'SELECT number FROM kept')).toEqual([7]);
  });

  test('the app and the postmaster, a back end that still works is ended', async () => {
    const data_dir = await makeTestFolder();
    const app = startApp(data_dir);
    const left = await app.started;
    const client = await connectToServer(left);
    const { rows } = await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
    const backend_pid = rows[0]?.pid ?? 0;
    client.query('SELECT count(*) FROM generate_series(1, 1e12)').catch(() => {});
    await app.kill('SIGKILL');
    process.kill(left.pid, 'SIGKILL');
    await until(async () => !(await isRunning(left.pid)));
    expect(await isRunning(backend_pid)).toBe(true);

    const server = await start(data_dir);
    expect(await isRunning(backend_pid)).toBe(false);
    expect(await query(server, 'SELECT 1')).toEqual([1]);
  });

  test('a server whose process id now belongs to another process, that process is left alone', async () => {
    const data_dir = await makeTestFolder();
    await (await start(data_dir)).stop();
    const cluster = join(data_dir, 'postgres', 'data');
    const { uid, gid } = await stat(cluster);
    const other = spawn('sleep', ['60'], {
      ...(process.getuid?.() === 0 ? { uid, gid } : {}),
      cwd: '/',
      argv0: 'postgres: checkpointer',
    });
    await once(other, 'spawn');
    const pid_file = [other.pid, cluster, 1, 5432, '/nowhere', '', '  1  1', 'ready   ', ''].join('\n');
    await writeFile(join(cluster, 'postmaster.pid'), pid_file);

    const server = await start(data_dir);
    expect(server.replaced_orphan).toBe(false);
    expect(await isRunning(other.pid ?? 0)).toBe(true);
    other.kill();
  });

  test('everything while the database was being created, the next start begins cleanly', async () => {
    const data_dir = await makeTestFolder();
    const home = join(data_dir, 'postgres');
    const app = startApp(data_dir);
    await until(async () => {
      const names = await readdir(home).catch(() => []);
      const half = names.find((name) => name.startsWith('data.new-'));
      return half !== undefined && (await readdir(join(home, half))).includes('base');
    });
    process.kill(-app.pid, 'SIGKILL');
    await app.kill('SIGKILL');
    expect(await readdir(home)).not.toContain('data');

    const server = await start(data_dir);
    expect(server.first_start).toBe(true);
    expect((await readdir(home)).filter((name) => name.includes('new'))).toEqual([]);
    expect(await query(server, 'SELECT 1')).toEqual([1]);
  });

  test('only the app while the database was being created, the next start does not meet the first one', async () => {
    const data_dir = await makeTestFolder();
    const home = join(data_dir, 'postgres');
    const app = startApp(data_dir);
    await until(async () =>
      (await readdir(home).catch(() => [])).some((name) => name.startsWith('data.new-')),
    );
    await app.kill('SIGKILL');
    const server = await start(data_dir);
    expect(server.first_start).toBe(true);
    expect((await readdir(home)).filter((name) => name.includes('new'))).toEqual([]);
  });

  test('the app between the creation of the cluster and that of the database, the database is created', async () => {
    const data_dir = await makeTestFolder();
    const first = await start(data_dir);
    const client = await connectToServer({
      ...first,
      connection: { ...first.connection, database: 'postgres' },
    });
    await client.query('DROP DATABASE ngorder');
    await client.end();
    await first.stop();
    expect(await query(await start(data_dir), 'SELECT current_database()')).toEqual(['ngorder']);
  });
});

test('an app that exits without stopping its server takes it along', async () => {
  const data_dir = await makeTestFolder();
  const app = startApp(data_dir);
  const left = await app.started;
  await app.kill('SIGUSR2');
  await until(async () => !(await isRunning(left.pid)));
  const log = await readFile(join(data_dir, 'postgres/log/server.log'), 'utf8').catch(() => '');
  expect(log).toContain('ready to accept connections');
});
