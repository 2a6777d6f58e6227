import { randomUUID } from 'node:crypto';
import { connect as connectSocket, createServer, type Server, type Socket } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createTestDatabase } from '../../../test/harness.ts';
import { limits } from '../limits.ts';
import { connect, withoutTimeLimits, type DatabaseServer } from './connection.ts';
import { watchDatabase, type Heartbeat } from './heartbeat.ts';

/** A way to the database that can fall silent, as a broken network does: nothing passes, and nobody is told. */
interface Way {
  connection: { host: string; port: number; user: string; database: string };
  fallSilent(): void;
  speakAgain(): void;
  close(): void;
}

let way: Way;
let drop: () => Promise<void>;
let server: DatabaseServer;
let heartbeat: Heartbeat | undefined;

beforeEach(async () => {
  const database = await createTestDatabase();
  drop = database.drop;
  way = await openWay(database.connection);
  server = connect({ connection: way.connection, pool_size: 2 });
});
afterEach(async () => {
  heartbeat?.stop();
  way.speakAgain();
  await server.close();
  way.close();
  await drop();
});

async function openWay(to: Way['connection']): Promise<Way> {
  const pairs = new Set<[Socket, Socket]>();
  let is_silent = false;
  const through: Server = createServer((client) => {
    const database = connectSocket(join(to.host, `.s.PGSQL.${to.port}`));
    const pair: [Socket, Socket] = [client, database];
    pairs.add(pair);
    for (const [from, other] of [pair, pair.toReversed() as [Socket, Socket]]) {
      from.on('data', (chunk) => void (is_silent || other.write(chunk)));
      from.on('error', () => undefined);
      from.on('close', () => {
        pairs.delete(pair);
        if (!is_silent) other.destroy();
      });
    }
  });
  await new Promise<void>((resolve) => through.listen(0, '127.0.0.1', resolve));
  const { port } = through.address() as { port: number };
  return {
    connection: { ...to, host: '127.0.0.1', port },
    fallSilent: () => void (is_silent = true),
    speakAgain: () => void (is_silent = false),
    close: () => {
      for (const [client, database] of pairs) {
        client.destroy();
        database.destroy();
      }
      through.close();
    },
  };
}

async function until(condition: () => boolean, within_ms: number): Promise<number> {
  const began = performance.now();
  while (!condition()) {
    if (performance.now() - began > within_ms) throw new Error(`not within ${within_ms} ms`);
    await sleep(20);
  }
  return performance.now() - began;
}

describe('a database that falls silent', () => {
  test('is waited for no longer than the limit; its connections are given up, and a transaction that was open comes to nothing', async () => {
    const table = sql.table(`t${randomUUID().replaceAll('-', '')}`);
    const { db } = server;
    await sql`create table ${table} (number int)`.execute(db);
    const began = performance.now();
    const writing = db.transaction().execute(async (transaction) => {
      await sql`insert into ${table} values (1)`.execute(transaction);
      way.fallSilent();
      await sql`insert into ${table} values (2)`.execute(transaction);
    });
    await sleep(50);
    const reading = sql`select 1`.execute(db);
    const waiting = sql`select 2`.execute(db);
    const results = await Promise.allSettled([writing, reading, waiting]);
    expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
    expect(performance.now() - began).toBeLessThan(limits.database_answer_ms + 3_000);

    way.speakAgain();
    const { rows } = await sql<{ count: number }>`select count(*)::int as count from ${table}`.execute(db);
    expect(rows).toEqual([{ count: 0 }]);
    expect(server.pool.totalCount).toBeLessThanOrEqual(2);
  }, 40_000);

  test('is told within seconds, and so is its return', async () => {
    heartbeat = watchDatabase(way.connection);
    let reported = 0;
    heartbeat.onSilent(() => void (reported += 1));
    await sleep(1_500);
    expect(heartbeat.answers()).toBe(true);
    way.fallSilent();
    await until(() => heartbeat?.answers() === false, limits.database_silence_ms + 3_000);
    expect(reported).toBe(1);
    way.speakAgain();
    expect(await until(() => heartbeat?.answers() === true, 10_000)).toBeLessThan(
      limits.database_silence_ms + 2_000,
    );
    expect(reported).toBe(1);
  }, 30_000);

  test('is told at once where its connections break', async () => {
    heartbeat = watchDatabase(way.connection);
    await sleep(500);
    way.close();
    expect(await until(() => heartbeat?.answers() === false, 2_000)).toBeLessThan(1_000);
  });
});

test('work that takes long by its nature is not cut off: what is asked for without limits may be silent for longer', async () => {
  const slept = await withoutTimeLimits(server.db.withoutPlugins(), async (connection) => {
    await sql`select pg_sleep(${(limits.database_answer_ms + 2_000) / 1000})`.execute(connection);
    return 'slept';
  });
  expect(slept).toBe('slept');
  // Whoever has the connection next has the limits again.
  const { rows } = await sql<{ statement_timeout: string }>`show statement_timeout`.execute(server.db);
  expect(rows).toEqual([{ statement_timeout: '15s' }]);
}, 40_000);
