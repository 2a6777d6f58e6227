import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { registerReaders } from '../../src/kernel/event-readers.ts';
import { startTestApp, type TestApp, type TestShop } from '../harness.ts';

const EVENTS = 6_000;
const KILLS = 4;

let app: TestApp;
let shop: TestShop;

beforeAll(async () => {
  app = await startTestApp();
  shop = await app.openShop();
  await app.database.pool.query(
    'create table seen (id bigserial, event_id bigint not null, position bigint not null)',
  );
});
const started = new Set<ChildProcess>();

afterAll(async () => {
  for (const child of started) child.kill('SIGKILL');
  await app.close();
});

function start() {
  const { host, port, user, database } = app.connection;
  const url = `postgres://${user}@localhost:${port}/${database}?host=${encodeURIComponent(host)}`;
  const child = spawn(process.execPath, ['test/crash/reading-process.ts'], {
    env: { ...process.env, DATABASE_URL: url, DATA_DIR: app.services.config.DATA_DIR },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  started.add(child);
  return { child, reading: once(child.stdout, 'data'), ended: once(child, 'exit') };
}

const seen = async (): Promise<{ event_id: number; position: number }[]> =>
  (await app.database.pool.query('select event_id::int, position::int from seen order by id')).rows;

test('readers that are killed in the middle, two at a time, have read each event once, in order', async () => {
  await registerReaders(app.services.db, [{ name: 'slow', reads: [], read: () => Promise.resolve() }]);
  await app.database.pool.query(
    `insert into outbox_events (shop_id, name, subject_id, payload, user_id, created_at)
    select $1, 'product.variations_deleted', n % 10, jsonb_build_object('variation_ids', array[n]), 0, now()
    from generate_series(1, $2) as n`,
    [shop.shop_id, EVENTS],
  );
  let in_the_middle = 0;
  for (let kill = 0; kill < KILLS; kill += 1) {
    const pair = [start(), start()];
    await Promise.all(pair.map(({ reading }) => reading));
    await pause(1_000 + kill * 137);
    const before = (await seen()).length;
    for (const { child } of pair) child.kill('SIGKILL');
    await Promise.all(pair.map(({ ended }) => ended));
    if (before > 0 && before < EVENTS) in_the_middle += 1;
  }
  expect(in_the_middle).toBeGreaterThan(0);
  const last = start();
  await last.reading;
  const began = performance.now();
  while ((await seen()).length < EVENTS && performance.now() - began < 60_000) await pause(100);
  last.child.kill('SIGKILL');
  await last.ended;
  const rows = await seen();
  expect(rows).toHaveLength(EVENTS);
  expect(new Set(rows.map(({ event_id }) => event_id)).size).toBe(EVENTS);
  expect(rows.map(({ position }) => position)).toEqual(
    rows.map(({ position }) => position).toSorted((a, b) => a - b),
  );
}, 240_000);
