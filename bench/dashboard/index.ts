import { chromium, type Browser } from 'playwright-core';
import { CHROMIUM } from '../../test/chromium.ts';
import type { ServerProcess } from '../../test/server-process.ts';
import type { Runtime } from '../../src/start.ts';
import { openManyOrders } from '../orders-at-scale.ts';
import type { Visited } from './browser.ts';
import { measureInteractions } from './interactions.ts';
import { measureLists } from './lists.ts';
import { measureQuality } from './quality.ts';
import { measureWeight } from './weight.ts';

/**
 * Measures the dashboard in Debian's Chromium, signed in to a shop of a million orders beside a thousand others: what is loaded, how
 * soon a list is there, how soon the page answers a person, and what Lighthouse finds.
 *   DASHBOARD_ORDERS  orders in the shop (1,000,000)
 */
export async function measureDashboard(
  server: ServerProcess,
  runtime: Runtime,
  number: number,
): Promise<void> {
  if (CHROMIUM === undefined) {
    console.log('\nChromium is not installed (Debian: apt install chromium): the dashboard is not measured.');
    return;
  }
  const count = Number(process.env['DASHBOARD_ORDERS'] ?? 1_000_000);
  const { shop } = await openManyOrders(server, runtime, number, count);
  const { rows } = await runtime.database.pool.query<{ order_id: number; product_id: number }>(
    `select (select max(id) from orders where shop_id = $1) as order_id, (select max(id) from products where shop_id = $1) as product_id`,
    [shop.shop_id],
  );
  const [ids] = rows;
  if (ids === undefined) throw new Error('the shop has no orders');
  const visited = { base_url: server.base_url, account: shop.account, orders: count, ...ids };
  const browser = await chromium.launch({
    executablePath: CHROMIUM,
    args: ['--no-sandbox', '--disable-gpu'],
  });
  try {
    await measureWithin(browser, visited);
  } finally {
    await browser.close();
  }
  await measureQuality(visited);
}

async function measureWithin(browser: Browser, visited: Visited): Promise<void> {
  await measureWeight(browser, visited);
  await measureLists(browser, visited);
  await measureInteractions(browser, visited);
}
