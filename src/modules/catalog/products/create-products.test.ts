import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { startTestApp, type TestApp, type TestShop } from '../../../../test/harness.ts';
import { shopRows } from '../../../../test/shop-rows.ts';
import { expectOk } from '../../../../test/stall.ts';
import { diagnose } from '../../../doctor.ts';
import { limits } from '../../../kernel/limits.ts';
import { catalogLimits } from '../limits.ts';

let test_app: TestApp;
let shop: TestShop;

beforeAll(async () => {
  test_app = await startTestApp();
});
beforeEach(async () => {
  shop = await test_app.openShop();
});
afterAll(async () => {
  for (const check of await diagnose(test_app.services.db))
    expect(check.differences, check.title).toEqual([]);
  await test_app.close();
});

const product = (name: string, change: Record<string, unknown> = {}) => ({
  name,
  product_type: 'S',
  weight: '100',
  variations: [{ sku: `SKU-${name}`, price: '5000', stock_quantity: 3 }],
  ...change,
});
const send = (products: unknown[], more: object = {}, headers: Record<string, string> = {}) =>
  shop.call('POST', '/api/open/product/bulk', { products, ...more }, headers);
const list = async () => expectOk(await shop.call('GET', '/api/open/product/search')).body;

test('many products are kept at once, each as if it came alone', async () => {
  const big = product('Kaos', {
    has_variation: 'Y',
    wholesale_status: 'Y',
    wholesale: [{ from: 3, to: 11, price: 4_500 }],
    variations: [
      { color: 'merah', price: 5_000, stock_quantity: 2 },
      { color: 'biru', price: 6_000, stock_quantity: '4' },
    ],
  });
  const { data } = expectOk(await send([product('Tas'), big])).body;
  expect(data).toMatchObject({
    created: 2,
    skipped: 0,
    results: [
      { index: 0, status: 'CREATED', product: { total_stock: 3 }, errors: {} },
      { index: 1, status: 'CREATED', product: { total_stock: 6 }, errors: {} },
    ],
  });
  const [, kaos] = data.results;
  const detail = await shop.call('GET', `/api/open/product/${kaos.product.product_id}/detail`);
  const alone = expectOk(await shop.call('POST', '/api/open/product', big)).body.data;
  const detail_alone = await shop.call('GET', `/api/open/product/${alone.product_id}/detail`);
  const plain = (body: any) =>
    JSON.stringify(body).replaceAll(/"(?:id|sku|created_at|request_id)":(?:"[^"]*"|\d+)/g, '');
  expect(plain(detail.body)).toBe(plain(detail_alone.body));
  expect(kaos.product.product_meta_id).toHaveLength(2);
  const events = await test_app.services.db
    .selectFrom('outbox_events')
    .select('subject_id')
    .where('shop_id', '=', shop.shop_id)
    .where('name', '=', 'product.created')
    .execute();
  expect(events).toHaveLength(3);
});

const WRONG = [
  product('Baik'),
  product('', { weight: -1 }),
  product('Kategori', { category_id: 987_654 }),
  product('Kembar', { variations: [{ sku: 'sku-baik', price: 1, stock_quantity: 1 }] }),
  'bukan produk',
];

test('one that is wrong keeps all from being kept, and is told by its place', async () => {
  const before = await shopRows(test_app.database.pool, shop.shop_id);
  const unreadable = await send(WRONG, {}, { 'accept-language': 'id' });
  expect(unreadable.status).toBe(422);
  expect(Object.keys(unreadable.body.message)).toEqual([
    'products.1.name',
    'products.1.weight',
    'products.4',
  ]);
  const impossible = await send([WRONG[0], WRONG[2], WRONG[3]]);
  expect(Object.keys(impossible.body.message)).toEqual([
    'products.1.category_id',
    'products.2.variations.0.sku',
  ]);
  expect(await shopRows(test_app.database.pool, shop.shop_id)).toBe(before);
});

test('with partial=true those that are right are kept, and the others told', async () => {
  const { data } = expectOk(await send(WRONG, { partial: 'true' })).body;
  expect(data).toMatchObject({ created: 1, skipped: 4 });
  expect(data.results.map((result: any) => [result.status, Object.keys(result.errors)])).toEqual([
    ['CREATED', []],
    ['SKIPPED', ['name', 'weight']],
    ['SKIPPED', ['category_id']],
    ['SKIPPED', ['variations.0.sku']],
    ['SKIPPED', ['input']],
  ]);
  expect((await list()).data).toHaveLength(1);
});

test('a product with variations that look the same is told by its place, and skipped where the others are kept', async () => {
  const twins = product('Kembar', {
    has_variation: 'Y',
    variations: [
      { color: 'Merah', price: 1, stock_quantity: 1 },
      { color: 'MERAH ', price: 1, stock_quantity: 1 },
    ],
  });
  const refused = await send([product('Tas'), twins], {}, { 'accept-language': 'id' });
  expect([refused.status, refused.body.message]).toEqual([
    422,
    {
      'products.1.variations.1.color': [
        'Warna dan ukuran variasi ini sama dengan variations.0. Bedakan warna atau ukurannya.',
      ],
    },
  ]);
  const { data } = expectOk(await send([product('Tas'), twins], { partial: 1 })).body;
  expect(data).toMatchObject({ created: 1, skipped: 1 });
  expect(Object.keys(data.results[1].errors)).toEqual(['variations.1.color']);
});

test('two requests with the same SKUs at once: one is kept, the other refused whole', async () => {
  const products = Array.from({ length: 30 }, (_, index) => product(`P${index}`));
  const answers = await Promise.all([send(products), send(products.toReversed())]);
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 422]);
  expect((await list()).meta.pagination.total).toBe(30);
});

test('takes the same number of statements for 1, 10 and 100 products', async () => {
  const sent: number[] = [];
  for (const count of [1, 10, 100]) {
    const before = test_app.database.statements.sent;
    expectOk(await send(Array.from({ length: count }, (_, index) => product(`${count}-${index}`))));
    sent.push(test_app.database.statements.sent - before);
  }
  expect(new Set(sent).size).toBe(1);
});

test('takes a thousand large products, and not one more', async () => {
  const description = 'Bahan katun. '.repeat(200);
  const products = Array.from({ length: catalogLimits.bulk_products }, (_, index) =>
    product(`Besar ${index}`, { description }),
  );
  expect(expectOk(await send(products)).body.data.created).toBe(catalogLimits.bulk_products);
  const answer = await send([...products, product('lebih')]);
  expect(Object.keys(answer.body.message)).toEqual(['products']);
});

test('the first 200 faults are told and how many more there are, however many were sent', async () => {
  const wrong = Array.from({ length: 100 }, (_, at) =>
    product(`P${at}`, {
      has_variation: 'Y',
      variations: Array.from({ length: 100 }, () => ({ price: 'x' })),
    }),
  );
  const refused = await send(wrong);
  expect(refused.status).toBe(422);
  const { more_faults, ...fields } = refused.body.message as Record<string, string[]>;
  expect(Object.values(fields).flat()).toHaveLength(limits.faults_listed);
  expect(refused.body.more_faults).toBeGreaterThanOrEqual(limits.faults_counted - limits.faults_listed);
  expect(more_faults).toEqual([expect.stringContaining(String(refused.body.more_faults))]);
  expect(refused.text.length).toBeLessThan(50_000);

  const partial = expectOk(await send([...wrong, product('Tas')], { partial: 1 }));
  expect(partial.body.data).toMatchObject({ created: 1, skipped: 100 });
  const reported = (partial.body.data.results as { errors: Record<string, string[]> }[]).flatMap(
    ({ errors }) => Object.values(errors).flat(),
  );
  expect(reported).toHaveLength(limits.faults_listed);
  expect(partial.body.data.more_faults).toBeGreaterThan(9_000);
});

test('SKUs that are in the list twice are found however far apart they stand', async () => {
  const many = Array.from({ length: 30 }, (_, at) =>
    product(`P${at}`, {
      has_variation: 'Y',
      variations: Array.from({ length: 100 }, (_none, place) => ({
        sku: at === 29 && place === 99 ? 'SKU-0-0' : `SKU-${at}-${place}`,
        color: String(place),
        price: 1,
        stock_quantity: 1,
      })),
    }),
  );
  const before = await shopRows(test_app.database.pool, shop.shop_id);
  const refused = await send(many);
  expect(refused.status).toBe(422);
  expect(Object.keys(refused.body.message)).toEqual(['products.29.variations.99.sku']);
  expect(await shopRows(test_app.database.pool, shop.shop_id)).toBe(before);
});

test('more variations than one transaction should keep are refused', async () => {
  const variations = Array.from({ length: 200 }, () => ({ price: 1, stock_quantity: 1 }));
  const many = Array.from({ length: catalogLimits.bulk_variations / 200 + 1 }, (_, at) =>
    product(`P${at}`, { has_variation: 'Y', variations }),
  );
  const refused = await send(many);
  expect(refused.status).toBe(422);
  expect(refused.body.code).toBe('bulk_variations');
});

test('more variations than one transaction should keep are refused before any is checked, also with partial', async () => {
  const variations = Array.from({ length: 200 }, () => ({ price: 'x' }));
  const wrong = Array.from({ length: catalogLimits.bulk_variations / 200 + 1 }, () => ({
    name: 'P',
    variations,
  }));
  for (const partial of [0, 1]) {
    const refused = await shop.call('POST', '/api/open/product/bulk', { products: wrong, partial });
    expect(refused.status).toBe(422);
    expect(refused.body.code).toBe('bulk_variations');
  }
});
