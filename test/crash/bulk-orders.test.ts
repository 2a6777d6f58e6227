import { rm } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeDataDir, startServerProcess, type ServerProcess } from '../server-process.ts';
import { openStall, orderOf } from '../stall.ts';
import { ask, openShop, until } from './crashed-shop.ts';

/** In full: BULK_KILLS=3 BULK_ORDERS=2000. */
const KILLS = Number(process.env['BULK_KILLS'] ?? 1);
const ORDERS = Number(process.env['BULK_ORDERS'] ?? 100);

let data_dir: string;
let server: ServerProcess;

beforeEach(async () => {
  data_dir = await makeDataDir();
  server = await startServerProcess({ DATA_DIR: data_dir });
});
afterEach(() => rm(data_dir, { recursive: true, force: true }));

test(`${ORDERS} orders are paid once each, though the server is killed ${KILLS} times meanwhile`, async () => {
  const shop = await openShop(() => server);
  const stall = await openStall(shop, { stocks: [100_000, 100_000] });
  for (let placed = 0; placed < ORDERS; placed += 10)
    await Promise.all(Array.from({ length: 10 }, () => shop.call('POST', '/api/open/order', orderOf(stall))));
  const input = { action: 'PAY', bank_id: stall.bank_id, date: '2026-01-05', filter: {} };
  const { id } = (await shop.call('POST', '/api/open/bulk/order', input)).body.data;
  const run = async () => (await shop.call('GET', `/api/open/bulk/order/${id}`)).body.data;
  for (let kill = 1; kill <= KILLS; kill += 1) {
    const wanted = Math.floor((ORDERS * kill) / (KILLS + 2));
    while ((await run()).counts.done < wanted) await pause(5);
    process.kill(server.process_id, 'SIGKILL');
    server = await startServerProcess({ DATA_DIR: data_dir });
    // What was being done is done or is not: never a part of it.
    const halves = await ask(
      data_dir,
      `select r.order_id from bulk_run_orders r
       left join order_payments p on p.shop_id = r.shop_id and p.order_id = r.order_id
       where r.run_id = $1 and (r.result = 'DONE') <> (p.id is not null)`,
      [id],
    );
    expect(halves).toEqual([]);
    expect((await run()).counts.waiting).toBeGreaterThan(0);
  }
  await until(async () => (await run()).state !== 'RUNNING');
  expect(await run()).toMatchObject({ state: 'DONE', counts: { done: ORDERS, failed: 0, waiting: 0 } });
  expect(
    await ask(
      data_dir,
      `select count(*)::int as payments, count(distinct order_id)::int as orders from order_payments`,
    ),
  ).toEqual([{ payments: ORDERS, orders: ORDERS }]);
  await server.command(['src/cli.ts', 'doctor']);
  await server.stop();
}, 600_000);
