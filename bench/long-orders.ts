import { addProduct } from '../test/stall.ts';
import type { ServerProcess } from '../test/server-process.ts';
import { load, type Call, type Measured } from './load.ts';
import type { BenchShop } from './shop.ts';

const LINES = 100;
const VARIATIONS_OF_A_PRODUCT = 10;
const ROUNDS = 5;

/** An order of many lines, each of another variation, beside one of two: in turns, so that what else the machine does meets both. */
export async function measureLongOrders(
  server: ServerProcess,
  shop: BenchShop,
  line: (title: string, who: string, measured: Measured) => void,
): Promise<void> {
  const ids: number[] = [];
  while (ids.length < LINES) {
    const stocks = Array.from({ length: VARIATIONS_OF_A_PRODUCT }, () => 100_000_000);
    ids.push(...(await addProduct(shop, { stocks })).variation_ids);
  }
  const products = ids.map((id) => ({ id, qty: 1, product_status: 'S' }));
  const short: Call = call(shop, shop.order);
  const long: Call = call(shop, { ...shop.order, products });
  const runs: [short: Measured, long: Measured][] = [];
  for (let round = 0; round <= ROUNDS; round += 1)
    runs.push([
      await load(server.base_url, [short], { connections: 1, duration_s: 1 }),
      await load(server.base_url, [long], { connections: 1, duration_s: 2 }),
    ]);
  // The first warms up.
  const sorted = runs.slice(1).toSorted(([a, b], [c, d]) => b.p50_ms / a.p50_ms - d.p50_ms / c.p50_ms);
  const median = sorted[Math.floor(sorted.length / 2)];
  if (median === undefined) return;
  line(`2 lines, ${LINES} lines`, '1 connection', median[0]);
  line('', '', median[1]);
  console.log(`${''.padEnd(28)} times as long ${(median[1].p50_ms / median[0].p50_ms).toFixed(1)}`);
}

function call({ token }: BenchShop, order: object): Call {
  return { method: 'POST', path: '/api/open/order', token, body: JSON.stringify(order) };
}
