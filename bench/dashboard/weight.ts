import { get } from 'node:http';
import type { Browser, Page } from 'playwright-core';
import { settled, signIn, type Visited } from './browser.ts';

const FIRST_KB = 250;
const LATER_KB = 80;

/** Rooms in the order in which they are visited; each counts what no room before it has loaded. */
const rooms = ({ order_id, product_id }: Visited): readonly string[] => [
  '/orders',
  '/orders/new',
  `/orders/${order_id}`,
  `/orders/${order_id}/edit`,
  '/shipping',
  '/products',
  `/products/${product_id}`,
  '/products/import',
  '/stock',
  '/stock/opname',
  '/customers',
];

/** What is loaded at first, and by each room alone, as gzip makes it: what the server sends where brotli is not understood. */
export async function measureWeight(browser: Browser, visited: Visited): Promise<void> {
  console.log('\nWhat a browser loads of the dashboard, gzip');
  const visit = { baseURL: visited.base_url, serviceWorkers: 'block', locale: 'id-ID' } as const;
  const front = await browser.newContext(visit);
  const door = await front.newPage();
  const at_door = listen(door);
  await door.goto('/sign-in');
  await door.getByLabel('Email').waitFor();
  await settled(door);
  const at_sign_in = await weigh(visited.base_url, at_door);
  await signIn(door, visited);
  // Somebody who is signed in, and has nothing of it yet.
  const context = await browser.newContext({ ...visit, storageState: await front.storageState() });
  await front.close();
  const page = await context.newPage();
  const loaded = listen(page);
  await page.goto('/');
  await page.getByRole('banner').waitFor();
  await settled(page);
  const first = await weigh(visited.base_url, loaded);
  const say = (what: string, bytes: number, most_kb: number) =>
    console.log(`${what.padEnd(28)} ${(bytes / 1000).toFixed(1).padStart(7)} kB (at most ${most_kb})`);
  say('sign-in', at_sign_in, FIRST_KB);
  say('first load: home', first, FIRST_KB);
  let before = first;
  for (const room of rooms(visited)) {
    // As a link would: the page stays.
    await page.evaluate(
      `history.pushState(null, '', ${JSON.stringify(room)}); dispatchEvent(new PopStateEvent('popstate'))`,
    );
    await page.waitForTimeout(500);
    await settled(page);
    const now = await weigh(visited.base_url, loaded);
    say(room.replaceAll(/\d{2,}/g, '…'), now - before, LATER_KB);
    before = now;
  }
  await context.close();
}

/** The page and the files of the dashboard that are loaded from now on. */
function listen(page: Page): Set<string> {
  const paths = new Set(['/']);
  page.on('response', (answer) => {
    const { pathname } = new URL(answer.url());
    if (pathname.startsWith('/dashboard/')) paths.add(pathname);
  });
  return paths;
}

async function weigh(base_url: string, paths: ReadonlySet<string>): Promise<number> {
  const sizes = await Promise.all([...paths].map((path) => sizeOf(base_url + path)));
  return sizes.reduce((sum, size) => sum + size, 0);
}

/** Bytes of the body as it is sent. */
function sizeOf(url: string): Promise<number> {
  return new Promise((resolve, reject) => {
    get(url, { headers: { accept: 'text/html', 'accept-encoding': 'gzip' } }, (answer) => {
      let bytes = 0;
      answer.on('data', (chunk: Buffer) => (bytes += chunk.length));
      answer.on('end', () => resolve(bytes));
    }).on('error', reject);
  });
}
