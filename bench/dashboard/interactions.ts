import type { Browser, Page } from 'playwright-core';
import { openPage, settled, type Visited } from './browser.ts';

/** A cheap phone, of the machine that this runs on. */
const SLOWER = 4;
const MOST_MS = 200;

/**
 * From a key or a press until the next paint after it, on a processor slowed down. Of each room the worst is what the measure
 * called "interaction to next paint" is about; of fewer than 50 interactions it is the very worst.
 */
export async function measureInteractions(browser: Browser, visited: Visited): Promise<void> {
  console.log(`\nFrom a key or press to the next paint, processor ${SLOWER} times slower`);
  const page = await openPage(browser, visited);
  await page.addInitScript(OBSERVE);
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  for (const [title, { path, act }] of Object.entries(ROOMS)) {
    await page.goto(path(visited));
    await settled(page);
    await page.evaluate('window.__interactions.clear()');
    await act(page);
    await page.waitForTimeout(500);
    const found = await page.evaluate<Interaction[]>('[...window.__interactions.values()]');
    const worst = found.reduce((most, one) => (one.duration > most.duration ? one : most), NOTHING);
    console.log(
      `${title.padEnd(28)} ${String(found.length).padStart(4)} interactions over 16 ms, worst ${worst.duration.toFixed(0).padStart(4)} ms ` +
        `(at most ${MOST_MS})${worst.duration > MOST_MS ? `: ${worst.name} on ${worst.target}` : ''}`,
    );
  }
  await page.context().close();
}

interface Interaction {
  duration: number;
  name: string;
  target: string;
}
const NOTHING: Interaction = { duration: 0, name: '', target: '' };

const OBSERVE = `
  window.__interactions = new Map();
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      const { interactionId, duration, name, target } = entry;
      if (!interactionId || duration <= (window.__interactions.get(interactionId)?.duration ?? 0)) continue;
      window.__interactions.set(interactionId, { duration, name, target: target?.outerHTML?.slice(0, 120) ?? '' });
    }
  }).observe({ type: 'event', durationThreshold: 16, buffered: true });`;

interface Room {
  path: (visited: Visited) => string;
  act: (page: Page) => Promise<void>;
}

/** What a person does in each room. */
const ROOMS: Record<string, Room> = {
  home: {
    path: () => '/',
    async act(page) {
      await page.keyboard.press('Control+k');
      await type(page, 'siti');
      await pause(page, 1_500);
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'Akun' }).click();
      await pause(page);
      await page.keyboard.press('Escape');
    },
  },
  'order list': {
    path: () => '/orders',
    async act(page) {
      for (let n = 0; n < 8; n += 1) await press(page, 'j');
      for (let n = 0; n < 3; n += 1) {
        await press(page, 'x');
        await press(page, 'j');
      }
      await page.getByRole('tab', { name: /Belum bayar/ }).click();
      await pause(page, 2_000);
      await page.getByRole('searchbox').click();
      await type(page, 'siti');
      await pause(page, 2_000);
      await page.getByRole('button', { name: 'Saringan', exact: true }).click();
      await pause(page, 800);
      await page.keyboard.press('Escape');
      await pause(page, 500);
    },
  },
  'order entry': {
    path: () => '/orders/new',
    async act(page) {
      await page.getByRole('combobox', { name: 'Pelanggan', exact: true }).click();
      await type(page, 'siti');
      await page.locator('[role=option]').first().waitFor();
      await pause(page, 500);
      await press(page, 'Enter');
      await pause(page, 800);
      await type(page, 'bench');
      await page.locator('[role=option]').first().waitFor();
      await pause(page, 500);
      await press(page, 'Enter');
      await pause(page, 800);
      await type(page, '3');
      await press(page, 'Enter');
      await pause(page, 1_500);
    },
  },
  'order detail': {
    path: ({ order_id }) => `/orders/${order_id}`,
    async act(page) {
      for (let n = 0; n < 12; n += 1) await press(page, 'Tab');
      await press(page, 'Enter');
      await pause(page, 800);
      await press(page, 'Escape');
    },
  },
  products: {
    path: () => '/products',
    async act(page) {
      for (let n = 0; n < 8; n += 1) await press(page, 'j');
      await page.getByRole('searchbox').click();
      await type(page, 'gamis');
      await pause(page, 2_000);
    },
  },
  'a product': {
    path: ({ product_id }) => `/products/${product_id}`,
    async act(page) {
      await page.getByRole('textbox').first().click();
      await type(page, ' baru sekali');
      for (let n = 0; n < 10; n += 1) await press(page, 'Tab');
    },
  },
  shipping: {
    path: () => '/shipping',
    async act(page) {
      const tabs = page.getByRole('main').getByRole('tab');
      for (let n = 0; n < Math.min(4, await tabs.count()); n += 1) {
        await tabs.nth(n).click();
        await pause(page, 1_500);
      }
    },
  },
  customers: {
    path: () => '/customers',
    async act(page) {
      for (let n = 0; n < 8; n += 1) await press(page, 'j');
      await page.getByRole('searchbox').click();
      await type(page, 'siti');
      await pause(page, 2_000);
    },
  },
};

async function type(page: Page, text: string): Promise<void> {
  await page.keyboard.type(text, { delay: 80 });
}

async function press(page: Page, key: string): Promise<void> {
  await page.keyboard.press(key);
  await pause(page, 120);
}

async function pause(page: Page, for_ms = 400): Promise<void> {
  await page.waitForTimeout(for_ms);
}
