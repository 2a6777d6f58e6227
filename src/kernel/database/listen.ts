import pg from 'pg';
import type { Log } from '../log.ts';
import type { ConnectionOptions } from './connection.ts';

const FIRST_RETRY_MS = 100;
const LONGEST_RETRY_MS = 10_000;

export interface Listener {
  close(): Promise<void>;
}

/**
 * Hears what other processes tell by NOTIFY, on a connection of its own that is made anew when it breaks. What is told
 * while it is broken is lost: what hangs on it must end by itself too. (Behind a pooler that lends connections by the
 * transaction, and of what is told on the workers of a distributed engine, nothing is heard.)
 * @param channel a name of letters and underscores
 * @param hear gets each payload; undefined when listening begins anew, as something may have been missed
 */
export function listen(
  connection: ConnectionOptions['connection'],
  channel: string,
  hear: (payload: string | undefined) => void,
  log: Log,
): Listener {
  let client: pg.Client | undefined;
  let retry: NodeJS.Timeout | undefined;
  let retry_ms = FIRST_RETRY_MS;
  let closed = false;

  const begin = async (): Promise<void> => {
    const made = new pg.Client({
      ...connection,
      application_name: 'ngorder-listen',
      keepAlive: true,
      connectionTimeoutMillis: 10_000,
    });
    client = made;
    made.on('notification', ({ payload }) => hear(payload ?? ''));
    made.on('error', () => undefined);
    made.once('end', () => {
      if (client === made) again();
    });
    try {
      await made.connect();
      await made.query(`listen ${pg.escapeIdentifier(channel)}`);
      retry_ms = FIRST_RETRY_MS;
      hear(undefined);
    } catch (error) {
      log.debug({ err: error }, 'listening has not begun');
      made.end().catch(() => undefined);
      if (client === made) again();
    }
  };

  const again = (): void => {
    client = undefined;
    if (closed) return;
    retry = setTimeout(() => void begin(), retry_ms);
    retry.unref();
    retry_ms = Math.min(retry_ms * 2, LONGEST_RETRY_MS);
  };

  void begin();
  return {
    async close() {
      closed = true;
      clearTimeout(retry);
      const last = client;
      client = undefined;
      await last?.end().catch(() => undefined);
    },
  };
}
