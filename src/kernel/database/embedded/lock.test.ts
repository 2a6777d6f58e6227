import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { takeLock } from './lock.ts';
import { query, cleanUp, makeTestFolder, start, startApp } from './test-app.ts';

vi.setConfig({ testTimeout: 60_000 });
afterEach(cleanUp);

describe('a second start on the same data folder', () => {
  test('is refused with the process that holds it, and leaves the first one alone', async () => {
    const data_dir = await makeTestFolder();
    const app = startApp(data_dir);
    const server = await app.started;
    await expect(start(data_dir)).rejects.toThrow(`Another Ngorder (process ${app.pid}) already uses`);
    expect(await query(server, 'SELECT 1')).toEqual([1]);
  });

  test('is refused within one process too', async () => {
    const data_dir = await makeTestFolder();
    const first = await start(data_dir);
    await expect(start(data_dir)).rejects.toThrow(`(process ${process.pid})`);
    await first.stop();
    expect((await start(data_dir)).first_start).toBe(false);
  });

  test('is refused when both begin at once, and after a kill -9 too: one of four wins', async () => {
    const data_dir = await makeTestFolder();
    for (const _round of ['empty folder', 'killed app']) {
      const apps = [1, 2, 3, 4].map(() => startApp(data_dir));
      const results = await Promise.allSettled(apps.map((app) => app.started));
      expect(results.map(({ status }) => status).toSorted()).toEqual([
        'fulfilled',
        'rejected',
        'rejected',
        'rejected',
      ]);
      await Promise.all(apps.map((app) => app.kill('SIGKILL')));
    }
  });
});

describe('the lock', () => {
  test('is free after a kill -9, even where the process id it names belongs to another process now', async () => {
    const home = await makeTestFolder();
    takeLock(home)();
    await writeFile(join(home, 'app.pid'), `${process.ppid}\n`);
    const release = takeLock(home);
    expect(() => takeLock(home)).toThrow(`(process ${process.pid})`);
    release();
  });

  test('is given back once: a late second release does not free it for others', async () => {
    const home = await makeTestFolder();
    const release_first = takeLock(home);
    release_first();
    const release_second = takeLock(home);
    release_first();
    expect(() => takeLock(home)).toThrow('already uses');
    release_second();
  });

  test('is given back by a start that fails', async () => {
    const data_dir = await makeTestFolder();
    await mkdir(join(data_dir, 'postgres', 'data', 'something'), { recursive: true });
    await expect(start(data_dir)).rejects.toThrow(/^The database in .*: put that right and start again\.$/);
    takeLock(join(data_dir, 'postgres'))();
  });
});
