import { mkdir } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import axe from 'axe-core';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { CHROMIUM } from '../chromium.ts';
import { startTestApp, type TestApp, type TestShop } from '../harness.ts';

// `.ci/run` installs it.
if (CHROMIUM === undefined && process.env['CI'] !== undefined)
  throw new Error('Chromium is not installed (Debian: apt install chromium)');

/** Without a browser these are left out, and said to be so; in CI that is an error. */
export const screenTest = (title: string, run: () => Promise<void>): void =>
  test.skipIf(CHROMIUM === undefined)(title, run, 120_000);

/** What the dashboard is used on: a laptop, and a phone in one hand. */
export const SIZES = { laptop: { width: 1366, height: 768 }, phone: { width: 360, height: 740 } } as const;
export type Size = keyof typeof SIZES;

const PICTURES = fileURLToPath(new URL('../../docs/screens/', import.meta.url));

export interface Screens {
  readonly app: TestApp;
  readonly base_url: string;
  /** A page of nobody who is signed in. */
  visit: (size?: Size, options?: BrowserContextOptions) => Promise<Page>;
  /** A page of this person, at this address. */
  enter: (who: Pick<TestShop, 'email' | 'password'>, path: string, size?: Size) => Promise<Page>;
  /** Checks the screen as it is, and with SCREENS=1 keeps its picture in docs/screens. */
  look: (page: Page, name: string) => Promise<void>;
}

/** A running server with the dashboard, and a browser, for the tests of a file. No page may have an error of its own. */
export function openScreens(): Screens {
  let app: TestApp;
  let browser: Browser;
  let base_url = '';
  const faults: string[] = [];
  beforeAll(async () => {
    if (CHROMIUM === undefined) return;
    app = await startTestApp();
    await app.app.listen({ host: '127.0.0.1', port: 0 });
    base_url = `http://127.0.0.1:${(app.app.server.address() as AddressInfo).port}`;
    browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox', '--disable-gpu'] });
  });
  afterEach(async () => {
    await Promise.all(browser?.contexts().map((context) => context.close()) ?? []);
    expect(faults.splice(0)).toEqual([]);
  });
  afterAll(async () => {
    await browser?.close();
    await app?.close();
  });
  const visit = async (size: Size = 'laptop', options: BrowserContextOptions = {}) => {
    const context = await browser.newContext({
      viewport: SIZES[size],
      locale: 'id-ID',
      reducedMotion: 'reduce',
      hasTouch: size === 'phone',
      baseURL: base_url,
      ...options,
    });
    const page = await context.newPage();
    page.setDefaultTimeout(10_000);
    page.on('pageerror', (error) => faults.push(`${page.url()}: ${error.message}`));
    page.on('console', (message) => {
      // A refusal of the server is told to the person: the browser's own line about it is no fault.
      const is_refusal = message.text().startsWith('Failed to load resource');
      if (message.type() === 'error' && !is_refusal) faults.push(`${page.url()}: ${message.text()}`);
    });
    return page;
  };
  return {
    get app() {
      return app;
    },
    get base_url() {
      return base_url;
    },
    visit,
    async enter({ email, password }, path, size) {
      const page = await visit(size);
      await page.goto(`/sign-in?to=${encodeURIComponent(path)}`);
      await page.getByLabel('Email').fill(email);
      await page.getByRole('textbox', { name: 'Kata sandi' }).fill(password);
      await page.keyboard.press('Enter');
      await page.waitForURL((url) => url.pathname + url.search === path);
      await page.getByRole('banner').waitFor();
      return page;
    },
    look,
  };
}

interface Violation {
  id: string;
  impact: string;
  at: string[];
}

/** Runs in the page, where there is a document: a text, as there is none here. */
const AUDIT = `axe
  .run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'] })
  .then(({ violations }) =>
    violations.map(({ id, impact, nodes }) => ({ id, impact, at: nodes.map(({ html }) => html.slice(0, 200)) })))`;
const WIDER_BY = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';

/** Nothing serious is wrong for who cannot see or use a mouse, and nothing is wider than the screen. */
async function look(page: Page, name: string): Promise<void> {
  await page.evaluate(axe.source);
  const found = await page.evaluate<Violation[]>(AUDIT);
  const serious = found.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  expect(serious, name).toEqual([]);
  expect(await page.evaluate<number>(WIDER_BY), `${name}: wider than the screen by`).toBeLessThanOrEqual(0);
  if (process.env['SCREENS'] === undefined) return;
  await mkdir(PICTURES, { recursive: true });
  const size = page.viewportSize()?.width === SIZES.phone.width ? 'phone' : 'laptop';
  await page.screenshot({ path: `${PICTURES}${name}-${size}.png` });
}
