import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { createTestDatabase } from '../../../test/harness.ts';
import { connect, type DatabaseServer } from '../database/connection.ts';
import { createLog } from '../log.ts';
import { openQueue, type Reference, type Worker } from './queue.ts';

let server: DatabaseServer;
let drop: () => Promise<void>;

beforeAll(async () => {
  const database = await createTestDatabase();
  drop = database.drop;
  server = connect({ connection: database.connection, pool_size: 8 });
});
afterAll(async () => {
  await server.close();
  await drop();
});

const idle: Worker = { run: () => Promise.resolve(), giveUp: () => Promise.resolve() };
const open = (times: Parameters<typeof openQueue>[2] = {}) =>
  openQueue(server.pool, createLog('silent'), times);
const platform = () => server.db.withoutPlugins();

test('work begins when its transaction is kept, at once in this process, and never when it is not', async () => {
  const queue = open();
  const done: Reference[] = [];
  await queue.start(
    { 'shop-job': { ...idle, run: async (reference) => void done.push(reference) }, mail: idle },
    [],
  );
  const lost = platform()
    .transaction()
    .execute(async (transaction) => {
      await queue.send(transaction, 'shop-job', { shop_id: 1, id: 1 });
      throw new Error('lost');
    });
  await expect(lost).rejects.toThrow('lost');
  await platform()
    .transaction()
    .execute((transaction) => queue.send(transaction, 'shop-job', { shop_id: 1, id: 2 }));
  const began = performance.now();
  await queue.wake('shop-job');
  await vi.waitUntil(() => done.length > 0, { timeout: 5_000, interval: 10 });
  expect(performance.now() - began).toBeLessThan(1_500);
  expect(done).toEqual([{ shop_id: 1, id: 2 }]);
  await queue.stop();
});

test('what another process has queued is begun within seconds, though nobody says so', async () => {
  const queue = open();
  const done: Reference[] = [];
  const worker = { ...idle, run: async (reference: Reference) => void done.push(reference) };
  await queue.start({ 'shop-job': worker, mail: worker }, []);
  const other = open();
  for (const name of ['shop-job', 'mail'] as const) {
    const began = performance.now();
    await other.send(platform(), name, { shop_id: 7, id: done.length });
    const due = done.length + 1;
    await vi.waitUntil(() => done.length === due, { timeout: 10_000, interval: 10 });
    expect(performance.now() - began).toBeLessThan(5_000);
  }
  await queue.stop();
}, 30_000);

test('one shop gets its jobs done one behind the other without pauses', async () => {
  const queue = open();
  const done: number[] = [];
  const run = async ({ id }: Reference) => void done.push(id);
  for (let id = 0; id < 20; id += 1) await queue.send(platform(), 'shop-job', { shop_id: 8, id });
  const began = performance.now();
  await queue.start({ 'shop-job': { ...idle, run }, mail: idle }, []);
  await vi.waitUntil(() => done.length === 20, { timeout: 30_000, interval: 10 });
  expect(performance.now() - began).toBeLessThan(10_000);
  await queue.stop();
}, 40_000);

/** Has every look for the work of all queues fail. */
function failLooks() {
  const send = server.pool.query.bind(server.pool) as (...args: unknown[]) => unknown;
  return vi
    .spyOn(server.pool, 'query')
    .mockImplementation((...args: unknown[]) =>
      (args[0] as { name?: string }).name === 'due-queues'
        ? Promise.reject(new Error('the look is lost'))
        : send(...args),
    );
}

test('work is begun also where every look for it is lost', async () => {
  const looks = failLooks();
  const queue = open({ alone_every_s: 3 });
  const done: Reference[] = [];
  const worker = { ...idle, run: async (reference: Reference) => void done.push(reference) };
  await queue.start({ 'shop-job': worker, mail: worker }, []);
  await vi.waitUntil(
    () => looks.mock.calls.some(([query]) => (query as { name?: string }).name === 'due-queues'),
    {
      timeout: 10_000,
    },
  );
  await open().send(platform(), 'mail', { shop_id: 9, id: 1 });
  await vi.waitUntil(() => done.length === 1, { timeout: 10_000, interval: 10 });
  expect(done).toEqual([{ shop_id: 9, id: 1 }]);
  await queue.stop();
  looks.mockRestore();
}, 40_000);

test('a process without work looks for that of all its queues in one statement', async () => {
  const queue = open();
  const never = { cron: '0 0 29 2 *', run: () => Promise.resolve() };
  const crons = Array.from({ length: 10 }, (_, at) => ({ ...never, name: `leap-day-${at}` }));
  await queue.start({ 'shop-job': idle, mail: idle }, crons);
  await new Promise((resolve) => setTimeout(resolve, 3_000));
  const before = server.statements.sent;
  await new Promise((resolve) => setTimeout(resolve, 10_000));
  // Five of these looks, and what pg-boss does for its own sake: six in each second were too much.
  expect(server.statements.sent - before).toBeLessThan(20);
  await queue.stop();
}, 40_000);

test('what fails is tried again later, not at once', async () => {
  const queue = open();
  const runs: number[] = [];
  const run = async () => {
    runs.push(performance.now());
    if (runs.length === 1) throw new Error('the first time');
  };
  await queue.start({ 'shop-job': { ...idle, run }, mail: idle }, []);
  await queue.send(platform(), 'shop-job', { shop_id: 2, id: 1 });
  await vi.waitUntil(() => runs.length === 2, { timeout: 30_000 });
  expect((runs[1] ?? 0) - (runs[0] ?? 0)).toBeGreaterThan(2_000);
  await queue.stop();
}, 40_000);

test('one shop never has more than one run at a time in a process, and keeps no other shop waiting', async () => {
  const queue = open();
  const running = new Map<number, number>();
  let most = 0;
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  const done: number[] = [];
  const run = async ({ shop_id }: Reference) => {
    running.set(shop_id, (running.get(shop_id) ?? 0) + 1);
    most = Math.max(most, running.get(shop_id) ?? 0);
    if (shop_id === 3) await held;
    running.set(shop_id, (running.get(shop_id) ?? 0) - 1);
    done.push(shop_id);
  };
  await queue.start({ 'shop-job': { ...idle, run }, mail: idle }, []);
  for (const id of [1, 2, 3]) await queue.send(platform(), 'shop-job', { shop_id: 3, id });
  await queue.send(platform(), 'shop-job', { shop_id: 4, id: 4 });
  await vi.waitUntil(() => done.includes(4), { timeout: 20_000 });
  release();
  await vi.waitUntil(() => done.length === 4, { timeout: 20_000 });
  expect(most).toBe(1);
  await queue.stop();
}, 45_000);

test('the work of a process that fell silent is done by another', async () => {
  const dying = open({ silence_s: 10 });
  let taken = false;
  const hang = () => {
    taken = true;
    return new Promise<void>(() => undefined);
  };
  await dying.start({ 'shop-job': { ...idle, run: hang }, mail: idle }, []);
  await dying.send(platform(), 'shop-job', { shop_id: 5, id: 1 });
  await vi.waitUntil(() => taken, { timeout: 10_000 });
  // As a crash would leave it: active, and its heartbeat long ago.
  await server.pool.query(
    `update jobs.job set heartbeat_on = now() - interval '1 hour' where name = 'shop-job' and state = 'active'`,
  );
  const other = open({ silence_s: 10 });
  const done: Reference[] = [];
  await other.start(
    { 'shop-job': { ...idle, run: async (reference) => void done.push(reference) }, mail: idle },
    [],
  );
  await vi.waitUntil(() => done.length === 1, { timeout: 40_000 });
  expect(done).toEqual([{ shop_id: 5, id: 1 }]);
  await Promise.all([other.stop(), dying.stop()]);
}, 90_000);

test('what fails every time is given up in the end, and said so', async () => {
  const queue = open();
  const given_up: Reference[] = [];
  const worker: Worker = {
    run: () => Promise.reject(new Error('always')),
    giveUp: async (reference) => void given_up.push(reference),
  };
  await queue.start({ 'shop-job': worker, mail: idle }, []);
  await queue.send(platform(), 'shop-job', { shop_id: 6, id: 1 });
  // Its waits between tries are minutes: the tries are used up here.
  await server.pool.query(`update jobs.job set retry_limit = 0 where data->>'shop_id' = '6'`);
  await vi.waitUntil(() => given_up.length === 1, { timeout: 40_000 });
  expect(given_up).toEqual([{ shop_id: 6, id: 1 }]);
  await queue.stop();
}, 60_000);
