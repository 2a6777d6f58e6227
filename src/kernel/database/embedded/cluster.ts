import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmod, open, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { giveFolder, makeFolder, ownerOf } from './account.ts';
import { EmbeddedPostgresError } from './error.ts';
import type { Place } from './place.ts';
import { SERVER_ENVIRONMENT, SUPERUSER } from './settings.ts';

/** The major version of PostgreSQL that created the database, or null if there is none yet. */
export async function dataMajorVersion(cluster: string): Promise<number | null> {
  const text = await readFile(join(cluster, 'PG_VERSION'), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  return text === null ? null : Number.parseInt(text, 10);
}

/**
 * Creates an empty database cluster under a temporary name and renames it when it is complete, so that a start after a
 * crash finds either all of it or nothing.
 *
 * @param sync false skips the flush to disk at the end (tests)
 * @throws EmbeddedPostgresError with the output of initdb
 */
export async function createCluster(place: Place, server_dir: string, sync: boolean): Promise<void> {
  await removeHalfClusters(place);
  const new_cluster = `${place.cluster}.new-${randomBytes(4).toString('hex')}`;
  // Created beforehand: the account of the server can write to this folder, but cannot create one in `home`.
  await makeFolder(new_cluster, 0o700, place.run_as);
  await runInitdb(place, server_dir, new_cluster, sync);
  // One rule: whoever can open the private folder of the socket is trusted. Nothing listens on TCP, so there is no
  // "host" line.
  await writeFile(join(new_cluster, 'pg_hba.conf'), 'local all all trust\n', { flush: true });
  await rename(new_cluster, place.cluster);
  await flushFolder(place.home);
}

/** Changes the owner of files that root restored from a backup to the account that runs the server. */
export async function ownCluster(place: Place): Promise<void> {
  const owner = await ownerOf(place.cluster);
  if (place.run_as === null || owner?.uid === place.run_as.uid) return;
  await giveFolder(place.cluster, place.run_as);
  await chmod(place.cluster, 0o700);
}

async function runInitdb(
  place: Place,
  server_dir: string,
  new_cluster: string,
  sync: boolean,
): Promise<void> {
  const options = [
    `--pgdata=${new_cluster}`,
    `--username=${SUPERUSER}`,
    '--encoding=UTF8',
    // Sorts and folds case by Unicode tables: the same on every machine, and no index breaks when the operating
    // system upgrades its locales.
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--locale=C',
    '--data-checksums',
    '--auth=trust',
    '--no-instructions',
    ...(sync ? [] : ['--no-sync']),
  ];
  try {
    await promisify(execFile)(join(server_dir, 'bin', 'initdb'), options, {
      ...place.run_as,
      cwd: '/',
      env: SERVER_ENVIRONMENT,
    });
  } catch (error) {
    await rm(new_cluster, { recursive: true, force: true });
    const { stderr, message } = error as { stderr?: string; message: string };
    const reason = /(?:error|FATAL): +(.+)/.exec(stderr ?? '')?.[1] ?? stderr?.trim().split('\n').at(-1);
    throw new EmbeddedPostgresError(
      `PostgreSQL could not create its database in ${place.home} (${reason || message}): ` +
        `put that right and start again.`,
      { cause: error },
    );
  }
}

async function removeHalfClusters(place: Place): Promise<void> {
  for (const name of await readdir(place.home)) {
    if (!name.startsWith('data.new-')) continue;
    // Retries, because an initdb whose app was killed may still be writing there.
    await rm(join(place.home, name), { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
  }
}

/** Makes a rename survive a power failure. */
async function flushFolder(folder: string): Promise<void> {
  const handle = await open(folder);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
