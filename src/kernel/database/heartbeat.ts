import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { limits } from '../limits.ts';
import { untilNext } from '../until-next.ts';
import type { ConnectionOptions } from './connection.ts';

const BEAT_EVERY_MS = 2_000;
const RETRY_EVERY_MS = 200;

/** What a server says that can't serve: shutting down, crashed, starting. Any other refusal is an answer. */
const NOT_NOW = /^57P0[123]$/;

/** Knows whether the database responds, without having to query it. */
export interface Heartbeat {
  /** False from the moment at which a connection of its own broke or got no answer, until one gets an answer again. */
  answers(): boolean;
  /** Has `run` called whenever it stops to answer. */
  onSilent(run: () => void): void;
  stop(): void;
}

/**
 * Queries the database every two seconds on a separate connection, so that requests can be refused immediately instead of
 * waiting for it one by one. At the start the database is assumed to respond.
 */
export function watchDatabase(connection: ConnectionOptions['connection']): Heartbeat {
  const stopping = new AbortController();
  const listeners: (() => void)[] = [];
  let does_answer = true;
  const silent = () => {
    if (!does_answer || stopping.signal.aborted) return;
    does_answer = false;
    for (const run of listeners) run();
  };
  void (async () => {
    while (!stopping.signal.aborted) {
      await beat(connection, stopping.signal, () => {
        does_answer = true;
      }).catch((error: unknown) => {
        // It was there to refuse us, as for too many connections: those of the pool may be well.
        const is_there = error instanceof pg.DatabaseError && !NOT_NOW.test(error.code ?? '');
        if (!is_there) silent();
      });
      await sleep(RETRY_EVERY_MS, undefined, { ref: false });
    }
  })();
  return {
    answers: () => does_answer,
    onSilent: (run) => void listeners.push(run),
    stop: () => stopping.abort(),
  };
}

/** Queries repeatedly until there is no answer. @throws Error the reason */
async function beat(
  connection: ConnectionOptions['connection'],
  stopping: AbortSignal,
  onAnswer: () => void,
): Promise<never> {
  const limit_ms = limits.database_silence_ms;
  const client = new pg.Client({
    ...connection,
    application_name: 'ngorder heartbeat',
    connectionTimeoutMillis: limit_ms,
  });
  let stop = () => {};
  const broken = new Promise<never>((_resolve, reject) => {
    client.on('error', reject);
    client.on('end', () => reject(new Error('the connection ended')));
    stop = () => reject(new Error('stopped'));
    stopping.addEventListener('abort', stop);
  });
  broken.catch(() => undefined);
  try {
    await Promise.race([client.connect(), broken]);
    for (;;) {
      await Promise.race([client.query('select 1'), broken, noAnswer(limit_ms)]);
      onAnswer();
      await Promise.race([sleep(untilNext(BEAT_EVERY_MS), undefined, { ref: false }), broken]);
    }
  } finally {
    stopping.removeEventListener('abort', stop);
    // In good order where it listens; a halted one is not waited for.
    void client.end().catch(() => undefined);
    client.connection.stream.destroy();
  }
}

async function noAnswer(limit_ms: number): Promise<never> {
  await sleep(limit_ms, undefined, { ref: false });
  // Where this process itself was busy for so long, the answer lies there and is read first.
  await sleep(100, undefined, { ref: false });
  throw new Error(`no answer in ${limit_ms} ms`);
}
