import { chmod, mkdir, readdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestApp, type TestApp, type TestShop } from '../../../test/harness.ts';
import { joinShop } from '../../../test/person.ts';
import { expectOk } from '../../../test/stall.ts';
import { shutPrivateFiles } from '../../integrations/files/local-private.ts';
import { limits } from '../limits.ts';
import { storeDownload, sweepDownloads, type MadeFile } from './downloads.ts';

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
const stored = () => readdir(join(test_app.services.config.DATA_DIR, 'private', String(shop.shop_id)));

test('the link gives the file to who has it, as a download that nobody keeps, for seven days', async () => {
  const link = await storeDownload(shop.context(), made('nama;stok\n'));
  expect(link).toMatch(/^http:\/\/ngorder\.test\/api\/download\/[\w-]{32}_\d+$/);
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
  expect(await stored()).toEqual([]);
  const link = await storeDownload(shop.context(), made('baru'));
  await sweepDownloads(test_app.services).run();
  expect(await stored()).toHaveLength(1);
  expect((await open(link)).body).toBe('baru');
});

test('a token can not be read in the database', async () => {
  const link = await storeDownload(shop.context(), made('x'));
  const rows = await test_app.database.pool.query<{ text: string }>(
    'select downloads::text as text from downloads',
  );
  expect(rows.rows.map(({ text }) => text).join()).not.toContain(link.split('/').at(-1));
});

test('a file that could not be made leaves nothing behind', async () => {
  const before = await stored();
  const failing = { ...made(''), write: () => Promise.reject(new Error('disk full')) };
  await expect(storeDownload(shop.context(), failing)).rejects.toThrow('disk full');
  expect(await stored()).toEqual(before);
});

describe('a link ends', () => {
  // Users are managed by who has signed in just now.
  beforeAll(async () => {
    shop = await test_app.openShop();
  });
  const change = async (method: string, path: string, input?: object) =>
    expectOk(await shop.call(method, path, input));

  test('when the user that it was made for is removed, or may see less; and not before', async () => {
    const owner = await joinShop(test_app, shop, 'owner');
    const link = await storeDownload(await owner.context(), made('harga beli'));
    expect((await open(link)).statusCode).toBe(200);
    const giveRole = (role: string) => change('PATCH', '/api/account/user', { id: owner.user_id, role });
    for (const [role, status] of [
      ['admin', 404],
      ['warehouse', 404],
      ['owner', 200],
    ] as const) {
      await giveRole(role);
      expect((await open(link)).statusCode, role).toBe(status);
    }
    await giveRole('admin');
    const ended = await open(link);
    const unknown = await open('http://ngorder.test/api/download/tidak-ada');
    expect({ ...ended.json(), request_id: '' }).toEqual({ ...unknown.json(), request_id: '' });
    await giveRole('owner');
    await change('DELETE', `/api/account/user/${owner.user_id}`);
    expect((await open(link)).statusCode).toBe(404);
  });

  test('when a warehouse is taken from the user, and its file is removed', async () => {
    const keeper = await joinShop(test_app, shop, 'warehouse');
    const other = await joinShop(test_app, shop, 'warehouse');
    const give = (user_id: number[]) => change('PATCH', '/api/open/warehouse', { id: 0, user_id });
    await give([keeper.user_id, other.user_id]);
    const links = [
      await storeDownload(await keeper.context(), made('rak 1')),
      await storeDownload(await other.context(), made('rak 2')),
    ];
    const statuses = async () => {
      const answers = [];
      for (const link of links) answers.push((await open(link)).statusCode);
      return answers;
    };
    await give([keeper.user_id, other.user_id]);
    expect(await statuses()).toEqual([200, 200]);
    const before = (await stored()).length;
    await give([other.user_id]);
    expect(await statuses()).toEqual([404, 200]);
    await sweepDownloads(test_app.services).run();
    expect(await stored()).toHaveLength(before - 1);
  });
});

test('nobody else on the machine can read a private file or its folders, also those that were there before', async () => {
  const folder = join(test_app.services.config.DATA_DIR, 'private');
  const modes = async () => {
    const paths = ['.', ...(await readdir(folder, { recursive: true }))];
    const found = await Promise.all(paths.map((path) => stat(join(folder, path))));
    return new Set(
      found.map((one) => `${one.isDirectory() ? 'folder' : 'file'} ${(one.mode & 0o777).toString(8)}`),
    );
  };
  await storeDownload(shop.context(), made('rahasia'));
  expect(await modes()).toEqual(new Set(['folder 700', 'file 600']));
  await mkdir(join(folder, '999', 'lama'), { recursive: true });
  await writeFile(join(folder, '999', 'lama', 'berkas'), 'rahasia');
  for (const path of ['999', '999/lama', '.']) await chmod(join(folder, path), 0o755);
  await chmod(join(folder, '999/lama/berkas'), 0o644);
  await shutPrivateFiles(folder);
  expect(await modes()).toEqual(new Set(['folder 700', 'file 600']));
});

test('a link in a mail leads to PUBLIC_URL or to where the server listens, never to the Host of a request', async () => {
  const headers = { host: 'jahat.example', authorization: `Bearer ${shop.token}` };
  expectOk(await test_app.call('GET', '/api/open/product/download', {}, headers));
  await test_app.runJobs();
  const { rows } = await test_app.database.pool.query<{ text: string }>(
    'select shop_jobs::text as text from shop_jobs where shop_id = $1',
    [shop.shop_id],
  );
  const mails = expectOk(await shop.call('GET', '/api/account/outbox')).body.data;
  const texts = JSON.stringify([...rows, ...mails]);
  expect(texts).toContain('http://ngorder.test/api/download/');
  expect(texts).not.toContain('jahat.example');
});
