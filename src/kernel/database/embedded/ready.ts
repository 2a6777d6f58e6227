import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { EmbeddedPostgresError } from './error.ts';

/** How to reach the server: `host` is the folder of its socket, `port` the number in the socket's name. */
export type Connection = { host: string; port: number; user: string; database: string };

const POLL_MS = 20;
const RECOVERY_POLL_MS = 250;
const CONNECT_LIMIT_MS = 5_000;

const CANNOT_CONNECT_NOW = '57P03';

export type ReadyOptions = {
  log: (line: string) => void;
  /** Why the server has ended, or null while it runs. */
  endReason: () => string | null;
  /** How long the server can take until it responds at all; 30 s. */
  answer_limit_ms?: number;
  /** How long it can respond that it is recovering from a crash; 10 min. */
  recovery_limit_ms?: number;
};

/**
 * Waits until the server accepts a connection to the database.
 *
 * @throws EmbeddedPostgresError if the server has ended or takes longer than the limits
 */
export async function waitUntilReady(connection: Connection, options: ReadyOptions): Promise<void> {
  const { log, endReason, answer_limit_ms = 30_000, recovery_limit_ms = 600_000 } = options;
  const started_ms = performance.now();
  let is_recovering = false;
  for (;;) {
    const failure = await tryToConnect(connection);
    if (failure === null) return;
    const end_reason = endReason();
    if (end_reason !== null) {
      throw new EmbeddedPostgresError(
        `PostgreSQL did not start (${end_reason}): put that right and start again.`,
      );
    }
    const waited_ms = performance.now() - started_ms;
    if (failure.code === CANNOT_CONNECT_NOW && !is_recovering && waited_ms > 1_000) {
      is_recovering = true;
      log('PostgreSQL is recovering from an unclean stop; this may take some minutes.');
    }
    if (waited_ms > (failure.code === CANNOT_CONNECT_NOW ? recovery_limit_ms : answer_limit_ms)) {
      throw new EmbeddedPostgresError(
        `PostgreSQL was not ready after ${Math.round(waited_ms / 1000)} s (${failure.message}): ` +
          `look into its log and start again.`,
      );
    }
    // Each refused connection is a line in the log of the server, so a long recovery is polled less often.
    await sleep(is_recovering ? RECOVERY_POLL_MS : POLL_MS);
  }
}

/** Connects and disconnects. Returns the error, or null. */
async function tryToConnect(connection: Connection): Promise<{ code?: string; message: string } | null> {
  return withClient(connection, async () => null).catch((error: { code?: string; message: string }) => error);
}

/** Connects while `use` runs. */
export async function withClient<T>(
  connection: Connection,
  use: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new pg.Client({ ...connection, ssl: false, connectionTimeoutMillis: CONNECT_LIMIT_MS });
  // A broken connection also emits an event, which would end the app without a listener.
  client.on('error', () => {});
  try {
    await client.connect();
    return await use(client);
  } finally {
    await client.end().catch(() => {});
  }
}
