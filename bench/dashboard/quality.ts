import { mkdir } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { CHROMIUM } from '../../test/chromium.ts';
import { installPackages } from '../peers/programs.ts';
import { signIn, type Visited } from './browser.ts';

/** Too big (190 MB) for everybody who works on this: brought from the npm registry where it is asked for, and kept. */
const LIGHTHOUSE = '12.8.2';
const LEAST = 95;

/** Of Lighthouse's answer what is looked at here. */
interface Result {
  lhr: {
    categories: Record<string, { score: number | null; auditRefs: { id: string; weight: number }[] }>;
    audits: Record<string, { score: number | null; title: string }>;
  };
}
type Lighthouse = (url: string, flags: object) => Promise<Result | undefined>;

const screens = ({ order_id, product_id }: Visited): readonly string[] => [
  '/sign-in',
  '/sign-up',
  '/',
  '/orders',
  '/orders/new',
  `/orders/${order_id}`,
  `/orders/${order_id}/edit`,
  '/shipping',
  '/products',
  '/products/new',
  `/products/${product_id}`,
  '/products/import',
  '/stock',
  '/stock/opname',
  '/customers',
  '/notifications',
  '/jobs',
];

/** What Lighthouse says of each screen, on a phone as it sees one and on a laptop. */
export async function measureQuality(visited: Visited): Promise<void> {
  const folder = join(tmpdir(), `ngorder-lighthouse-${LIGHTHOUSE}`);
  await mkdir(folder, { recursive: true });
  try {
    await installPackages(folder, { lighthouse: LIGHTHOUSE });
  } catch (error) {
    console.log(`\nLighthouse ${LIGHTHOUSE} is left out: ${(error as Error).message}`);
    return;
  }
  const entry = pathToFileURL(join(folder, 'node_modules/lighthouse/core/index.js')).href;
  const { default: lighthouse } = (await import(entry)) as { default: Lighthouse };
  const port = await freePort();
  const browser = await chromium.launchPersistentContext(join(folder, `profile-${process.pid}`), {
    ...(CHROMIUM !== undefined && { executablePath: CHROMIUM }),
    args: ['--no-sandbox', '--disable-gpu', `--remote-debugging-port=${port}`],
    baseURL: visited.base_url,
    locale: 'id-ID',
  });
  try {
    console.log(`\nLighthouse ${LIGHTHOUSE}: accessibility and best practices, of 100 (at least ${LEAST})`);
    const of_nobody = screens(visited).filter((path) => path.startsWith('/sign-'));
    for (const path of of_nobody) await judge(lighthouse, visited, port, path);
    await signIn(browser.pages()[0] ?? (await browser.newPage()), visited);
    for (const path of screens(visited))
      if (!of_nobody.includes(path)) await judge(lighthouse, visited, port, path);
  } finally {
    await browser.close();
  }
}

async function judge(
  lighthouse: Lighthouse,
  { base_url }: Visited,
  port: number,
  path: string,
): Promise<void> {
  const scores: string[] = [];
  const faults = new Set<string>();
  for (const form of ['mobile', 'desktop'] as const) {
    const result = await lighthouse(base_url + path, {
      port,
      logLevel: 'error',
      output: 'json',
      onlyCategories: ['accessibility', 'best-practices'],
      // The session stays.
      disableStorageReset: true,
      formFactor: form,
      screenEmulation:
        form === 'mobile'
          ? { mobile: true, width: 360, height: 740, deviceScaleFactor: 2, disabled: false }
          : { mobile: false, width: 1366, height: 768, deviceScaleFactor: 1, disabled: false },
    });
    if (result === undefined) throw new Error(`Lighthouse said nothing of ${path}`);
    const { categories, audits } = result.lhr;
    for (const { score, auditRefs } of Object.values(categories)) {
      scores.push(String(Math.round((score ?? 0) * 100)).padStart(4));
      for (const { id, weight } of auditRefs) {
        const audit = audits[id];
        if (weight > 0 && audit !== undefined && audit.score !== null && audit.score < 1)
          faults.add(`${id}: ${audit.title}`);
      }
    }
  }
  console.log(
    `${path.replaceAll(/\d{2,}/g, '…').padEnd(24)} phone ${scores.slice(0, 2).join('')}  laptop ${scores.slice(2).join('')}  ${[...faults].join('; ')}`,
  );
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => probe.once('listening', resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  return typeof address === 'object' && address !== null ? address.port : 0;
}
