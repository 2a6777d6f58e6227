import { release, totalmem } from 'node:os';

/** The superuser of the database, for maintenance; not an account of the operating system. */
export const SUPERUSER = 'ngorder';

/** The role of the app: it owns the database and is not a superuser. */
export const APP_ROLE = 'ngorder_app';

/** The name of the database. */
export const DATABASE = 'ngorder';

/** The environment of the operator does not reach the server: PGDATA, PGOPTIONS or a locale would change it. */
export const SERVER_ENVIRONMENT: Record<string, string> = {
  LC_ALL: 'C',
  TZ: 'UTC',
  PATH: '/usr/bin:/bin',
  ...clockEnvironment(process.env),
};

/**
 * The environment variables of libfaketime, with which tests run at another time: the app and its database must have the
 * same clock. Empty if the clock is not faked.
 */
export function clockEnvironment(environment: NodeJS.ProcessEnv): Record<string, string> {
  if (environment['FAKETIME'] === undefined) return {};
  const names = Object.keys(environment).filter((name) => /^(?:LD_PRELOAD$|(?:DONT_|NO_)?FAKE)/.test(name));
  return Object.fromEntries(names.map((name) => [name, environment[name] ?? '']));
}

/**
 * A sixteenth of the memory, from 32 to 512 MB: 64 MB on a server with 1 GB that also runs the app. It is allocated when
 * it is used. A search of a million orders reads from it in half the time that the cache of the system takes.
 */
export function bufferMb(memory_bytes: number): number {
  return Math.max(32, Math.min(512, Math.floor(memory_bytes / 16 / 2 ** 20)));
}

/**
 * How a start after a crash flushes the files: by one call for the whole file system, if that reports errors (Linux 5.8),
 * instead of one for each of some 1,700 files. On a busy disk that took 0.06 s instead of 4.2 s.
 */
export function syncMethod(platform: string, kernel_release: string): 'syncfs' | 'fsync' {
  const [major = 0, minor = 0] = kernel_release.split('.').map((part) => Number.parseInt(part, 10));
  return platform === 'linux' && (major > 5 || (major === 5 && minor >= 8)) ? 'syncfs' : 'fsync';
}

const DEFAULTS: Record<string, string> = {
  shared_buffers: `${bufferMb(memoryBytes())}MB`,
  max_connections: '60',
  // Most reads are served by the cache of the system; passing each to a worker takes longer (2,000 blocks: 43 ms
  // instead of 31).
  io_method: 'sync',
  // Compiling is worthwhile for queries that take seconds; ours take milliseconds.
  jit: 'off',
  // Nothing is replicated by rows: a process less.
  max_logical_replication_workers: '0',
  autovacuum: 'on',
  fsync: 'on',
  recovery_init_sync_method: syncMethod(process.platform, release()),
  wal_compression: 'on',
  // The default, 16 MB, is touched by an idle server within minutes, and stays with it.
  wal_buffers: '4MB',
  max_wal_size: '256MB',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_checkpoints: 'off',
  // Without the detail lines, which quote rows: names and phone numbers do not belong in a log.
  log_error_verbosity: 'terse',
};

/** Of the machine, or of the container if that has less. */
export function memoryBytes(): number {
  const constrained = process.constrainedMemory();
  return constrained > 0 ? Math.min(constrained, totalmem()) : totalmem();
}

/**
 * The command line of the server. It contains the settings, instead of postgresql.conf, so that those of this version of
 * the app always apply, whatever an earlier version wrote.
 *
 * @param overrides settings that override the defaults, but not those that keep the server private
 * @param mark a name that makes the server's processes recognisable
 */
export function serverArguments(
  cluster: string,
  socket_dir: string,
  socket_number: number,
  mark: string,
  overrides: Record<string, string>,
): string[] {
  const settings = {
    ...DEFAULTS,
    ...overrides,
    listen_addresses: '',
    unix_socket_directories: quoteListItem(socket_dir),
    unix_socket_permissions: '0700',
    port: String(socket_number),
    cluster_name: mark,
    update_process_title: 'on',
    logging_collector: 'off',
    log_destination: 'stderr',
  };
  return ['-D', cluster, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])];
}

/** The setting is a list: a comma or a blank in the path would split it. */
function quoteListItem(path: string): string {
  return `"${path.replaceAll('"', '""')}"`;
}
