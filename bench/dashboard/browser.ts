import type { Browser, BrowserContextOptions, Page } from 'playwright-core';

/** Whom the browser is signed in as, and what there is to open. */
export interface Visited {
  base_url: string;
  /** How many it has; their numbers begin with 1. */
  orders: number;
  account: { email: string; password: string };
  order_id: number;
  product_id: number;
}

/** A page of a laptop, signed in and at home. Nothing of it is kept by a service worker. */
export async function openPage(
  browser: Browser,
  visited: Visited,
  options: BrowserContextOptions = {},
): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 1366, height: 768 },
    locale: 'id-ID',
    baseURL: visited.base_url,
    serviceWorkers: 'block',
    ...options,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  await signIn(page, visited);
  return page;
}

export async function signIn(page: Page, { account: { email, password } }: Visited): Promise<void> {
  await page.goto('/sign-in');
  await page.getByLabel('Email').fill(email);
  await page.getByRole('textbox', { name: 'Kata sandi' }).fill(password);
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => url.pathname === '/');
  await settled(page);
}

/** Waits until nothing is loaded any more: streams of news are not counted. */
export async function settled(page: Page): Promise<void> {
  const is_busy = `performance.getEntriesByType('resource').some(({ responseEnd }) => responseEnd > performance.now() - 500)`;
  while (await page.evaluate<boolean>(is_busy)) await page.waitForTimeout(50);
}

/** The middle and nearly the worst of times, in whole ms. */
export function spread(times_ms: readonly number[]): string {
  const sorted = times_ms.toSorted((a, b) => a - b);
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? NaN;
  return `p50 ${at(0.5).toFixed(0).padStart(5)}   p95 ${at(0.95).toFixed(0).padStart(5)}   worst ${at(1).toFixed(0).padStart(5)} ms`;
}
