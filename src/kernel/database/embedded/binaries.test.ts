import { execFileSync } from 'node:child_process';
import { lstat, mkdir, mkdtemp, readdir, readlink, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { installedPackage, installServer, type ServerPackage } from './binaries.ts';
import { cleanUp, makeTestFolder } from './test-app.ts';

let home: string;
beforeEach(async () => {
  home = await makeTestFolder();
});
afterEach(cleanUp);

/** A package as npm unpacks it without install scripts: no symbolic links, no executable modes. */
async function makePackage(): Promise<ServerPackage> {
  const native_dir = join(await makeTestFolder(), 'native');
  await mkdir(join(native_dir, 'bin'), { recursive: true });
  await mkdir(join(native_dir, 'lib'));
  await writeFile(join(native_dir, 'bin', 'postgres'), 'program', { mode: 0o600 });
  await writeFile(join(native_dir, 'lib', 'libpq.so.5.18'), 'library', { mode: 0o644 });
  const links = [{ source: 'native/lib/libpq.so.5.18', target: 'native/lib/libpq.so.5' }];
  await writeFile(join(native_dir, 'pg-symlinks.json'), JSON.stringify(links));
  return { major: 18, minor: 4, native_dir };
}

describe('the copy of the server', () => {
  test('runs, and shares its files with the package where the file system allows hard links', async () => {
    const packaged = await installedPackage();
    const server_dir = await installServer(home, null, packaged);
    const program = join(server_dir, 'bin', 'postgres');

    expect(execFileSync(program, ['--version']).toString()).toContain(`PostgreSQL) ${packaged?.major}.`);
    const original = await stat(join(packaged?.native_dir ?? '', 'bin', 'postgres'));
    const copy = await stat(program);
    const on_same_disk = original.dev === copy.dev;
    expect(copy.ino === original.ino).toBe(on_same_disk);
  });

  test('runs on another file system, where hard links are impossible', async (context) => {
    const packaged = await installedPackage();
    const other_fs_dir = await mkdtemp('/dev/shm/pg-').catch(() => context.skip());
    try {
      const server_dir = await installServer(other_fs_dir, null, packaged);
      const version = execFileSync(join(server_dir, 'bin', 'postgres'), ['--version']).toString();
      expect(version).toContain(`PostgreSQL) ${packaged?.major}.`);
    } finally {
      await rm(other_fs_dir, { recursive: true });
    }
  });

  test('has the symbolic links and modes that the package lacks, and leaves the package as it is', async () => {
    const packaged = await makePackage();
    const server_dir = await installServer(home, null, packaged);

    expect(await readlink(join(server_dir, 'lib', 'libpq.so.5'))).toBe('libpq.so.5.18');
    expect((await stat(join(server_dir, 'bin', 'postgres'))).mode & 0o555).toBe(0o555);
    expect((await lstat(join(packaged.native_dir, 'bin', 'postgres'))).mode & 0o777).toBe(0o600);
  });

  test('never exists half: a copy that fails leaves nothing under the real name', async () => {
    const packaged = await makePackage();
    await writeFile(join(packaged.native_dir, 'pg-symlinks.json'), 'not JSON');
    await expect(installServer(home, null, packaged)).rejects.toThrow('JSON');
    expect(await readdir(home)).not.toContain('18.4');

    await writeFile(join(packaged.native_dir, 'pg-symlinks.json'), '[]');
    await installServer(home, null, packaged);
    expect(await readdir(home)).toEqual(['18.4']);
  });
});

describe('the version that runs', () => {
  test('is the newest copy of the major version that made the data, whatever is installed', async () => {
    for (const copy of ['17.9', '17.10', '18.9']) await mkdir(join(home, copy));
    const packaged = await makePackage();
    expect(await installServer(home, 17, packaged)).toBe(join(home, '17.10'));
    expect(await installServer(home, 18, packaged)).toBe(join(home, '18.9'));
    expect(await installServer(home, 17, null)).toBe(join(home, '17.10'));
  });

  test('is the package where it is a newer minor version than the copies', async () => {
    await mkdir(join(home, '18.3'));
    expect(await installServer(home, 18, await makePackage())).toBe(join(home, '18.4'));
    expect((await readdir(home)).toSorted()).toEqual(['18.3', '18.4']);
  });

  test('is not guessed: data of a version that is nowhere is refused, and so is an unknown platform', async () => {
    await expect(installServer(home, 19, await makePackage())).rejects.toThrow('needs PostgreSQL 19');
    await expect(installServer(home, null, null)).rejects.toThrow('set DATABASE_URL');
  });

  test('survives a package that is gone', async () => {
    const packaged = await makePackage();
    const server_dir = await installServer(home, null, packaged);
    await rm(packaged.native_dir, { recursive: true });
    expect(await installServer(home, 18, null)).toBe(server_dir);
    expect((await stat(join(server_dir, 'bin', 'postgres'))).size).toBe('program'.length);
  });
});
