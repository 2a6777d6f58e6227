import type { Browser, Page } from 'playwright-core';
import { openPage, settled, spread, type Visited } from './browser.ts';

const TIMES = 15;
const ROWS_MS = 300;
const FILTER_MS = 400;

/** From the click, or the key, until the rows that it asks for are painted. */
export async function measureLists(browser: Browser, visited: Visited): Promise<void> {
  console.log('\nThe list of orders in the browser, from the click until the rows are painted');
  const page = await openPage(browser, visited);
  const first: number[] = [];
  for (let n = 0; n < TIMES; n += 1) {
    // Nothing of the list is known yet.
    await page.goto('/');
    await settled(page);
    first.push(
      await timed(page, () =>
        page.getByRole('navigation').getByRole('link', { name: 'Order', exact: true }).click(),
      ),
    );
  }
  say('first rows', ROWS_MS, first);
  for (const [title, change] of Object.entries(CHANGES)) {
    const times: number[] = [];
    for (let n = 0; n < TIMES; n += 1) {
      await page.goto('/orders');
      await settled(page);
      times.push(await timed(page, () => change(page, n, visited)));
    }
    say(title, FILTER_MS, times);
  }
  await measureHistory(page);
  await page.context().close();
}

/** What changes the list; the number makes each change one that is not known yet. */
const CHANGES: Record<string, (page: Page, n: number, visited: Visited) => Promise<void>> = {
  'tab: unpaid': (page) => page.getByRole('tab', { name: /Belum bayar/ }).click(),
  'tab: shipped': (page) => page.getByRole('tab', { name: /Dikirim/ }).click(),
  'search: a name': (page, n) => typed(page, ['siti aminah', 'budi santoso', 'rina utami'][n % 3] ?? ''),
  'search: an order number': (page, n, { orders }) => typed(page, String(orders - 1 - n * 7)),
};

/** Times count from the last key. */
async function typed(page: Page, text: string): Promise<void> {
  const field = page.getByRole('searchbox');
  await field.fill(text.slice(0, -1));
  await field.press('End');
  await page.keyboard.type(text.slice(-1));
}

/** Back and forward between filters: what was shown is shown again, from what the page still knows. */
async function measureHistory(page: Page): Promise<void> {
  await page.goto('/orders');
  await settled(page);
  await timed(page, () => page.getByRole('tab', { name: /Belum bayar/ }).click());
  await timed(page, () => typed(page, 'siti'));
  const shown = async () =>
    `${page.url()} ${await page.getByRole('table').getByRole('link').first().textContent()}`;
  const there = await shown();
  await page.goBack();
  await page.waitForURL((url) => !url.search.includes('siti'));
  await page.goForward();
  await page.waitForURL((url) => url.search.includes('siti'));
  await settled(page);
  const again = await shown();
  console.log(
    `back and forward: ${again === there ? 'the same filters and rows' : `DROPPED: ${there}, then ${again}`}`,
  );
}

/** In the page: from the next click or key until the list has its answer and is painted. */
const WATCH = `new Promise((resolve) => {
  const begin = () => {
    const began = performance.now();
    const look = () => {
      const asked = performance.getEntriesByType('resource').some(
        ({ name, startTime, responseEnd }) => startTime >= began && responseEnd > 0 && /\\/api\\/open\\/order(\\/details)?\\?/.test(name));
      const table = document.querySelector('main table');
      const is_there = asked && table?.querySelector('tbody a') && table.getAttribute('aria-busy') !== 'true';
      if (!is_there) return requestAnimationFrame(look);
      requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - began)));
    };
    look();
  };
  const late = () => { removeEventListener('click', late, true); removeEventListener('keydown', late, true); begin(); };
  addEventListener('click', late, true);
  addEventListener('keydown', late, true);
})`;

async function timed(page: Page, act: () => Promise<void>): Promise<number> {
  const watched = page.evaluate<number>(WATCH);
  await act();
  const late = page.waitForTimeout(20_000).then(() => {
    throw new Error(`no rows within 20 s at ${page.url()}`);
  });
  late.catch(() => undefined);
  return Promise.race([watched, late]);
}

function say(title: string, most_ms: number, times_ms: readonly number[]): void {
  console.log(`${title.padEnd(28)} ${spread(times_ms)} (at most ${most_ms})`);
}
