import { rm } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { expect, onTestFinished, test } from 'vitest';
import { reachEmbeddedPostgres } from '../../src/kernel/database/embedded/index.ts';
import { send } from '../attack/attack.ts';
import { VENDOR_KEY } from '../integrations/courier-vendor.ts';
import { LOOPBACKS } from '../integrations/courier-vendors.ts';
import { makeDataDir, startServerProcess, type ServerProcess } from '../server-process.ts';
import { expectOk, openStall, orderOf } from '../stall.ts';
import type { TestShop } from '../harness.ts';

/* oxlint-disable typescript/no-explicit-any -- bodies of answers are looked into freely */

/** SHIPPING_KILLS=6 for a long run. */
const KILLS = Number(process.env['SHIPPING_KILLS'] ?? 3);
/** Parcels that are booked, and COD parcels that are delivered, between two kills. */
const PARCELS = 12;
const PERSON = { email: 'juragan@example.com', password: 'jeruk-nipis-segar-42' };

test('a server that is killed again and again while it books parcels and enters COD has each once in the end', async () => {
  const data_dir = await makeDataDir();
  // The one that takes the same order twice.
  const vendor = await LOOPBACKS.shipper.open();
  vendor.behave(() => ({ wait_ms: 15 }));
  const start = () => startServerProcess({ DATA_DIR: data_dir, SHIPPER_URL: vendor.url });
  let server = await start();
  onTestFinished(async () => {
    await server.stop();
    vendor.close();
    await rm(data_dir, { recursive: true, force: true });
  });
  const shop = await openShop(() => server);
  const stall = await openStall(shop, { stocks: [100_000] });
  await connect(shop);
  const lines = { products: [{ id: stall.variation_ids[0], qty: 1, product_status: 'S' }] };
  const placeAll = async (change: object) => {
    const ids: number[] = [];
    for (let count = 0; count < PARCELS; count += 1)
      ids.push(
        (await shop.call('POST', '/api/open/order', orderOf(stall, { ...lines, ...change }))).body.data
          .order_id,
      );
    return ids;
  };
  const payment = { status: 'PAID', date: orderOf(stall)['order_date'], bank_id: stall.bank_id };
  const collected: number[] = [];
  let in_the_middle = 0;
  for (let kill = 0; kill < KILLS; kill += 1) {
    const booked = await placeAll({ payment });
    const cod = await placeAll({ is_cod: true });
    await shop.call('POST', '/api/open/shipping/pickup-request', {
      pickup_request: booked.map((id) => ({ id, service: 'PICKUP' })),
    });
    const delivering = Promise.all(cod.map((id) => deliver(shop, id).catch(() => undefined)));
    await pause(100 + Math.random() * 1_200);
    const standing = vendor.orders.size;
    process.kill(server.process_id, 'SIGKILL');
    await delivering;
    if (standing > 0 && standing < PARCELS * (kill + 1)) in_the_middle += 1;
    server = await start();
    // What staff do not know of they do again.
    await Promise.all(cod.map((id) => deliver(shop, id)));
    for (const { id } of await waiting(shop)) await retry(shop, id);
    collected.push(...cod);
  }
  await until(async () => (await waiting(shop)).length === 0);
  const standing = [...vendor.orders.values()].filter((order) => LOOPBACKS.shipper.isStanding(order));
  expect(new Set(standing.map(({ key }) => key)).size).toBe(KILLS * PARCELS);
  expect(standing).toHaveLength(KILLS * PARCELS);
  const query = await database(data_dir);
  const ours = await query(
    `select key, vendor_booking_id as id from courier_bookings where state = 'BOOKED'`,
  );
  const byKey = (a: any, b: any) => (a.key < b.key ? -1 : 1);
  expect(ours.toSorted(byKey)).toEqual(standing.map(({ key, id }) => ({ key, id })).toSorted(byKey));

  await until(
    async () =>
      (await query('select 1 from cod_parcels where state = $1', ['COLLECTED'])).length === collected.length,
  );
  const entered = await query(
    `select kind, count(*)::int as parcels, min(amount_idr)::int as least, max(amount_idr)::int as most
     from (select kind, order_id, sum(amount_idr) as amount_idr from cod_entries
       where kind in ('COLLECTED', 'SHIPPING') group by kind, order_id) as of_parcel group by kind order by kind`,
  );
  expect(entered).toEqual([
    { kind: 'COLLECTED', parcels: collected.length, least: 110_000, most: 110_000 },
    { kind: 'SHIPPING', parcels: collected.length, least: -10_000, most: -10_000 },
  ]);
  expect(await server.command(['src/cli.ts', 'doctor'])).toContain('No differences.');
  console.log(
    `${KILLS} kills, ${in_the_middle} of them while parcels were booked: ${standing.length} booked and ${collected.length} entered, each once; ` +
      `${vendor.orders.size - standing.length} twins canceled`,
  );
  expect(in_the_middle).toBeGreaterThan(0);
}, 300_000);

/** A parcel leaves and is delivered. Said again of one that was delivered, it is entered anew, and what was entered reversed. */
async function deliver(shop: TestShop, id: number): Promise<void> {
  for (const status of ['ON PROCESS', 'DELIVERED'])
    await shop.call('PATCH', '/api/open/order/shipping-status', { id, status });
}

/** At once, whoever had begun it; what is booked by now is none of the work any more. */
const retry = (shop: TestShop, id: number) =>
  shop.call('POST', `/api/open/shipping/work/${id}/retry`).catch(() => undefined);

const waiting = async (shop: TestShop): Promise<{ id: number }[]> =>
  (await shop.call('GET', '/api/open/shipping/work', { per_page: '100' })).body.data;

/** A shop that is called at whatever server there is now. */
async function openShop(server: () => ServerProcess): Promise<TestShop> {
  const facts = { shop_name: 'Toko', subdomain: 'toko', full_name: 'Budi', phone_number: '081234567890' };
  await send(server(), 'POST', '/api/account/register', { body: { ...facts, ...PERSON } });
  const token = (await send(server(), 'POST', '/api/account/login', { body: PERSON })).body.data
    .token as string;
  const call = async (method: string, path: string, input?: object) => {
    const query =
      method === 'GET' ? `?${new URLSearchParams(input as Record<string, string>).toString()}` : '';
    const body = method === 'GET' || input === undefined ? {} : { body: input };
    const { status, body: answer } = await send(server(), method, path + query, { token, ...body });
    return expectOk({ status, headers: {}, body: answer, text: JSON.stringify(answer) });
  };
  return { call } as TestShop;
}

/** The shop's parcels are booked with Shipper. */
async function connect(shop: TestShop): Promise<void> {
  const [supplier] = (await shop.call('GET', '/api/open/supplier')).body.data;
  await shop.call('PATCH', '/api/open/supplier/update', {
    supplier_id: supplier.id,
    name: supplier.name,
    phone: '081234567890',
    address: 'Jl. Merdeka 1',
    district_id: 317101,
  });
  const connection = { vendor: 'shipper', api_key: VENDOR_KEY };
  await shop.call('PUT', '/api/open/setting/courier/connection', connection);
}

async function database(data_dir: string) {
  const { connection } = await reachEmbeddedPostgres({ data_dir, log: () => undefined });
  const client = new pg.Client(connection);
  await client.connect();
  onTestFinished(() => client.end());
  return async (text: string, values: unknown[] = []): Promise<any[]> =>
    (await client.query(text, values)).rows;
}

async function until(condition: () => Promise<boolean>): Promise<void> {
  const began = performance.now();
  while (!(await condition())) {
    if (performance.now() - began > 90_000) throw new Error('it did not come true in 90 s');
    await pause(200);
  }
}
