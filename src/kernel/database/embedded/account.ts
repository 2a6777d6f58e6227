import { chmod, lchown, mkdir, readdir, readFile, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** The operating-system account that the server runs under. */
export type SystemAccount = { uid: number; gid: number };

/** "nobody" on nearly every system; if /etc/passwd does not have it, initdb reports that. */
const NOBODY: SystemAccount = { uid: 65534, gid: 65534 };

export function isRoot(): boolean {
  return process.getuid?.() === 0;
}

/**
 * The account that runs the server if root starts it, because PostgreSQL refuses to run as root: `postgres` if the
 * system has it, otherwise "nobody".
 */
export async function accountForRoot(): Promise<SystemAccount> {
  const passwd = await readFile('/etc/passwd', 'utf8').catch(() => '');
  const [, uid, gid] = /^postgres:[^:]*:(\d+):(\d+):/m.exec(passwd) ?? [];
  return uid && gid ? { uid: Number(uid), gid: Number(gid) } : NOBODY;
}

/** The owner of a folder, or null if it does not exist. */
export async function ownerOf(folder: string): Promise<SystemAccount | null> {
  const found = await stat(folder).catch(() => null);
  return found && { uid: found.uid, gid: found.gid };
}

/** The first folder on the path to `folder` that `account` cannot enter, or null. */
export async function firstFolderClosedTo(account: SystemAccount, folder: string): Promise<string | null> {
  const parent = dirname(folder);
  const closed_above = parent === folder ? null : await firstFolderClosedTo(account, parent);
  if (closed_above !== null) return closed_above;
  const { uid, gid, mode } = await stat(folder);
  const execute_bit = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001;
  return (mode & execute_bit) === 0 ? folder : null;
}

/** Creates a folder with exactly this mode, whatever the umask, and changes its owner (null: the current user). */
export async function makeFolder(
  folder: string,
  mode: number,
  owner: SystemAccount | null = null,
): Promise<void> {
  await mkdir(folder, { recursive: true });
  await chmod(folder, mode);
  if (owner) await lchown(folder, owner.uid, owner.gid);
}

/** Changes the owner of a folder and everything in it. */
export async function giveFolder(folder: string, owner: SystemAccount): Promise<void> {
  await lchown(folder, owner.uid, owner.gid);
  for (const entry of await readdir(folder, { recursive: true })) {
    await lchown(join(folder, entry), owner.uid, owner.gid);
  }
}
