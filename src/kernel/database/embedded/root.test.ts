import { chmod, chown, mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { accountForRoot, firstFolderClosedTo, giveFolder, isRoot } from './account.ts';
import { query, cleanUp, makeTestFolder, NOBODY_UID, start, startApp, type Started } from './test-app.ts';

vi.setConfig({ testTimeout: 60_000 });
afterEach(cleanUp);

/** The user id that a server runs under. */
async function uidOf(server: Started): Promise<number> {
  return (await stat(join(server.data_dir_used, 'postgres/data/postmaster.pid'))).uid;
}

describe.runIf(isRoot())('a start by root', () => {
  test('runs the server under an account without rights, which owns the data and not the programs', async () => {
    const server = await start(await makeTestFolder());
    const { uid } = await accountForRoot();
    expect(uid).not.toBe(0);
    expect(await uidOf(server)).toBe(uid);
    expect((await stat(join(server.data_dir_used, 'postgres', 'data'))).uid).toBe(uid);
    for (const name of (await readdir(join(server.data_dir_used, 'postgres'))).filter((name) =>
      name.startsWith('18'),
    )) {
      expect((await stat(join(server.data_dir_used, 'postgres', name))).uid).toBe(0);
    }
    expect(await query(server, 'SELECT 1')).toEqual([1]);
  });

  test('goes elsewhere where the account can not enter the data folder, says so, and finds it again', async () => {
    const base = await makeTestFolder();
    const parent = join(base, 'private');
    const root_base_dir = join(base, 'var', 'lib', 'ngorder');
    await mkdir(parent, { mode: 0o700 });
    const data_dir = join(parent, 'shop');
    const log: string[] = [];
    const options = { root_base_dir, log: (line: string) => void log.push(line) };

    const first = await start(data_dir, options);
    expect(first.data_dir_used).toMatch(new RegExp(`^${root_base_dir}/shop-[0-9a-f]{12}$`));
    expect(log).toEqual([expect.stringContaining(`can't enter ${parent}.`)]);
    await first.stop();

    const second = await start(data_dir, options);
    expect(second).toMatchObject({ first_start: false, data_dir_used: first.data_dir_used });
    await second.stop();

    await chmod(parent, 0o755);
    const third = await start(data_dir, options);
    expect(third).toMatchObject({ first_start: false, data_dir_used: first.data_dir_used });
    await expect(startApp(data_dir, NOBODY_UID).started).rejects.toThrow();
  });

  test('never begins an empty database where the real one has become closed', async () => {
    const parent = join(await makeTestFolder(), 'parent');
    await (await start(join(parent, 'shop'))).stop();
    await chmod(parent, 0o700);
    await expect(start(join(parent, 'shop'))).rejects.toThrow(`run "chmod o+x ${parent}" and start again.`);
  });

  test('goes on under the account that owns the database', async () => {
    const data_dir = await makeTestFolder(NOBODY_UID);
    const app = startApp(data_dir, NOBODY_UID);
    await query(await app.started, 'CREATE TABLE kept ()');
    await app.kill('SIGTERM');

    const server = await start(data_dir);
    expect(await uidOf(server)).toBe(NOBODY_UID);
    expect(await query(server, 'SELECT count(*)::int FROM kept')).toEqual([0]);
  });

  test('takes over a database that root restored from a backup', async () => {
    const data_dir = await makeTestFolder();
    await (await start(data_dir)).stop();
    const cluster = join(data_dir, 'postgres', 'data');
    await giveFolder(cluster, { uid: 0, gid: 0 });
    await chmod(cluster, 0o755);
    expect((await start(data_dir)).first_start).toBe(false);
  });

  test('refuses a socket folder that somebody else made', async () => {
    const data_dir = join(await makeTestFolder(), 'deep'.repeat(15), 'deeper'.repeat(10));
    const first = await start(data_dir);
    await first.stop();
    const socket_dir = first.connection.host;
    await rename(socket_dir, `${socket_dir}-away`);
    await mkdir(socket_dir);
    await chown(socket_dir, 4321, 4321);

    await expect(start(data_dir)).rejects.toThrow(`${socket_dir} belongs to user id 4321`);
    await rm(socket_dir, { recursive: true });
    await rm(`${socket_dir}-away`, { recursive: true });
  });
});

describe.runIf(isRoot())('a start by another user', () => {
  test('runs the server as that user', async () => {
    const data_dir = await makeTestFolder(NOBODY_UID);
    const server = await startApp(data_dir, NOBODY_UID).started;
    expect(server.data_dir_used).toBe(data_dir);
    expect(await uidOf(server)).toBe(NOBODY_UID);
  });

  test('is refused where the database belongs to somebody else', async () => {
    const data_dir = await makeTestFolder(NOBODY_UID);
    const app = startApp(data_dir, NOBODY_UID);
    await app.started;
    await app.kill('SIGTERM');
    await expect(startApp(data_dir, 4321).started).rejects.toThrow(
      `belongs to user id ${NOBODY_UID}: start Ngorder as that user or as root.`,
    );
  });
});

test('a folder is closed to an account without the execute bit of its class on any parent', async () => {
  const base = await makeTestFolder();
  const folder = join(base, 'a', 'b');
  await mkdir(folder, { recursive: true });
  const { uid, gid } = await stat(base);
  await chmod(join(base, 'a'), 0o711);
  expect(await firstFolderClosedTo({ uid: 4321, gid: 4321 }, folder)).toBeNull();
  await chmod(join(base, 'a'), 0o710);
  expect(await firstFolderClosedTo({ uid: 4321, gid: 4321 }, folder)).toBe(join(base, 'a'));
  expect(await firstFolderClosedTo({ uid: 4321, gid }, folder)).toBeNull();
  await chmod(join(base, 'a'), 0o701);
  expect(await firstFolderClosedTo({ uid: 4321, gid }, folder)).toBe(join(base, 'a'));
  await chmod(join(base, 'a'), 0o077);
  expect(await firstFolderClosedTo({ uid, gid }, folder)).toBe(join(base, 'a'));
  await chmod(join(base, 'a'), 0o755);
});
