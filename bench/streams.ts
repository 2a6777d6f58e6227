import { request, type ClientRequest } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import type { Runtime } from '../src/start.ts';
import type { ServerProcess } from '../test/server-process.ts';
import { memoryMb } from './memory.ts';
import { openBenchShop, type BenchShop } from './shop.ts';

const STREAMS = 1_000;
const STREAMS_PER_SHOP = 20;
const ROUNDS = 5;
const LONGEST_MS = 10_000;

/** A client that counts what it is told. */
interface Listener {
  request: ClientRequest;
  told: number;
}

/**
 * What a thousand open streams of notifications take of the server's memory, and how long it takes until what happened has
 * reached all of them: news of the platform, and something in each of the shops at once.
 */
export async function measureStreams(server: ServerProcess, runtime: Runtime, first: number): Promise<void> {
  console.log(`\n${STREAMS} open streams of notifications, GET /api/open/notification/stream`);
  const shops: BenchShop[] = [];
  for (let number = 0; number < STREAMS / STREAMS_PER_SHOP; number += 1)
    shops.push(await openBenchShop(server.base_url, first + number));
  const listeners: Listener[] = [];
  // What is loaded for the first ones is no part of what each takes.
  for (const shop of shops.slice(0, 5)) (await open(server.base_url, shop.token)).request.destroy();
  await pause(5_000);
  const before = await memoryMb(server.process_id);
  for (const shop of shops)
    for (let count = 0; count < STREAMS_PER_SHOP; count += 1)
      listeners.push(await open(server.base_url, shop.token));
  await pause(2_000);
  await sayTimes('news of the platform', listeners, () => publish(runtime));
  await sayTimes('an event in each shop', listeners, () => happen(runtime, shops));
  await pause(3_000);
  const after = await memoryMb(server.process_id);
  if (before !== undefined && after !== undefined)
    console.log(
      `memory: server ${before.server.toFixed(0)} MB before, ${after.server.toFixed(0)} MB with ${STREAMS} streams: ` +
        `${(after.server - before.server).toFixed(0)} MB more; database ${(after.database - before.database).toFixed(0)} MB more`,
    );
  for (const listener of listeners) listener.request.destroy();
}

function open(base_url: string, token: string): Promise<Listener> {
  return new Promise((resolve, reject) => {
    const outgoing = request(`${base_url}/api/open/notification/stream`, {
      agent: false,
      headers: { authorization: `Bearer ${token}`, accept: 'text/event-stream' },
    });
    const listener: Listener = { request: outgoing, told: 0 };
    outgoing.on('response', (answer) => {
      if (answer.statusCode !== 200) {
        reject(new Error(`a stream was answered ${answer.statusCode}`));
        return;
      }
      answer.on('data', (part: Buffer) => {
        listener.told += part.toString().split('event: notification').length - 1;
      });
      answer.on('error', () => undefined);
      resolve(listener);
    });
    outgoing.on('error', reject);
    outgoing.end();
  });
}

/** How long it takes from the commit until the last client has it: the median and the longest of some rounds. */
async function sayTimes(
  title: string,
  listeners: readonly Listener[],
  happens: () => Promise<void>,
): Promise<void> {
  const times_ms: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const wanted = listeners.map(({ told }) => told + 1);
    await happens();
    const began = performance.now();
    while (listeners.some(({ told }, index) => told < (wanted[index] ?? 0))) {
      if (performance.now() - began > LONGEST_MS) throw new Error(`${title}: not all were told`);
      await pause(2);
    }
    times_ms.push(performance.now() - began);
    // At another part of the interval each time.
    await pause(600 + round * 70);
  }
  const sorted = times_ms.toSorted((a, b) => a - b);
  console.log(
    `${title.padEnd(28)} at all of them after ${sorted[ROUNDS >> 1]?.toFixed(0)} ms, ${sorted.at(-1)?.toFixed(0)} ms at most`,
  );
}

async function publish({ database }: Runtime): Promise<void> {
  await database.pool.query(
    `insert into news (id, title, content, published_at)
     values (gen_random_uuid(), '{"id": "Kabar", "en": "News"}', '{"id": "Ada kabar", "en": "There is news"}', now())`,
  );
}

async function happen({ database }: Runtime, shops: readonly BenchShop[]): Promise<void> {
  await database.pool.query(
    `insert into outbox_events (shop_id, name, subject_id, payload, user_id, created_at)
     select shop_id, 'withdrawal.paid', 1, '{"nominal_idr": 100000, "fee_idr": 0}', 0, now()
     from unnest($1::bigint[]) as shop_id`,
    [shops.map(({ shop_id }) => shop_id)],
  );
}
