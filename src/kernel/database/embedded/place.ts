import { createHash } from 'node:crypto';
import { mkdir, realpath } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import {
  type SystemAccount,
  accountForRoot,
  firstFolderClosedTo,
  isRoot,
  makeFolder,
  ownerOf,
} from './account.ts';
import { EmbeddedPostgresError } from './error.ts';

/** The number in the socket's name. No TCP port is opened, so it never collides with another server. */
export const SOCKET_NUMBER = 5432;

/** sockaddr_un holds 104 bytes on macOS and 108 on Linux, with the closing zero. */
const MAX_SOCKET_PATH_BYTES = 103;

/**
 * The folders of an embedded server and the account that it runs under. `home` and `log_file` belong to the app,
 * `cluster` and `socket_dir` to the account of the server, so that root does not write where that account could have put
 * a symbolic link.
 */
export type Place = {
  data_dir: string;
  home: string;
  cluster: string;
  log_file: string;
  socket_dir: string;
  /** Null: the account of the current process. */
  run_as: SystemAccount | null;
};

/**
 * Decides where the database of `data_dir` is. An existing database always has priority over an empty folder: otherwise a
 * change in the permissions of a parent folder would look like the loss of all data.
 *
 * @param root_base_dir where the database goes if root starts it and the account of the server cannot enter `data_dir`
 * @throws EmbeddedPostgresError if the database exists but this user cannot run it
 */
export async function choosePlace(
  requested_dir: string,
  root_base_dir: string,
  log: (line: string) => void,
): Promise<Place> {
  await mkdir(requested_dir, { recursive: true });
  const data_dir = await realpath(requested_dir);
  refuseUnsafePath(data_dir);
  const other_dir = join(root_base_dir, `${basename(data_dir)}-${shortHash(data_dir)}`);
  const owner = await ownerOf(clusterIn(data_dir));
  const other_owner = await ownerOf(clusterIn(other_dir));
  if (!isRoot()) {
    refuseForeignDatabase(data_dir, owner, other_dir, other_owner);
    return placeIn(data_dir, null);
  }

  const run_as = await accountFor(owner);
  const closed_folder = await firstFolderClosedTo(run_as, data_dir);
  if (closed_folder === null && (owner !== null || other_owner === null)) return placeIn(data_dir, run_as);
  if (owner !== null) {
    throw new EmbeddedPostgresError(
      `The database in ${data_dir} runs under user id ${run_as.uid}, which can't enter ${closed_folder}: ` +
        `run "chmod o+x ${closed_folder}" and start again.`,
    );
  }
  log(
    `The database of ${data_dir} is in ${other_dir}, because PostgreSQL refuses to run as root and user id ` +
      `${run_as.uid}, which runs it instead, ${closed_folder ? `can't enter ${closed_folder}` : 'made it there earlier'}.`,
  );
  return placeElsewhere(root_base_dir, other_dir, await accountFor(other_owner));
}

/** initdb puts its path between double quotes in a shell command, where these characters would be read as code. */
function refuseUnsafePath(data_dir: string): void {
  if (!/["$`\\\n]/.test(data_dir)) return;
  throw new EmbeddedPostgresError(
    `The path ${JSON.stringify(data_dir)} has a character that PostgreSQL can't handle: ` +
      'choose a data folder without ", $, ` and \\ in its path.',
  );
}

function clusterIn(data_dir: string): string {
  return join(data_dir, 'postgres', 'data');
}

function placeIn(data_dir: string, run_as: SystemAccount | null): Place {
  const home = join(data_dir, 'postgres');
  return {
    data_dir,
    home,
    cluster: clusterIn(data_dir),
    log_file: join(home, 'log', 'server.log'),
    socket_dir: socketFolder(home),
    run_as,
  };
}

async function placeElsewhere(
  root_base_dir: string,
  other_dir: string,
  run_as: SystemAccount,
): Promise<Place> {
  await makeFolder(root_base_dir, 0o755);
  await makeFolder(other_dir, 0o755);
  const closed_folder = await firstFolderClosedTo(run_as, other_dir);
  if (closed_folder === null) return placeIn(await realpath(other_dir), run_as);
  throw new EmbeddedPostgresError(
    `User id ${run_as.uid}, which runs the database, can't enter ${closed_folder}: ` +
      `run "chmod o+x ${closed_folder}" or choose a data folder that every user can enter.`,
  );
}

/** The owner of an existing database continues to run it; one that root restored from a backup gets a new owner. */
async function accountFor(owner: SystemAccount | null): Promise<SystemAccount> {
  return owner !== null && owner.uid !== 0 ? owner : accountForRoot();
}

function refuseForeignDatabase(
  data_dir: string,
  owner: SystemAccount | null,
  other_dir: string,
  other_owner: SystemAccount | null,
): void {
  if (owner !== null && owner.uid !== process.getuid?.()) {
    throw new EmbeddedPostgresError(
      `The database in ${data_dir} belongs to user id ${owner.uid}: start Ngorder as that user or as root.`,
    );
  }
  if (owner === null && other_owner !== null) {
    throw new EmbeddedPostgresError(
      `The database of ${data_dir} is in ${other_dir}, because root started it first: ` +
        `start Ngorder as root again, or choose another data folder.`,
    );
  }
}

/** The folder of the socket: inside `home`, or, if that path is too long, one that is named by its hash. */
function socketFolder(home: string): string {
  const candidates = [join(home, 'socket'), join(tmpdir(), `ngorder-${shortHash(home)}`)];
  const folder = candidates.find((dir) => socketPathBytes(dir) <= MAX_SOCKET_PATH_BYTES);
  if (folder !== undefined) return folder;
  throw new EmbeddedPostgresError(
    `The paths ${candidates.join(' and ')} are too long for a Unix socket: choose a shorter data folder.`,
  );
}

function socketPathBytes(folder: string): number {
  return Buffer.byteLength(join(folder, `.s.PGSQL.${SOCKET_NUMBER}`));
}

function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}
