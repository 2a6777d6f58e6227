import pg from 'pg';
import type { Log } from '../log.ts';
import type { ConnectionOptions } from './connection.ts';

const FIRST_RETRY_MS = 100;
const LONGEST_RETRY_MS = 10_000;

export interface Listener {
  close(): Promise<void>;
}

/**
 * Receives the notifications (NOTIFY) of other processes on a separate connection, which is reopened when it breaks.
 * Notifications sent meanwhile are lost: what depends on them must also expire by itself. (With a pooler in transaction
 * mode, and for notifications sent on the workers of a distributed engine, none are received.)
 * @param channel a name of letters and underscores
 * @param hear receives each payload; undefined when listening starts again, because something may have been missed
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
