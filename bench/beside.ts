/**
 * Measures this tree beside another one, as the state before a change: a server of each at once, loaded in turn for a second
 * each, so that what else the machine does meets both. Prints the median of the pairs' ratios; single runs tell nothing of a few
 * percent.
 *   npm run bench:beside -- ../ngorder-before [ROUNDS]   a checkout with its dependencies installed
 */
import { rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { makeDataDir, startServerProcess, type ServerProcess } from '../test/server-process.ts';
import { load, type Call } from './load.ts';
import { openBenchShop, type BenchShop } from './shop.ts';

const SHOPS = 16;

interface Side {
  data_dir: string;
  server: ServerProcess;
  shops: BenchShop[];
}

/** @param tree how it starts its server */
async function openSide(tree: {
  makeDataDir: typeof makeDataDir;
  startServerProcess: typeof startServerProcess;
}): Promise<Side> {
  const data_dir = await tree.makeDataDir();
  const server = await tree.startServerProcess({ DATA_DIR: data_dir });
  const shops: BenchShop[] = [];
  for (let number = 0; number < SHOPS; number += 1) shops.push(await openBenchShop(server.base_url, number));
  const products = Array.from({ length: 400 }, (_, index) => ({
    name: `Kaos batik ${index}`,
    product_type: 'S',
    has_variation: 'Y',
    variations: ['M', 'L'].map((size) => ({ size, price: 10_000, stock_quantity: 5 })),
  }));
  for (let turn = 0; turn < 3; turn += 1)
    await shops[0]?.call('POST', '/api/open/product/bulk', { products });
  return { data_dir, server, shops };
}

const orders =
  (of_shops: number) =>
  ({ shops }: Side): Call[] =>
    shops.slice(0, of_shops).map(({ token, order }) => ({
      method: 'POST',
      path: '/api/open/order',
      token,
      body: JSON.stringify(order),
    }));
const page =
  (query: string) =>
  ({ shops }: Side): Call[] => [
    { method: 'GET', path: `/api/open/product/search${query}`, token: shops[0]?.token ?? '' },
  ];

const WORK: [title: string, connections: number, calls: (side: Side) => Call[]][] = [
  ['orders, 1 connection', 1, orders(SHOPS)],
  ['orders, 16, 16 shops', 16, orders(SHOPS)],
  ['orders, 16, one shop', 16, orders(1)],
  ['products, first page', 1, page('')],
  ['products, 100 rows', 1, page('?per_page=100')],
  ['products, none of a type', 1, page('?type=PO')],
  ['products, keyword', 1, page('?keyword=batik+2-7')],
  ['products, first page, 16', 16, page('')],
];

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

const [other, rounds = '12'] = process.argv.slice(2);
if (other === undefined) throw new Error('name the folder of the other tree');
const before = await openSide(await import(resolve(other, 'test/server-process.ts')));
const after = await openSide({ makeDataDir, startServerProcess });
console.log(`${'a second'.padEnd(26)} other tree   this tree   ratio (least, most)`);
for (const [title, connections, calls] of WORK) {
  const measured = async (side: Side) =>
    (await load(side.server.base_url, calls(side), { connections, duration_s: 1 })).per_second;
  const pairs: { before: number; after: number }[] = [];
  // Who comes first changes; the first pair warms up.
  for (let round = 0; round <= Number(rounds); round += 1) {
    const first = round % 2 === 0 ? before : after;
    const [one, two] = [await measured(first), await measured(first === before ? after : before)];
    pairs.push(first === before ? { before: one, after: two } : { before: two, after: one });
  }
  const counted = pairs.slice(1);
  const ratios = counted.map((pair) => pair.after / pair.before);
  const shown = (['before', 'after'] as const).map((side) =>
    median(counted.map((pair) => pair[side])).toFixed(0),
  );
  console.log(
    `${title.padEnd(26)} ${shown[0]?.padStart(10)} ${shown[1]?.padStart(11)}   ${median(ratios).toFixed(3)} ` +
      `(${Math.min(...ratios).toFixed(2)}, ${Math.max(...ratios).toFixed(2)})`,
  );
}
for (const { server, data_dir } of [before, after]) {
  await server.stop();
  await rm(data_dir, { recursive: true, force: true });
}
