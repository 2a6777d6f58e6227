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

/** A shop of so many orders. */
interface Stocked {
  orders: number;
  token: string;
}

/**
 * Measures pages of lists with 16 clients, of shops of different sizes in turns, as ratios to the rate of `GET /api/open/shop` in
 * the same round; of each the middle round counts.
 * @param first number of the shops; each takes one
 * @param sizes orders of the shops
 */
export async function measureLists(
  server: ServerProcess,
  runtime: Runtime,
  { first, sizes }: { first: number; sizes: readonly number[] },
  print: Print,
): Promise<void> {
  const shops: Stocked[] = [];
  for (const [index, orders] of sizes.entries())
    shops.push(await openStocked(server, runtime, { number: first + index, orders }));
  console.log(`\nPages of lists, ${CONNECTIONS} connections`);
  const rate = (path: string, { token }: Stocked) =>
    load(server.base_url, [{ method: 'GET', path, token }], { connections: CONNECTIONS, duration_s: 4 });
  for (const [title, path] of Object.entries(PAGES)) {
    const rounds: Record<number, Round[]> = {};
    for (let round = 0; round < ROUNDS; round += 1)
      for (const shop of shops) {
        const least = await rate('/api/open/shop', shop);
        const page = await rate(path, shop);
        (rounds[shop.orders] ??= []).push({ page, ratio: page.per_second / least.per_second });
      }
    const ratios = shops.map(({ orders }) => {
      const { page, ratio } = middleOf(rounds[orders] ?? []);
      print(title, `${orders} orders`, page);
      console.log(`${''.padEnd(28)} ratio ${ratio.toFixed(2)}`);
      return ratio;
    });
    console.log(`${''.padEnd(28)} of each other ${(Math.max(...ratios) / Math.min(...ratios)).toFixed(2)}`);
  }
}

interface Round {
  page: Measured;
  ratio: number;
}

function middleOf(rounds: readonly Round[]): Round {
  const sorted = rounds.toSorted((one, other) => one.ratio - other.ratio);
  const middle = sorted[Math.floor(sorted.length / 2)];
  if (middle === undefined) throw new Error('nothing was measured');
  return middle;
}

async function openStocked(
  server: ServerProcess,
  runtime: Runtime,
  { number, orders }: { number: number; orders: number },
): Promise<Stocked> {
  const shop = await openBenchShop(server.base_url, number);
  await shop.call('POST', '/api/open/order', shop.order);
  const kinds = await openKinds(runtime, shop);
  await fillProducts(runtime.database, shop.shop_id, 1_000);
  const place = { shop_id: shop.shop_id, ...kinds };
  await fillOrders(runtime.database, place, { count: orders, shops_beside: 0 });
  return { orders, token: shop.token };
}
