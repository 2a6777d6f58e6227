import type { Runtime } from '../src/start.ts';
import type { ServerProcess } from '../test/server-process.ts';
import { today } from '../test/stall.ts';
import { inOneSession, fillProducts } from './fill.ts';
import { fillOrders } from './fill-orders.ts';
import type { Measured } from './load.ts';
import { inTurn, openKinds } from './orders-at-scale.ts';
import { openBenchShop, type BenchShop } from './shop.ts';

/** A shop with few orders and one with many; both sell the same number of products. */
const SHOPS = [
  { title: '10,000 orders', orders: 10_000, customers: 2_000 },
  { title: '1,000,000 orders', orders: 1_000_000, customers: 20_000 },
];
const PRODUCTS = 1_000;

/** What is asked of a year. */
const YEAR = `start_date=${today(-364)}&end_date=${today()}`;
const ASKED: Record<string, string> = {
  report: `report?${YEAR}`,
  'gross sales in detail': `report/gross-sales?${YEAR}`,
  'net sales in detail': `report/net-sales?${YEAR}`,
  'gross profit in detail': `report/gross-profit?${YEAR}`,
  'orders behind net sales': `report/net-sales/orders?${YEAR}`,
  'bank accounts': `report/bank?${YEAR}`,
  'sales chart': `report/chart/sales?${YEAR}`,
  'profit chart': `report/chart/profit?${YEAR}`,
  'expedition chart': `report/chart/expedition?${YEAR}`,
  'cash view': `report/statement/cash?${YEAR}`,
  'profit and loss': `report/statement/profit-loss?${YEAR}`,
  'best customers': `analyzer/customer?${YEAR}`,
  'best customers by profit': `analyzer/customer?${YEAR}&order_by=GROSS_PROFIT`,
  'best products': `analyzer/sales?${YEAR}`,
  'best variations': `analyzer/sales?${YEAR}&group_by=SKU`,
  'best categories': `analyzer/sales?${YEAR}&group_by=CATEGORY`,
  'best locations': `analyzer/location?${YEAR}`,
  'customer chart': `analyzer/customer/chart?${YEAR}`,
  'days of the week': `analyzer/chart?${YEAR}`,
  'sales channels': `analyzer/sales-channel?${YEAR}`,
  'best customers, 30 days': `analyzer/customer?start_date=${today(-29)}`,
  'best products, 30 days': `analyzer/sales?start_date=${today(-29)}`,
  'order list': 'order',
  'orders by profit, 30 days': 'order?order_by=PROFIT',
  'orders by profit, a year': `order?order_by=PROFIT&${YEAR}`,
  'stock that runs out': 'care/stock',
  'orders that left little': `order?profit_max=20000&${YEAR}`,
};

/**
 * Measures reports, charts and the analyzer over a year, one request after the other, in a shop of many orders
 * and one of few, in turns.
 */
export async function measureReports(server: ServerProcess, runtime: Runtime, number: number): Promise<void> {
  const shops: BenchShop[] = [];
  for (const [index, size] of SHOPS.entries())
    shops.push(await openFilledShop(server, runtime, number + index, size));
  console.log(`\nReports of a year, over HTTP, 1 connection: p50 and p95 in ms`);
  console.log(`${''.padEnd(28)} ${SHOPS.map(({ title }) => title.padStart(18)).join(' ')}     ratio of p50`);
  for (const [title, path] of Object.entries(ASKED)) {
    const measured: Measured[] = [];
    for (const shop of shops) measured.push(await inTurn(server, shop, () => `/api/open/${path}`));
    const times = measured.map(({ p50_ms, p95_ms }) =>
      `${p50_ms.toFixed(1)} / ${p95_ms.toFixed(1)}`.padStart(18),
    );
    const [few, many] = measured;
    const ratio = few !== undefined && many !== undefined ? many.p50_ms / few.p50_ms : Number.NaN;
    console.log(`${title.padEnd(28)} ${times.join(' ')} ${ratio.toFixed(2).padStart(16)}`);
  }
}

async function openFilledShop(
  server: ServerProcess,
  runtime: Runtime,
  number: number,
  { title, orders, customers }: (typeof SHOPS)[number],
): Promise<BenchShop> {
  const began = performance.now();
  const shop = await openBenchShop(server.base_url, number);
  await shop.call('POST', '/api/open/order', shop.order);
  const kinds = await openKinds(runtime, shop);
  await fillProducts(runtime.database, shop.shop_id, PRODUCTS);
  const customer_ids = await fillCustomers(runtime, shop.shop_id, customers);
  const { rows } = await runtime.database.pool.query<{ codes: number[] }>(
    'select array_agg(code) as codes from (select code from districts order by code % 97, code limit 500) as chosen',
  );
  const model = { shop_id: shop.shop_id, ...kinds, customer_ids, district_codes: rows[0]?.codes ?? [] };
  await fillOrders(runtime.database, model, { count: orders, shops_beside: 0 });
  console.log(
    `${title} of ${customers} customers filled in ${((performance.now() - began) / 1000).toFixed(0)} s`,
  );
  return shop;
}

/** Copies of the shop's customer. @returns their IDs */
async function fillCustomers({ database }: Runtime, shop_id: number, count: number): Promise<number[]> {
  return inOneSession(database, async (client) => {
    const { rows } = await client.query<{ id: number }>(
      `insert into customers (shop_id, name, phone, address, district_code, category_code, activation, created_at, updated_at)
       select shop_id, name || ' ' || n, '62812' || lpad(n::text, 8, '0'), address, district_code, category_code, activation,
         created_at, updated_at
       from (select * from customers where shop_id = $1 order by id limit 1) as base, generate_series(1, $2::int) as n
       returning id`,
      [shop_id, count],
    );
    return rows.map(({ id }) => id);
  });
}
