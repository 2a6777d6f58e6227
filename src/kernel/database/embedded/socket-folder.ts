import { chmod, lchown, lstat, mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { EmbeddedPostgresError } from './error.ts';
import { type Place, SOCKET_NUMBER } from './place.ts';

/**
 * Makes the folder of the socket private to the account of the server, and removes what a killed server left in it. Call
 * it only with the lock held and no server running.
 *
 * @throws EmbeddedPostgresError if another user created a folder with this name first (everybody can write to the
 *   temporary folder of the system)
 */
export async function prepareSocketFolder(place: Place): Promise<void> {
  const { socket_dir, run_as } = place;
  await mkdir(socket_dir, { mode: 0o700 }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
  const found = await lstat(socket_dir);
  const trusted_uids = [process.getuid?.(), run_as?.uid];
  if (!found.isDirectory() || !trusted_uids.includes(found.uid)) {
    throw new EmbeddedPostgresError(
      `${socket_dir} belongs to user id ${found.uid}, not to the database: remove it and start again.`,
    );
  }
  await chmod(socket_dir, 0o700);
  if (run_as) await lchown(socket_dir, run_as.uid, run_as.gid);
  const socket = join(socket_dir, `.s.PGSQL.${SOCKET_NUMBER}`);
  await rm(socket, { force: true });
  await rm(`${socket}.lock`, { force: true });
}
