import { mkdir, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestApp, type TestApp } from './harness.ts';
import { MALFORMED_NAMES, STATIC_PATHS } from './malformed-paths.ts';
import { rawRequest, requestText } from './raw-request.ts';

let test_app: TestApp;
let base_url: string;

beforeAll(async () => {
  test_app = await startTestApp();
  const folder = join(test_app.services.config.DATA_DIR, 'files', '1');
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'logo.webp'), 'gambar');
  await writeFile(join(folder, '.hidden'), 'rahasia');
  await writeFile(join(folder, '..', '..', 'beside.txt'), 'rahasia');
  await test_app.app.listen({ host: '127.0.0.1', port: 0 });
  base_url = `http://127.0.0.1:${(test_app.app.server.address() as AddressInfo).port}`;
});
afterAll(() => test_app.close());

const request = (target: string, headers: string[] = [], method = 'GET') =>
  rawRequest(base_url, requestText(method, target, headers));

describe.each(STATIC_PATHS)('%s', (path) => {
  test.each(['GET', 'HEAD', 'POST', 'OPTIONS'])(
    'followed by what is no name is refused, never a fault of ours, and never another file: %s',
    async (method) => {
      for (const name of MALFORMED_NAMES) {
        const { status, text } = await request(path + name, [], method);
        // A question mark begins a query: what stands before it may be there.
        const found = [200, 301].includes(status) && /^(\?|#|\.|\.\/x|x#y)$/.test(name);
        // Which methods an address knows is said of any name.
        const is_listed = method === 'OPTIONS' && status === 204;
        expect(
          found || is_listed || (status >= 400 && status < 500),
          `${method} ${path}${name}: ${status} ${text}`,
        ).toBe(true);
        expect(text).not.toMatch(/rahasia|root:|\.ts:|node_modules|^set-cookie/im);
      }
    },
  );
});

test('a file is served, and with conditions and ranges of any kind too', async () => {
  const whole = await request('/files/1/logo.webp');
  expect(whole.status).toBe(200);
  expect(whole.text).toMatch(/\r\n\r\ngambar$/);
  for (const [header, status] of [
    ['Range: bytes=1-2', 206],
    ['Range: bytes=900-', 416],
    ['Range: bytes=-0', 416],
    ['Range: bytes=a-b', 416],
    ['Range: bytes=0-0,4-4', 200],
    ['If-Match: "other"', 412],
    ['If-Unmodified-Since: Sat, 01 Jan 2000 00:00:00 GMT', 412],
    ['If-None-Match: *', 304],
    ['If-Modified-Since: yesterday', 200],
  ] as const)
    expect((await request('/files/1/logo.webp', [header])).status, header).toBe(status);
});

test('hidden files, folders and what lies beside are not there', async () => {
  for (const name of ['1/.hidden', '1', '1/', '', '../beside.txt', '1/../../beside.txt', '1/logo.webp/'])
    expect((await request(`/files/${name}`)).status, name).toBe(404);
});

test('a Host that is none is refused, and none at all finds every page but those that need it', async () => {
  for (const host of [
    'a"b',
    'a/b',
    'a@b',
    'a b',
    'a?b',
    'a\\b',
    '<script>',
    'a:b',
    'a:99999',
    '[::1',
    'x'.repeat(300),
  ])
    for (const path of ['/docs/', '/api/open/x', '/healthz']) {
      const { status, text } = await rawRequest(
        base_url,
        `GET ${path} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`,
      );
      expect([400, NaN].includes(status) || status === 400, `${host}: ${text}`).toBe(true);
      expect(text.split('"docs":')[1] ?? '').not.toContain(host);
    }
  const without = (path: string) => rawRequest(base_url, `GET ${path} HTTP/1.0\r\n\r\n`);
  expect((await without('/healthz')).status).toBe(200);
  expect((await without('/docs/')).status).toBe(200);
  expect((await without('/api/open/x')).status).toBe(404);
});
