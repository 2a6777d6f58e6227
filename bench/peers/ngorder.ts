import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readConfig } from '../../src/kernel/config.ts';
import { createAuthenticator } from '../../src/modules/accounts/index.ts';
import { startRuntime } from '../../src/start.ts';
import { today } from '../../test/stall.ts';
import { startServerProcess } from '../../test/server-process.ts';
import { memoryMb } from '../memory.ts';
import { orderSql } from '../order-sql.ts';
import { has_pgbench, pgbench } from '../pgbench.ts';
import { openBenchShop } from '../shop.ts';
import { CATALOGUE, SIZES } from './catalogue.ts';
import { KEYWORD, ROWS_PER_PAGE, SHOPS, STOCK, type PageName, type Peer, type RunningPeer } from './peer.ts';
import { connectTo, type Http, type PageRequest } from './repeat.ts';

const CLIENTS = 16;

/** What `start` needs of what was seeded. */
interface Seeded {
  shops: { token: string; order: Record<string, unknown> }[];
  product_id: number;
}

/** This product, as its users start it. */
export const ngorder: Peer = {
  name: 'Ngorder',
  version: 'this tree',
  shop: 'a tenant with goods, numbers and users of its own',
  order: 'one request: POST /api/open/order',
  keeps_seed: false,
  install: () => Promise.resolve(),
  async seed({ data_dir }) {
    const server = await startServerProcess({ DATA_DIR: data_dir });
    const http = connectTo(server.base_url);
    try {
      const shops: Seeded['shops'] = [];
      for (let number = 0; number < SHOPS; number += 1) {
        const { token, order, stall } = await openBenchShop(server.base_url, number);
        const payment = { status: 'PAID', date: today(), bank_id: stall.bank_id };
        shops.push({ token, order: { ...order, payment } });
      }
      const product_id = await seedProducts(http, shops[0]?.token ?? '');
      await writeFile(join(data_dir, 'seeded.json'), JSON.stringify({ shops, product_id } satisfies Seeded));
    } finally {
      await http.close();
      await server.stop();
    }
  },
  async addOrders(place, orders) {
    const running = await this.start(place);
    try {
      let left = orders;
      const client = async () => {
        const order = running.orderClient(0);
        while ((left -= 1) >= 0) await order();
      };
      await Promise.all(Array.from({ length: CLIENTS }, client));
    } finally {
      await running.stop();
    }
  },
  async start({ data_dir }) {
    const server = await startServerProcess({ DATA_DIR: data_dir });
    const http = connectTo(server.base_url);
    const { shops, product_id } = JSON.parse(await readFile(join(data_dir, 'seeded.json'), 'utf8')) as Seeded;
    const pages = pagesOf(shops[0]?.token ?? '', product_id);
    return {
      memory: () => memoryMb(server.process_id),
      orderClient: (shop) => orderClient(http, shops, shop),
      pageClient: (page) => http.reader(pages[page]),
      bareOrders: (count, run) => bareOrders(data_dir, shops.slice(0, count), run),
      async stop() {
        await http.close();
        await server.stop();
      },
    } satisfies RunningPeer;
  },
};

/** Gives the id of one of them. */
async function seedProducts(http: Http, token: string): Promise<number> {
  const products = CATALOGUE.map(({ name, price_idr, skus }) => ({
    name,
    product_type: 'S',
    has_variation: 'Y',
    weight: 200,
    publish_status: 'Y',
    variations: SIZES.map((size, index) => ({
      size,
      sku: skus[index],
      price: price_idr,
      stock_quantity: STOCK,
    })),
  }));
  const headers = { authorization: `Bearer ${token}` };
  await http.call('POST', '/api/open/product/bulk', { products }, headers);
  const found = await http.call('GET', `/api/open/product/search?keyword=${KEYWORD}`, undefined, headers);
  return found.body.data[0].id;
}

function orderClient(http: Http, shops: Seeded['shops'], shop: number): () => Promise<void> {
  const { token, order } = shops[shop] ?? { token: '', order: {} };
  const headers = { authorization: `Bearer ${token}` };
  return async () => {
    const { body } = await http.call('POST', '/api/open/order', order, headers);
    if (typeof body.data.order_id !== 'number') throw new Error(`no order: ${JSON.stringify(body)}`);
  };
}

function pagesOf(token: string, product_id: number): Record<PageName, PageRequest> {
  const get = { method: 'GET', headers: { authorization: `Bearer ${token}` } } as const;
  const isFull: PageRequest['isWhole'] = ({ data }) => data.length === ROWS_PER_PAGE;
  return {
    products: {
      ...get,
      path: `/api/open/product/search?keyword=${KEYWORD}&per_page=${ROWS_PER_PAGE}`,
      isWhole: isFull,
    },
    orders: { ...get, path: `/api/open/order?per_page=${ROWS_PER_PAGE}`, isWhole: isFull },
    product: {
      ...get,
      path: `/api/open/product/${product_id}/detail`,
      isWhole: ({ data }) => JSON.stringify(data).includes(KEYWORD),
    },
  };
}

/** The statements that the server sends for such an order, sent by pgbench to the same database. */
async function bareOrders(
  data_dir: string,
  shops: Seeded['shops'],
  run: { connections: number; duration_s: number },
) {
  if (!has_pgbench) return undefined;
  const config = readConfig({ DATA_DIR: data_dir, LOG_LEVEL: 'error' });
  const runtime = await startRuntime(config, { say: () => undefined, join_running: true });
  try {
    const authenticator = createAuthenticator(runtime.services);
    const scripts = [];
    for (const { token, order } of shops) {
      const principal = await authenticator.authenticate(token);
      if (principal === undefined) throw new Error('the token of a seeded shop is not known');
      scripts.push(await orderSql(runtime, principal, order));
    }
    const { embedded } = runtime;
    if (embedded === undefined) throw new Error('the database of the bench is an embedded one');
    return await pgbench(embedded.connection, scripts, run);
  } finally {
    await runtime.stop();
  }
}
