import { SHOPS, type PageName, type Peer, type Place, type RunningPeer } from './peer.ts';
import { repeat } from './repeat.ts';

/** Each is as fast as it gets only when the engine has compiled what it runs most: all have the same time for it. */
const WARM_UP_S = 5;
const ORDERS_S = 8;
const PAGES_S = 4;
const IDLE_MS = 10_000;

/** What a row of the table measures: a rate is the better the higher, a cost the lower. */
export interface Row {
  title: string;
  unit: string;
  is_cost: boolean;
  digits: number;
}

const rate = (title: string, unit: string): Row => ({ title, unit, is_cost: false, digits: 1 });

export const ROWS = {
  orders_1: rate('Orders, 1 client', 'orders/s'),
  orders_one_shop: rate('Orders, 16 clients, one shop', 'orders/s'),
  orders_many_shops: rate(`Orders, 16 clients, ${SHOPS} shops`, 'orders/s'),
  products_1: rate('Page of products, keyword, 1 client', 'pages/s'),
  products_16: rate('Page of products, keyword, 16 clients', 'pages/s'),
  orders_page_1: rate('Page of orders, 1 client', 'pages/s'),
  orders_page_16: rate('Page of orders, 16 clients', 'pages/s'),
  product_1: rate('Product, 1 client', 'products/s'),
  product_16: rate('Product, 16 clients', 'products/s'),
  start: { title: 'Start until it answers', unit: 's', is_cost: true, digits: 1 },
  memory: { title: 'Idle memory, with its database', unit: 'MB', is_cost: true, digits: 0 },
} satisfies Record<string, Row>;

export type RowName = keyof typeof ROWS;

export interface Figures {
  measured: Partial<Record<RowName, number>>;
  /** The rate of the product's order as bare SQL, in the rows of orders; only in the turns of the product. */
  bare: Partial<Record<RowName, number>>;
}

const ORDERS = [
  ['orders_1', 1, 1],
  ['orders_one_shop', 16, 1],
  ['orders_many_shops', 16, SHOPS],
] as const satisfies [RowName, clients: number, shops: number][];

const PAGES = [
  ['products_1', 'products', 1],
  ['products_16', 'products', 16],
  ['orders_page_1', 'orders', 1],
  ['orders_page_16', 'orders', 16],
  ['product_1', 'product', 1],
  ['product_16', 'product', 16],
] as const satisfies [RowName, PageName, clients: number][];

/** Starts a system, measures it and stops it. Pages come first: orders that are measured are not on them. */
export async function measureTurn(peer: Peer, place: Place): Promise<Figures> {
  const began_ms = performance.now();
  const running = await peer.start(place);
  const figures: Figures = { measured: { start: (performance.now() - began_ms) / 1000 }, bare: {} };
  try {
    await new Promise((resolve) => setTimeout(resolve, IDLE_MS));
    const memory = await running.memory();
    if (memory !== undefined) figures.measured.memory = memory.server + memory.database;
    for (const [row, page, clients] of PAGES) {
      const readers = Array.from({ length: clients }, () => running.pageClient(page));
      await repeat(readers, WARM_UP_S);
      const { per_second, refused, reason } = await repeat(readers, PAGES_S);
      if (refused > 0) throw new Error(`${refused} pages were refused: ${reason}`);
      figures.measured[row] = per_second;
    }
    await measureOrders(running, figures);
  } finally {
    await running.stop();
  }
  return figures;
}

async function measureOrders(running: RunningPeer, { measured, bare }: Figures): Promise<void> {
  for (const [row, clients, shops] of ORDERS) {
    const buyers = Array.from({ length: clients }, (_, client) => running.orderClient(client % shops));
    await repeat(buyers, WARM_UP_S);
    const { per_second, refused, reason } = await repeat(buyers, ORDERS_S);
    measured[row] = per_second;
    // What a system gives up under load, as after a wait for a lock, is no order.
    if (refused > 0) console.log(`  ${ROWS[row].title}: ${refused} were refused: ${reason.slice(0, 300)}`);
    const run = { connections: clients, duration_s: ORDERS_S };
    const by_pgbench = await running.bareOrders?.(shops, run);
    if (by_pgbench !== undefined) bare[row] = by_pgbench.per_second;
  }
}
