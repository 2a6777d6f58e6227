/**
 * Measures the product as it is started by its users: orders beside PostgreSQL's own load generator running
 * the same SQL, the order list of a big shop, start and memory. Ratios hold between machines, times do not.
 *   npm run bench                     all
 *   npm run bench -- products search  these parts
 *   npm run bench -- peers            beside other systems, which it brings from the npm registry: only where it is named
 */
import { rm } from 'node:fs/promises';
import { cpus } from 'node:os';
import pg from 'pg';
import { readConfig } from '../src/kernel/config.ts';
import { reachEmbeddedPostgres } from '../src/kernel/database/embedded/index.ts';
import { createAuthenticator } from '../src/modules/accounts/index.ts';
import { startRuntime, type Runtime } from '../src/start.ts';
import { makeDataDir, startServerProcess, type ServerProcess } from '../test/server-process.ts';
import { load, type Call, type Measured } from './load.ts';
import { measureIdle } from './idle.ts';

import { fillProducts, fillShopsBeside } from './fill.ts';
import { orderSql, type PreparedStatement } from './order-sql.ts';
import { measureLongOrders } from './long-orders.ts';
import { measureLabels } from './labels.ts';
import { measureLists } from './lists.ts';
import { measureCheckouts } from './checkouts.ts';
import { measureDashboard } from './dashboard/index.ts';
import { measureCodAtScale } from './cod-at-scale.ts';
import { measureParcelsAtScale } from './parcels-at-scale.ts';
import { measureOrdersAtScale } from './orders-at-scale.ts';
import { measureEvents } from './events.ts';
import { measureHostileFiles } from './hostile-files.ts';
import { measureOverload } from './overload.ts';
import { has_pgbench, pgbench } from './pgbench.ts';
import { measurePeers } from './peers/index.ts';
import { racePromos } from './promo-races.ts';
import { measurePaymentsAtScale } from './payments-at-scale.ts';
import { measureRates } from './rates.ts';
import { measureReceivablesAtScale } from './receivables-at-scale.ts';
import { measureReports } from './reports.ts';
import { measureSearch } from './search.ts';
import { measureExport, measureImport } from './sheets.ts';
import { measureTariffImport } from './tariff-import.ts';
import { measureBulkOrders } from './bulk-orders.ts';
import { openBenchShop, type BenchShop } from './shop.ts';
import { measureStreams } from './streams.ts';
import { measureStore } from './store.ts';
import { measureVendors } from './vendors.ts';

const SHOPS = 16;
const PRODUCTS_IN_BIG_SHOP = 100_000;
const SHOPS_BESIDE = 999;
const DURATION_S = 8;

console.log(`${cpus().length} cores, ${cpus()[0]?.model ?? 'unknown'}; Node.js ${process.version}\n`);
if (process.argv.includes('peers')) await measurePeers();
if (process.argv.slice(2).join() === 'peers') process.exit();
const data_dir = await makeDataDir();
try {
  if (isRequested('start')) await measureStart();
  const server = await startServerProcess({ DATA_DIR: data_dir, TRUST_PROXY: '1' });
  const config = readConfig({ DATA_DIR: data_dir, LOG_LEVEL: 'error' });
  const runtime = await startRuntime(config, { say: () => undefined, join_running: true });
  try {
    await letFill(runtime);
    for (const [part, run] of Object.entries({
      orders: measureOrders,
      overload: measureFlood,
      events: async (server: ServerProcess, runtime: Runtime) =>
        measureEvents(runtime, await openBenchShop(server.base_url, SHOPS + 8)),
      lists: measurePagesOfLists,
      'orders-at-scale': measureManyOrders,
      reports: (server: ServerProcess, runtime: Runtime) => measureReports(server, runtime, SHOPS + 30),
      labels: () => measureLabels(SHOPS + 9),
      'promo-races': (server: ServerProcess, { database }: Runtime) =>
        racePromos(server, database, SHOPS + 5),
      import: measureImportOfProducts,
      'hostile-files': measureRefusedFiles,
      products: measureProductList,
      search: measureSearchOfProducts,
      rates: measureShippingRates,
      'tariff-import': (_server: ServerProcess, runtime: Runtime) => measureTariffImport(runtime, SHOPS + 12),
      shipping: measureParcels,
      cod: measureCod,
      receivables: measureReceivables,
      payments: measurePayments,
      'bulk-orders': async (server: ServerProcess) =>
        measureBulkOrders(server, await openBenchShop(server.base_url, SHOPS + 41), line),
      vendors: measureFailingVendors,
      streams: (server: ServerProcess, runtime: Runtime) => measureStreams(server, runtime, SHOPS + 40),
      store: measureVisitors,
      dashboard: (server: ServerProcess, runtime: Runtime) => measureDashboard(server, runtime, SHOPS + 42),
    }))
      if (isRequested(part)) await run(server, runtime);
  } finally {
    await runtime.stop();
    await server.stop();
  }
} finally {
  await rm(data_dir, { recursive: true, force: true });
}

function isRequested(part: string): boolean {
  const requested = process.argv.slice(2);
  return requested.length === 0 || requested.includes(part);
}

/** Shops are filled without checks of keys, which the app's role may not leave out. */
async function letFill({ embedded }: Runtime): Promise<void> {
  const superuser = new pg.Client(embedded?.superuser);
  await superuser.connect();
  const { user } = embedded?.connection ?? {};
  await superuser.query(
    `grant set on parameter session_replication_role to ${user}; grant pg_checkpoint to ${user}`,
  );
  await superuser.end();
}

async function measureStart(): Promise<void> {
  for (const kind of ['first start, from an empty folder', 'warm start']) {
    const began = performance.now();
    const server = await startServerProcess({ DATA_DIR: data_dir });
    console.log(`${kind}: ready after ${((performance.now() - began) / 1000).toFixed(2)} s`);
    if (kind === 'warm start') await measureIdle(server);
    await server.stop();
  }
}

async function measureOrders(server: ServerProcess, runtime: Runtime): Promise<void> {
  const shops: BenchShop[] = [];
  for (let number = 0; number < SHOPS; number += 1) shops.push(await openBenchShop(server.base_url, number));
  const scripts = has_pgbench ? await Promise.all(shops.map((shop) => statementsOf(runtime, shop))) : [];
  const { connection, stop } = await reachEmbeddedPostgres({ data_dir, log: () => undefined });
  console.log('\nOrders of 2 lines, POST /api/open/order, durable (fsync on)');
  heading('orders/s');
  try {
    for (const [title, connections, count] of [
      ['1 connection', 1, SHOPS],
      ['16 connections, 16 shops', 16, SHOPS],
      ['16 connections, one shop', 16, 1],
    ] as const) {
      const calls = shops.slice(0, count).map(orderCall);
      const run = { connections, duration_s: DURATION_S };
      await load(server.base_url, calls, { connections, duration_s: 3 });
      const ours = await load(server.base_url, calls, run);
      line(title, 'server', ours);
      if (!has_pgbench) continue;
      const bare = await pgbench(connection, scripts.slice(0, count), run);
      line('', 'pgbench', bare);
      console.log(`${''.padEnd(28)} ratio ${(ours.per_second / bare.per_second).toFixed(2)}`);
    }
    const [shop] = shops;
    if (shop !== undefined) await measureLongOrders(server, shop, line);
    if (!has_pgbench) console.log('pgbench is not installed (Debian: apt install postgresql): no ratio.');
  } finally {
    await stop();
  }
}

async function measureFlood(server: ServerProcess): Promise<void> {
  console.log('\nOrders while one shop floods');
  heading('answers/s');
  const flooding = await openBenchShop(server.base_url, SHOPS + 6);
  const other = await openBenchShop(server.base_url, SHOPS + 7);
  await measureOverload(server, [flooding, other], line);
}

async function statementsOf(runtime: Runtime, shop: BenchShop): Promise<PreparedStatement[]> {
  const principal = await createAuthenticator(runtime.services).authenticate(shop.token);
  if (principal === undefined) throw new Error('the token of a fresh login is not known');
  return orderSql(runtime, principal, shop.order);
}

function orderCall(shop: BenchShop): Call {
  return { method: 'POST', path: '/api/open/order', token: shop.token, body: JSON.stringify(shop.order) };
}

async function measurePagesOfLists(server: ServerProcess, runtime: Runtime): Promise<void> {
  heading('pages/s');
  const sizes = [10_000, 100_000, 1_000_000];
  await measureLists(server, runtime, { first: SHOPS + 30, sizes }, line);
}

async function measureManyOrders(server: ServerProcess, runtime: Runtime): Promise<void> {
  heading('requests/s');
  await measureOrdersAtScale(server, runtime, SHOPS, line);
}

async function measureParcels(server: ServerProcess, runtime: Runtime): Promise<void> {
  heading('requests/s');
  await measureParcelsAtScale(server, runtime, SHOPS + 10, line);
}

async function measureFailingVendors(): Promise<void> {
  console.log('\nOrders while the vendors of the shop fail, POST /api/open/order');
  heading('orders/s');
  await measureVendors(SHOPS + 11, line);
}

async function measureVisitors(server: ServerProcess): Promise<void> {
  console.log('\nThe store of a shop, beside its staff');
  heading('answers/s');
  await measureStore(server, await openBenchShop(server.base_url, SHOPS + 13), line);
  await measureCheckouts(server, SHOPS + 20, line);
}

async function measureCod(server: ServerProcess, runtime: Runtime): Promise<void> {
  heading('requests/s');
  await measureCodAtScale(server, runtime, SHOPS + 11, line);
}

async function measureReceivables(server: ServerProcess, runtime: Runtime): Promise<void> {
  heading('requests/s');
  await measureReceivablesAtScale(server, runtime, SHOPS + 13, line);
}

async function measurePayments(server: ServerProcess, runtime: Runtime): Promise<void> {
  heading('requests/s');
  await measurePaymentsAtScale(server, runtime, SHOPS + 14, line);
}

async function measureProductList(server: ServerProcess, runtime: Runtime): Promise<void> {
  const shop = await openBenchShop(server.base_url, SHOPS + 1);
  await fillProducts(runtime.database, shop.shop_id, PRODUCTS_IN_BIG_SHOP);
  await measurePages(server, shop, `${PRODUCTS_IN_BIG_SHOP} products`, '/api/open/product/search', {
    'first page': '',
    '100 rows': 'per_page=100',
    cheapest: 'order_by=CHEAPEST',
    'by name': 'order_by=ASC',
    'page 50': 'pagination_offset=50',
    'keyword of one': 'keyword=batik+4728',
    'keyword of a seventh': 'keyword=ceruty',
    SKU: 'keyword=bench-4711',
    archived: 'category=ARCHIVED',
    'no category': 'category=UNCATEGORIZED',
    'type PO': 'type=PO',
    'without price': 'price=NON_SET_PRICE',
    'without profit': 'price=NON_PROFIT',
    'most stock': 'order_by=MOST_STOCK',
  });
  await measureExport(server, shop.token, PRODUCTS_IN_BIG_SHOP);
}

async function measureImportOfProducts(server: ServerProcess): Promise<void> {
  const shop = await openBenchShop(server.base_url, SHOPS + 3);
  await measureImport(server, shop.token);
}

async function measureRefusedFiles(server: ServerProcess): Promise<void> {
  const shop = await openBenchShop(server.base_url, SHOPS + 4);
  await measureHostileFiles(server, shop.token);
}

async function measureSearchOfProducts(server: ServerProcess, runtime: Runtime): Promise<void> {
  const shop = await openBenchShop(server.base_url, SHOPS + 2);
  const began = performance.now();
  await fillProducts(runtime.database, shop.shop_id, PRODUCTS_IN_BIG_SHOP);
  await fillShopsBeside(runtime.database, shop.shop_id, SHOPS_BESIDE);
  console.log(
    `\nSearch in ${PRODUCTS_IN_BIG_SHOP} variations of one shop beside ${SHOPS_BESIDE} others, time in the database ` +
      `(filled in ${((performance.now() - began) / 1000).toFixed(0)} s)`,
  );
  heading('searches/s');
  const principal = await createAuthenticator(runtime.services).authenticate(shop.token);
  if (principal === undefined) throw new Error('the token of a fresh login is not known');
  await measureSearch(runtime, principal, line);
}

async function measureShippingRates(server: ServerProcess, { database }: Runtime): Promise<void> {
  console.log('\nShipping costs of all services, GET /api/open/expedition/cost');
  heading('answers/s');
  await measureRates(server, database, await openBenchShop(server.base_url, SHOPS + 9), line);
}

async function measurePages(
  server: ServerProcess,
  shop: BenchShop,
  of: string,
  path: string,
  queries: Record<string, string>,
): Promise<void> {
  console.log(`\nPages of ${of}, GET ${path}`);
  heading('pages/s');
  for (const [title, query] of Object.entries(queries))
    for (const connections of [1, 16]) {
      const call: Call = { method: 'GET', path: `${path}?${query}`, token: shop.token };
      const run = { connections, duration_s: 4 };
      await load(server.base_url, [call], { connections, duration_s: 1 });
      const who = connections === 1 ? '1 connection' : '16 connections';
      line(connections === 1 ? title : '', who, await load(server.base_url, [call], run));
    }
}

function heading(rate: string): void {
  console.log(
    `${''.padEnd(45)}${rate.padStart(10)}${'p50 ms'.padStart(10)}${'p95 ms'.padStart(10)}${'p99 ms'.padStart(10)}`,
  );
}

function line(title: string, who: string, measured: Measured): void {
  const { per_second, p50_ms, p95_ms, p99_ms } = measured;
  const figures = [per_second.toFixed(0), p50_ms.toFixed(1), p95_ms.toFixed(1), p99_ms.toFixed(1)];
  console.log(
    `${title.padEnd(28)} ${who.padEnd(16)}${figures.map((figure) => figure.padStart(10)).join('')}`,
  );
}
