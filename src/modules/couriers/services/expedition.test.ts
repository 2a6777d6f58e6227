import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp, type TestShop } from '../../../../test/harness.ts';
import { expectOk } from '../../../../test/stall.ts';

let app: TestApp;

beforeAll(async () => {
  app = await startTestApp();
});

afterAll(() => app.close());

const activate = (shop: TestShop, groups: Record<'regular' | 'express' | 'trucking', string[]>) =>
  shop.call('PATCH', '/api/open/setting/courier/all', groups).then(expectOk);

test('every service of every courier is listed once, JNE REG with the number 1', async () => {
  const shop = await app.openShop();
  const { status, body } = await shop.call('GET', '/api/open/expedition');
  expect(status).toBe(200);
  expect(body.data.find((item: any) => item.id === 1)).toEqual({
    id: 1,
    rate_name: 'REG',
    logistic_name: 'JNE',
    show_name: 'Regular',
    pickup_available: 'AVAILABLE',
  });
  expect(body.data.find((item: any) => item.id === 349)).toMatchObject({
    logistic_name: expect.stringMatching(/^SAP/),
  });
  const ids = body.data.map((item: any) => item.id);
  expect(new Set(ids).size).toBe(ids.length);
});

test("the active list has the services of the shop's couriers, with logos that are served", async () => {
  const shop = await app.openShop();
  await activate(shop, { regular: ['44', '1'], express: ['2'], trucking: [] });
  const { body } = await shop.call('GET', '/api/open/expedition/active', { per_page: '100' });
  expect(new Set(body.data.map((item: any) => item.logistic_name))).toEqual(
    new Set(['JNE', 'Lion Parcel', 'Ambil di Toko', 'Input manual']),
  );
  expect(body.data.map((item: any) => item.id)).toEqual([1, 2, 44, 98, 99]);
  expect(body.data.find((item: any) => item.id === 1)).toEqual({
    id: 1,
    rate_name: 'REG',
    logistic_name: 'JNE',
    show_name: 'Regular',
    logo_url: 'http://ngorder.test/assets/courier/jne.svg',
    pickup_available: 'AVAILABLE',
  });
  for (const logo of new Set<string>(body.data.map((item: any) => item.logo_url))) {
    const served = await app.app.inject({ url: new URL(logo).pathname });
    expect({ logo, status: served.statusCode }).toEqual({ logo, status: 200 });
    expect(served.headers['content-type']).toMatch(/^image\/svg\+xml/);
    expect(served.headers['cache-control']).toMatch(/max-age=\d{6,}/);
  }
});

test('pages follow each other without gap or repeat, and their links lead on', async () => {
  const shop = await app.openShop();
  const all = await shop.call('GET', '/api/open/expedition/active', { per_page: '100' });
  const seen: unknown[] = [];
  let path: string | undefined = '/api/open/expedition/active?per_page=4';
  let pages = 0;
  while (path !== undefined) {
    const { body } = await shop.call('GET', path);
    seen.push(...body.data);
    pages += 1;
    expect(body.meta.pagination).toMatchObject({
      total: all.body.data.length,
      per_page: 4,
      current_page: pages,
    });
    path = body.meta.pagination.links.next?.replace('http://ngorder.test', '');
  }
  expect(seen).toEqual(all.body.data);
  expect(pages).toBe(Math.ceil(all.body.data.length / 4));
});

test('a keyword finds couriers by a part of the name in any letter case', async () => {
  const shop = await app.openShop();
  const { body } = await shop.call('GET', '/api/open/expedition/active', { keyword: 'jN', per_page: '100' });
  expect(new Set(body.data.map((item: any) => item.logistic_name))).toEqual(new Set(['JNE']));
  const none = await shop.call('GET', '/api/open/expedition/active', { keyword: 'pos malaysia' });
  expect(none.body.data).toEqual([]);
  expect(none.body.meta.pagination).toMatchObject({ total: 0, total_pages: 1, links: {} });
});

test.each([
  ['keyword', 'x'.repeat(21)],
  ['per_page', '101'],
  ['per_page', '0'],
  ['pagination_offset', 'dua'],
])('%s %s is refused by name', async (name, value) => {
  const shop = await app.openShop();
  const { status, body } = await shop.call('GET', '/api/open/expedition/active', { [name]: value });
  expect(status).toBe(422);
  expect(Object.keys(body.message)).toEqual([name]);
});

test('the lists of expeditions ask the database for the services of the shop in one statement', async () => {
  const shop = await app.openShop();
  await shop.call('GET', '/api/open/expedition');
  const before = app.database.statements.sent;
  await shop.call('GET', '/api/open/expedition');
  expect(app.database.statements.sent - before).toBe(1);
  await shop.call('GET', '/api/open/expedition/active', { per_page: '100' });
  expect(app.database.statements.sent - before).toBe(2);
});
