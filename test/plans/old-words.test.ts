import pg from 'pg';
import { expect, inject, test } from 'vitest';
import { startTestApp } from '../harness.ts';
import { fillShop } from './fill-shop.ts';
import { GOODS_ROWS } from './goods-rows.ts';
import type { FilledTable } from './row-parts.ts';

/** So many rows lack the word; those before them hold it, more than are counted exactly. */
const NEW_ROWS = 50_000;
const OLD_ROWS = 12_000;
const ANSWER_MS = 1_000;

/** Rows of higher numbers are older. */
const NAME = `case when n > ${NEW_ROWS} then 'Kaos Aminah ' else 'Impor Siti ' end || n`;
const TABLES = ['product_categories', 'customers', 'products', 'product_variations'].flatMap((name) =>
  GOODS_ROWS.filter(([table]) => table === name)
    .slice(0, 1)
    .map((filled): FilledTable => {
      const [table, columns] = filled;
      return table === 'customers' || table === 'products' ? [table, { ...columns, name: NAME }] : filled;
    }),
);
const PATHS = [
  ...['NEWEST', 'LONGEST', 'CHEAPEST', 'ASC', 'MOST_STOCK'].map(
    (order) => `/api/open/product/search?order_by=${order}`,
  ),
  '/api/open/product/variation?per_page=10',
  ...['LATEST_CUSTOMER', 'LAST_ORDER'].map((order) => `/api/open/customer?order_by=${order}`),
];

test(
  'a word that only the oldest rows hold is found within a second right after 50,000 others came in',
  { timeout: 120_000 },
  async () => {
    const app = await startTestApp({ pool_size: 4 });
    const { host, port, superuser: user } = inject('postgres');
    const database = String(app.database.pool.options.database);
    const client = new pg.Client({ host, port, user, database });
    await client.connect();
    try {
      const shop = await app.openShop();
      await fillShop(client, shop.shop_id, { rows: NEW_ROWS + OLD_ROWS, tables: TABLES });
      const taken: { what: string; ms: number; status: number }[] = [];
      for (const keyword of ['kaos', 'ka', 'aminah', 'aminah 6', 'kaos aminah', 'impor', 'zzz'])
        for (const path of PATHS) {
          const began = performance.now();
          const { status } = await shop.call('GET', `${path}&keyword=${encodeURIComponent(keyword)}`);
          taken.push({ what: `${keyword} ${path}`, ms: performance.now() - began, status });
        }
      expect(taken.filter(({ ms, status }) => ms > ANSWER_MS || status !== 200)).toEqual([]);
    } finally {
      await client.end();
      await app.close();
    }
  },
);
