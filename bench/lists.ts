import type { Runtime } from '../src/start.ts';
import type { ServerProcess } from '../test/server-process.ts';
import { fillProducts } from './fill.ts';
import { fillOrders } from './fill-orders.ts';
import { load, type Measured } from './load.ts';
import { openKinds, type Print } from './orders-at-scale.ts';
import { openBenchShop } from './shop.ts';

const ROUNDS = 3;
const CONNECTIONS = 16;

/** Pages that are measured beside `GET /api/open/shop`, which is the least that a request costs. */
const PAGES: Record<string, string> = {
  'page of orders': '/api/open/order',
  'paid ones': '/api/open/order?payment_status=PAID',
  'page of products': '/api/open/product/search',
};

/**
 * Measures pages of lists with 16 clients, as ratios to the rate of `GET /api/open/shop` in the same round; of each the middle
 * round counts.
 * @param orders of the shop
 */
export async function measureLists(
  server: ServerProcess,
  runtime: Runtime,
  { number, orders }: { number: number; orders: number },
  print: Print,
): Promise<void> {
  const shop = await openBenchShop(server.base_url, number);
  await shop.call('POST', '/api/open/order', shop.order);
  const kinds = await openKinds(runtime, shop);
  await fillProducts(runtime.database, shop.shop_id, 1_000);
  await fillOrders(
    runtime.database,
    { shop_id: shop.shop_id, ...kinds },
    { count: orders, shops_beside: 10 },
  );
  console.log(`\nPages of a shop with ${orders} orders, ${CONNECTIONS} connections`);
  const rate = (path: string) =>
    load(server.base_url, [{ method: 'GET', path, token: shop.token }], {
      connections: CONNECTIONS,
      duration_s: 4,
    });
  const rounds: Record<string, { page: Measured; ratio: number }[]> = {};
  for (let round = 0; round < ROUNDS; round += 1)
    for (const [title, path] of Object.entries(PAGES)) {
      const least = await rate('/api/open/shop');
      const page = await rate(path);
      (rounds[title] ??= []).push({ page, ratio: page.per_second / least.per_second });
    }
  for (const [title, measured] of Object.entries(rounds)) {
    const middle = measured.toSorted((one, other) => one.ratio - other.ratio)[Math.floor(ROUNDS / 2)];
    if (middle === undefined) continue;
    print(title, `${orders} orders`, middle.page);
    console.log(`${''.padEnd(28)} ratio ${middle.ratio.toFixed(2)}`);
  }
}
