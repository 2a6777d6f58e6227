/** The account inside the database; the operating-system account has nothing to do with it. */
export const SUPERUSER = 'ngorder';

/** The database that holds everything. */
export const DATABASE = 'ngorder';

/** Nothing of the operator's environment reaches the server: PGDATA, PGOPTIONS or a locale would change it. */
export const SERVER_ENVIRONMENT = { LC_ALL: 'C', TZ: 'UTC', PATH: '/usr/bin:/bin' };

/** For a server of 1 GB and two cores that also runs the app. */
const DEFAULTS: Record<string, string> = {
  shared_buffers: '32MB',
  max_connections: '60',
  // Compiling pays for queries of seconds; ours take milliseconds.
  jit: 'off',
  io_method: 'sync',
  autovacuum: 'on',
  fsync: 'on',
  wal_compression: 'on',
  max_wal_size: '256MB',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_checkpoints: 'off',
  // Without the detail lines, which quote rows: names and phone numbers don't belong in a log.
  log_error_verbosity: 'terse',
};

/**
 * The command line of the server. Settings are given there, and not in postgresql.conf, so that those of this
 * version of the app always hold, whatever an earlier one wrote.
 *
 * @param overrides settings that win over the defaults, but not over what keeps the server private
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
