import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp, type TestShop } from '../../../../test/harness.ts';
import { expectOk } from '../../../../test/stall.ts';
import { adminFeeOf } from '../index.ts';

const PATH = '/api/open/setting/payment/admin-fee';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

const create = (shop: TestShop, input: object) => shop.call('POST', PATH, input);

test('fees are created, listed and changed as in the reference, under its spelling of the code and the right one', async () => {
  const shop = await app.openShop();
  const reseller = expectOk(await create(shop, { nominal: '1500', catgory_code: 'y' })).body.data;
  expect(reseller).toEqual({ id: expect.any(Number), nominal: '1500', category_code: 'Y' });
  expectOk(await create(shop, { nominal: 4_500, category_code: 'N' }));
  const changed = { id: reseller.id, nominal: 0, category_code: 'D' };
  expect(expectOk(await shop.call('PATCH', PATH, changed)).body.data).toEqual({ ...changed, nominal: '0' });
  expect(expectOk(await shop.call('GET', PATH)).body.data).toEqual([
    { id: reseller.id, nominal: 0, customer_category: { code: 'D', name: 'Dropshipper' } },
    { id: expect.any(Number), nominal: 4_500, customer_category: { code: 'N', name: 'Pelanggan' } },
  ]);
  expect(await adminFeeOf(shop.context(), 'N')).toBe(4_500);
  expect(await adminFeeOf(shop.context(), 'Y')).toBe(0);
});

test.each([
  [{ nominal: 4_501, category_code: 'N' }, 'nominal'],
  [{ nominal: -1, category_code: 'N' }, 'nominal'],
  [{ nominal: 10.5, category_code: 'N' }, 'nominal'],
  [{ category_code: 'N' }, 'nominal'],
  [{ nominal: 1_000 }, 'category_code'],
  [{ nominal: 1_000, category_code: 'Z' }, 'category_code'],
  // The shop has not made it.
  [{ nominal: 1_000, category_code: '3' }, 'category_code'],
])('%j is refused on %s, in both languages', async (input, field) => {
  const shop = await app.openShop();
  for (const language of ['en', 'id']) {
    const { status, body } = await shop.call('POST', PATH, input, { 'accept-language': language });
    expect({ status, fields: Object.keys(body.message) }).toEqual({ status: 422, fields: [field] });
  }
  expect(expectOk(await shop.call('GET', PATH)).body.data).toEqual([]);
});

test('a category has one fee, however many are created at once', async () => {
  const shop = await app.openShop();
  const answers = await Promise.all(
    Array.from({ length: 8 }, (_, at) => create(shop, { nominal: 100 + at, category_code: 'N' })),
  );
  const refused = answers.filter(({ status }) => status !== 200);
  expect(refused.map(({ status, body }) => [status, body.code, Object.keys(body.message)])).toEqual(
    Array.from({ length: 7 }, () => [422, 'admin_fee_exists', ['category_code']]),
  );
  expect(expectOk(await shop.call('GET', PATH)).body.data).toHaveLength(1);
  const other = expectOk(await create(shop, { nominal: 1, category_code: 'Y' })).body.data;
  const taken = await shop.call('PATCH', PATH, { id: other.id, nominal: 1, category_code: 'N' });
  expect([taken.status, taken.body.code]).toEqual([422, 'admin_fee_exists']);
});
