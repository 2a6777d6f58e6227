import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp, type TestShop } from '../../../test/harness.ts';

let app: TestApp;
let shop: TestShop;

beforeAll(async () => {
  app = await startTestApp();
  shop = await app.openShop();
});
afterAll(() => app.close());

const audit = async (query = '') => (await shop.call('GET', `/api/account/audit?${query}`)).body.data;

const product = (price: number, variation: object = {}) => ({
  name: 'Kaos',
  product_type: 'S',
  category_id: 0,
  is_warehouse: 0,
  has_variation: 'Y',
  publish_status: 'Y',
  wholesale_status: 'N',
  variations: [{ sku: 'KAO-1', price, size: 'M', color: 'Merah', stock_quantity: 3, ...variation }],
});

test('the owner reads who changed a price, when, from what, and to what', async () => {
  const { data } = (await shop.call('POST', '/api/open/product', product(50_000))).body;
  await shop.call('PATCH', '/api/open/product', {
    ...product(45_000, { id: data.product_meta_id[0] }),
    id: data.product_id,
  });
  const entries = await audit(`subject=product&subject_id=${data.product_id}`);
  expect(entries).toEqual([
    {
      id: expect.any(Number),
      subject: 'product',
      subject_id: data.product_id,
      action: 'updated',
      detail: {
        variations: [{ id: data.product_meta_id[0], sku: 'KAO-1', changed: { price_idr: [50_000, 45_000] } }],
      },
      user: { id: shop.user_id, name: expect.any(String) },
      api_key_id: null,
      created_at: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+0[789]:00$/),
    },
    expect.objectContaining({ action: 'created', detail: {} }),
  ]);
});

test('a change by an API key tells the key', async () => {
  const { body } = await shop.call('POST', '/api/account/api-key', { name: 'Integrasi' });
  await app.call(
    'POST',
    '/api/open/product-category',
    { name: 'Baju' },
    { authorization: `Bearer ${body.data.key}` },
  );
  const [entry] = await audit('subject=product_category');
  expect(entry).toMatchObject({ action: 'created', user: { id: shop.user_id }, api_key_id: body.data.id });
});

test('entries are found by user and by day, and another shop has none of them', async () => {
  const today = (await audit('per_page=1'))[0].created_at.slice(0, 10);
  const all = await audit(`user_id=${shop.user_id}&start_date=${today}&end_date=${today}`);
  expect(all.length).toBeGreaterThan(2);
  expect(await audit('end_date=2020-01-01')).toEqual([]);
  const other = await app.openShop();
  const theirs = (await other.call('GET', `/api/account/audit?user_id=${shop.user_id}`)).body.data;
  expect(theirs).toEqual([]);
});
