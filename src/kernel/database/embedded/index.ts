/**
 * PostgreSQL as part of the app: a real server, run as a child process on a Unix socket in a private folder. Only root
 * and the account that runs the server can open the database, and it cannot be reached from the network.
 */
import { makeFolder } from './account.ts';
import { prepareForApp } from './app-role.ts';
import { installedPackage, installServer } from './binaries.ts';
import { createCluster, dataMajorVersion, ownCluster } from './cluster.ts';
import { EmbeddedPostgresError, EmbeddedPostgresInUse } from './error.ts';
import { keepRunning } from './keep-running.ts';
import { takeLock } from './lock.ts';
import { endOrphan, serverMark } from './orphan.ts';
import { choosePlace, type Place, SOCKET_NUMBER } from './place.ts';
import { type Connection, waitUntilReady } from './ready.ts';
import { ServerLog } from './server-log.ts';
import { runServer, type ServerEnd, type ServerProcess } from './server-process.ts';
import { APP_ROLE, DATABASE, serverArguments, SUPERUSER } from './settings.ts';
import { prepareSocketFolder } from './socket-folder.ts';

export { EmbeddedPostgresError };

/** Where the database goes if root starts it and the account of the server cannot enter the data folder. */
const ROOT_BASE_DIR = '/var/lib/ngorder';

export type EmbeddedPostgresOptions = {
  /** The data folder of the app, created if missing. The database is in its folder `postgres`. */
  data_dir: string;
  /** Receives messages for the operator. */
  log: (line: string) => void;
  /** PostgreSQL settings that override ours, for example `{ fsync: 'off' }` in tests. */
  settings?: Record<string, string>;
  /** Called if the server has ended unexpectedly and could not be restarted: the app cannot continue. */
  onLost?: () => void;
  /** How long to try restarting a server that ended unexpectedly; 5 min. */
  give_up_after_ms?: number;
  /** Where the database goes if root starts it and the account of the server cannot enter `data_dir`. */
  root_base_dir?: string;
  /** How long stop() waits for a shutdown with a checkpoint before an immediate one; 20 s. */
  fast_stop_limit_ms?: number;
};

export type EmbeddedPostgres = {
  /** For `pg`: `host` is the folder of the socket, `port` the number in its name. The role is not a superuser. */
  connection: Connection;
  /** The same as the superuser, for maintenance that the role of the app cannot do, such as creating databases. */
  superuser: Connection;
  /** Process ID of the current server; one that ends unexpectedly is restarted. */
  readonly pid: number;
  /** Whether this start created the database. */
  first_start: boolean;
  /** Whether a server left by a killed app was running and had to be ended first. */
  replaced_orphan: boolean;
  /** Differs from `data_dir` if root cannot use that folder; see `root_base_dir`. */
  data_dir_used: string;
  /** Ends the server and releases the folder. Can be called repeatedly. */
  stop(): Promise<void>;
};

/**
 * Starts the server of a data folder and creates the database the first time. Resolves when it accepts connections: after
 * about 1 s the first time, 0.1 s later, longer after a crash. From then on it is restarted whenever it ends unexpectedly.
 *
 * @throws EmbeddedPostgresError with a message for the operator: the folder is in use, belongs to another user, was
 *   created by another PostgreSQL, the server does not start …
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  if (process.platform === 'win32') {
    throw new EmbeddedPostgresError(
      'Node.js has no Unix sockets on Windows: set DATABASE_URL to a PostgreSQL server, or run Ngorder in WSL.',
    );
  }
  try {
    const place = await choosePlace(options.data_dir, options.root_base_dir ?? ROOT_BASE_DIR, options.log);
    await makeFolder(place.home, 0o755);
    const releaseLock = takeLock(place.home);
    return await startLocked(place, options, releaseLock).catch((error: unknown) => {
      releaseLock();
      throw error;
    });
  } catch (error) {
    if (error instanceof EmbeddedPostgresError) throw error;
    throw new EmbeddedPostgresError(
      `The database in ${options.data_dir} could not be started (${(error as Error).message}): ` +
        `put that right and start again.`,
      { cause: error },
    );
  }
}

/** A running database, started by this process or by another one that continues to run it. */
export type ReachedPostgres = Pick<EmbeddedPostgres, 'connection' | 'superuser' | 'data_dir_used' | 'stop'>;

/**
 * For commands next to a running server: connects to the database that another process runs, or starts it. `stop()` ends
 * only what was started here.
 *
 * @throws EmbeddedPostgresError like startEmbeddedPostgres
 */
export async function reachEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<ReachedPostgres> {
  try {
    return await startEmbeddedPostgres(options);
  } catch (error) {
    if (!(error instanceof EmbeddedPostgresInUse)) throw error;
    const quietly = () => undefined;
    const place = await choosePlace(options.data_dir, options.root_base_dir ?? ROOT_BASE_DIR, quietly);
    const connection = connectionTo(place, APP_ROLE, DATABASE);
    const superuser = connectionTo(place, SUPERUSER, DATABASE);
    await waitUntilReady(connection, { log: options.log, endReason: () => null });
    return { connection, superuser, data_dir_used: place.data_dir, stop: () => Promise.resolve() };
  }
}

function connectionTo(place: Place, user: string, database: string): Connection {
  return { host: place.socket_dir, port: SOCKET_NUMBER, user, database };
}

async function startLocked(
  place: Place,
  options: EmbeddedPostgresOptions,
  releaseLock: () => void,
): Promise<EmbeddedPostgres> {
  const { log, settings = {}, fast_stop_limit_ms } = options;
  const data_major = await dataMajorVersion(place.cluster);
  const first_start = data_major === null;
  const replaced_orphan = !first_start && (await endOrphan(place.cluster));
  if (replaced_orphan) log('An earlier run was killed and had left its PostgreSQL running; it was stopped.');
  const server_dir = await installServer(place.home, data_major, await installedPackage());
  if (first_start) await createCluster(place, server_dir, settings['fsync'] !== 'off');
  else await ownCluster(place);

  const server = await keepRunning({
    start: (onEnd, stopping) => runUntilReady(place, server_dir, options, onEnd, stopping),
    log,
    log_file: place.log_file,
    onLost: () => options.onLost?.(),
    ...(options.give_up_after_ms !== undefined && { give_up_after_ms: options.give_up_after_ms }),
  });
  let stopped: Promise<void> | undefined;
  return {
    connection: connectionTo(place, APP_ROLE, DATABASE),
    superuser: connectionTo(place, SUPERUSER, DATABASE),
    get pid() {
      return server.current().pid;
    },
    first_start,
    replaced_orphan,
    data_dir_used: place.data_dir,
    stop: () => (stopped ??= server.stop(fast_stop_limit_ms).finally(releaseLock)),
  };
}

/**
 * Runs the server on a data folder that nothing else uses: remains of an earlier one are ended first.
 * @throws EmbeddedPostgresError if it does not become ready or `stopping` is aborted; the server has ended then
 */
async function runUntilReady(
  place: Place,
  server_dir: string,
  { log, settings = {}, fast_stop_limit_ms }: EmbeddedPostgresOptions,
  onEnd: (end: ServerEnd) => void,
  stopping: AbortSignal,
): Promise<ServerProcess> {
  await endOrphan(place.cluster);
  await prepareSocketFolder(place);
  let is_ready = false;
  const server_log = new ServerLog(place.log_file);
  const mark = await serverMark(place.cluster);
  const server_arguments = serverArguments(place.cluster, place.socket_dir, SOCKET_NUMBER, mark, settings);
  const server = runServer(place, server_dir, server_arguments, server_log, (end) => {
    if (is_ready) onEnd(end);
  });
  const superuser = connectionTo(place, SUPERUSER, 'postgres');
  const endReason = () =>
    stopping.aborted ? 'stopped' : server.end() && (server_log.last_fatal ?? server.end()?.reason ?? null);
  try {
    await waitUntilReady(superuser, { log, endReason });
    await prepareForApp(superuser);
    const end = server.end();
    if (end !== null) throw new EmbeddedPostgresError(`PostgreSQL ended while it started (${end.reason}).`);
    is_ready = true;
    return server;
  } catch (error) {
    await server.stop(fast_stop_limit_ms);
    throw error;
  }
}
