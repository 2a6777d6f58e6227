import { readdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../test/harness.ts';

const BROWSER = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };
const ASSETS = fileURLToPath(new URL('../dashboard/dist/dashboard/', import.meta.url));

let test_app: TestApp;
beforeAll(async () => {
  test_app = await startTestApp();
});
afterAll(() => test_app.close());

const get = (url: string, headers: Record<string, string> = BROWSER) => test_app.app.inject({ url, headers });

test.each(['/', '/orders', '/orders/12', '/sign-in?to=%2Forders'])(
  'a browser is shown the dashboard at any address that is no other thing: %s',
  async (path) => {
    const page = await get(path);
    expect([page.statusCode, page.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
    expect(page.body).toContain('<div id="root">');
    expect(page.headers['cache-control']).toBe('no-cache');
    const again = await get(path, { ...BROWSER, 'if-none-match': String(page.headers['etag']) });
    expect([again.statusCode, again.body]).toEqual([304, '']);
  },
);

test('no script may stand in a page, and nothing is loaded from elsewhere', async () => {
  const page = await get('/');
  const policy = String(page.headers['content-security-policy']);
  const scripts = policy.split('; ').find((rule) => rule.startsWith('script-src'));
  expect(scripts).toBe("script-src 'self' 'wasm-unsafe-eval'");
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(page.body).not.toMatch(/<script(?![^>]*src=)/);
  expect(page.body).not.toMatch(/(src|href)="(https?:)?\/\//);
});

test.each([
  '/api/open/nothing',
  '/docs/nothing',
  '/files/nothing',
  '/dashboard/nothing.js',
  '/nothing.js',
  '/assets/nothing',
])('an address of the API or of files that leads nowhere is an error, for browsers too: %s', async (path) => {
  expect((await get(path)).statusCode).toBe(404);
});

test('a program is told that an address leads nowhere', async () => {
  for (const accept of ['application/json', '*/*']) {
    const answer = await get('/orders', { accept });
    expect([answer.statusCode, answer.json().code]).toEqual([404, 'not_found']);
  }
  expect((await test_app.app.inject({ method: 'POST', url: '/orders', headers: BROWSER })).statusCode).toBe(
    404,
  );
});

test('what the page loads is there, compressed, for ever; no name leads out of its folder', async () => {
  const page = await get('/');
  const files = [...page.body.matchAll(/"(\/dashboard\/[^"]+)"/g)].map(([, path = '']) => path);
  expect(files.some((path) => path.endsWith('.js')) && files.some((path) => path.endsWith('.css'))).toBe(
    true,
  );
  for (const path of files) {
    const file = await get(path, { 'accept-encoding': 'br, gzip' });
    expect([file.statusCode, file.headers['content-encoding']]).toEqual([200, 'br']);
    expect(file.headers['cache-control']).toBe('public, max-age=31536000, immutable');
  }
  const names = await readdir(ASSETS);
  expect(names.filter((name) => !/[-_][\w-]{8}\.\w+(\.br|\.gz)?$/.test(name))).toEqual([]);
  for (const path of ['../index.html', '%2e%2e/index.html', '..%2f..%2fpackage.json', '.made-of'])
    expect((await get(`/dashboard/${path}`, {})).statusCode).toBe(404);
});

test('what makes it installable is there, and is looked at anew each time', async () => {
  const manifest = (await get('/manifest.webmanifest')).json() as {
    icons: { src: string }[];
    start_url: string;
  };
  expect(manifest.start_url).toBe('/');
  for (const path of [...manifest.icons.map(({ src }) => src), '/sw.js']) {
    const file = await get(path);
    expect([path, file.statusCode, file.headers['cache-control']]).toEqual([path, 200, 'no-cache']);
  }
});
