import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp, type TestShop } from '../../../test/harness.ts';
import { limits } from '../limits.ts';
import { keepDownload, sweepDownloads, type MadeFile } from './downloads.ts';

let test_app: TestApp;
let shop: TestShop;
let now: Date;

beforeAll(async () => {
  now = new Date('2026-03-02T03:00:00Z');
  test_app = await startTestApp({ clock: { now: () => now } });
  shop = await test_app.openShop();
});
afterAll(() => test_app.close());

const made = (content: string): MadeFile => ({
  name: 'produk.csv',
  content_type: 'text/csv',
  write: (path) => writeFile(path, content),
});
const open = (link: string) => test_app.app.inject({ url: new URL(link).pathname });
const kept = () => readdir(join(test_app.services.config.DATA_DIR, 'private', String(shop.shop_id)));

test('the link gives the file to who has it, as a download that nobody keeps, for seven days', async () => {
  const link = await keepDownload(shop.context(), made('nama;stok\n'));
  expect(link).toMatch(/^http:\/\/ngorder\.test\/api\/download\/[\w-]{32}$/);
  const answer = await open(link);
  expect(answer.statusCode).toBe(200);
  expect(answer.body).toBe('nama;stok\n');
  expect(answer.headers).toMatchObject({
    'content-type': 'text/csv',
    'content-disposition': 'attachment; filename="produk.csv"',
    'cache-control': 'private, no-store',
    'x-content-type-options': 'nosniff',
  });
  const made_at = now;
  now = new Date(made_at.getTime() + limits.download_days * 86_400_000 - 1_000);
  expect((await open(link)).statusCode).toBe(200);
  now = new Date(now.getTime() + 1_000);
  const ended = await open(link);
  const unknown = await open('http://ngorder.test/api/download/tidak-ada');
  expect(ended.statusCode).toBe(404);
  expect({ ...ended.json(), request_id: '' }).toEqual({ ...unknown.json(), request_id: '' });
});

test('files whose links have ended are removed, others stay', async () => {
  await sweepDownloads(test_app.services).run();
  expect(await kept()).toEqual([]);
  const link = await keepDownload(shop.context(), made('baru'));
  await sweepDownloads(test_app.services).run();
  expect(await kept()).toHaveLength(1);
  expect((await open(link)).body).toBe('baru');
});

test('a token can not be read in the database', async () => {
  const link = await keepDownload(shop.context(), made('x'));
  const rows = await test_app.database.pool.query<{ text: string }>(
    'select downloads::text as text from downloads',
  );
  expect(rows.rows.map(({ text }) => text).join()).not.toContain(link.split('/').at(-1));
});

test('a file that could not be made leaves nothing behind', async () => {
  const before = await kept();
  const failing = { ...made(''), write: () => Promise.reject(new Error('disk full')) };
  await expect(keepDownload(shop.context(), failing)).rejects.toThrow('disk full');
  expect(await kept()).toEqual(before);
});
