import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestApp, type TestApp, type TestShop } from '../../../../test/harness.ts';
import { findStockDifferences } from '../../stock/stock-differences.ts';
import { chooseSkus } from '../free-skus.ts';
import { overlappingStep, skuOf } from '../rules.ts';

let app: TestApp;

beforeAll(async () => {
  app = await startTestApp({ pool_size: 16 });
});
afterAll(() => app.close());

const GENERATE = '/api/open/product/sku/generate-new';
const VALIDATE = '/api/open/product/sku/validation';

const create = (shop: TestShop, skus: readonly string[]) =>
  shop.call('POST', '/api/open/product', {
    name: 'Sepatu',
    product_type: 'S',
    has_variation: 'Y',
    variations: skus.map((sku, index) => ({ sku, size: String(index), stock_quantity: 1 })),
  });

async function countProducts(shop: TestShop): Promise<number> {
  return (await shop.call('GET', '/api/open/product/search')).body.meta.pagination.total;
}

const step = (from: number, to: number) => ({ from, to });

async function createShoe(shop: TestShop): Promise<{ product_id: number; ids: number[] }> {
  const { body } = await shop.call('POST', '/api/open/product', {
    name: 'Sepatu',
    product_type: 'S',
    has_variation: 'Y',
    variations: [
      { sku: 'SEP-MER-KhC', color: 'merah', size: '41', stock_quantity: 1 },
      { sku: 'SEP-PUT-KhX', color: 'putih', stock_quantity: 1 },
    ],
  });
  return { product_id: body.data.product_id, ids: body.data.product_meta_id };
}

describe('SKUs of a shop', () => {
  test('are unique in any letter case, with the products there are and among the variations of a request', async () => {
    const shop = await app.openShop();
    await createShoe(shop);
    const answer = await create(shop, ['Sep-Put-KHX', 'ABC', 'abc']);
    expect(answer.status).toBe(422);
    expect(answer.body.message).toEqual({
      'variations.0.sku': ['The SKU Sep-Put-KHX is already used.'],
      'variations.2.sku': ['The SKU abc is already used.'],
    });
    expect(await countProducts(shop)).toBe(1);
  });

  test('are another matter in another shop', async () => {
    const shop = await app.openShop();
    const other = await app.openShop();
    expect((await create(shop, ['ABC'])).status).toBe(200);
    expect((await create(other, ['ABC'])).status).toBe(200);
  });

  test('are given once however many ask at once, and who comes late is told which', async () => {
    const shop = await app.openShop();
    const skus = ['A-1', 'B-1', 'C-1', 'D-1'];
    const answers = await Promise.all(
      Array.from({ length: 16 }, (_, index) => create(shop, index % 2 === 0 ? skus : skus.toReversed())),
    );
    expect(answers.filter((answer) => answer.status === 200)).toHaveLength(1);
    const late = answers.filter((answer) => answer.status === 422);
    expect(late).toHaveLength(15);
    for (const answer of late) {
      const messages = Object.values(answer.body.message as Record<string, string[]>).flat();
      expect(messages.toSorted()).toEqual(skus.map((sku) => `The SKU ${sku} is already used.`));
    }
    expect(await countProducts(shop)).toBe(1);
    expect(await findStockDifferences(app.database.db.withoutPlugins())).toEqual([]);
  });
});

describe('generating SKUs', () => {
  test('reads the products from the body of a GET or from the query string', async () => {
    const shop = await app.openShop();
    const by_query = await shop.call('GET', `${GENERATE}?products[0][name]=Sepatu`);
    const by_body = await app.app.inject({
      method: 'GET',
      url: GENERATE,
      headers: { authorization: `Bearer ${shop.token}`, host: 'ngorder.test' },
      payload: { products: [{ name: 'Sepatu' }] },
    });
    for (const body of [by_query.body, by_body.json()])
      expect(body).toEqual({
        request_id: expect.any(String),
        response: 'Success',
        data: [
          {
            name: 'Sepatu',
            color: '',
            size: '',
            sku: expect.stringMatching(/^SEP-[A-Za-z2-9]{3}$/),
            old_sku: '',
          },
        ],
      });
  });

  test('gives each of 200 like products a SKU of its own, in a fixed number of statements', async () => {
    const shop = await app.openShop();
    const generate = async (count: number) => {
      const before = app.database.statements.sent;
      const query = Array.from({ length: count }, (_, index) => `products[${index}][name]=Sepatu`).join('&');
      const { body } = await shop.call('GET', `${GENERATE}?${query}`);
      const skus = new Set(body.data.map((item: { sku: string }) => item.sku.toLowerCase()));
      expect(skus.size).toBe(count);
      return app.database.statements.sent - before;
    };
    await generate(1);
    expect(await generate(200)).toBe(await generate(1));
  });

  test('is refused without products, or with one without a name', async () => {
    const shop = await app.openShop();
    const none = await shop.call('GET', GENERATE);
    expect(none.status).toBe(422);
    expect(Object.keys(none.body.message)).toEqual(['products']);
    const nameless = await shop.call('GET', `${GENERATE}?products[0][color]=merah`);
    expect(Object.keys(nameless.body.message)).toEqual(['products.0.name']);
  });

  test('passes by what is taken, and by what it gave a moment ago', () => {
    const proposals = [
      ['SEP-aaa', 'SEP-bbb'],
      ['SEP-BBB', 'SEP-ccc'],
    ];
    expect(chooseSkus(proposals, new Set(['sep-aaa']))).toEqual(['SEP-bbb', 'SEP-ccc']);
  });

  test('uses the letters that there are', () => {
    expect(skuOf({ name: 'Sepatu', color: 'merah', size: 'XL' }, 'KhC')).toBe('SEP-MER-XL-KhC');
    expect(skuOf({ name: 'é-mail 🙂', color: '', size: '4 1' }, 'KhC')).toBe('ÉMA-41-KhC');
    expect(skuOf({ name: '🙂', color: '', size: '' }, 'KhC')).toBe('KhC');
  });
});

describe('validating a SKU', () => {
  test('a SKU is free for everyone where nobody has it', async () => {
    const shop = await app.openShop();
    const { ids } = await createShoe(shop);
    const free = { status: true, variation: '', product_id: '' };
    const requested = await shop.call('POST', VALIDATE, { sku: 'BARU', product_meta_id: ids[0] });
    expect(requested.body).toEqual({ request_id: expect.any(String), response: 'Success', data: free });
    expect((await shop.call('POST', VALIDATE, { sku: 'BARU' })).body.data).toEqual(free);
  });

  test('a variation may keep its own SKU, in any letter case', async () => {
    const shop = await app.openShop();
    const { ids } = await createShoe(shop);
    const requested = await shop.call('POST', VALIDATE, {
      sku: 'sep-mer-khc',
      product_meta_id: String(ids[0]),
    });
    expect(requested.body.data).toEqual({ status: true, variation: 'merah 41', product_id: '' });
  });

  test('a SKU of another variation is not free, and the answer names who has it', async () => {
    const shop = await app.openShop();
    const { ids, product_id } = await createShoe(shop);
    for (const product_meta_id of [ids[0], 0, null]) {
      const requested = await shop.call('POST', VALIDATE, { sku: 'sep-put-khx', product_meta_id });
      expect(requested.body.data).toEqual({
        status: false,
        variation: 'putih',
        product_id: String(product_id),
      });
    }
  });

  test("another shop's SKUs are free here, and its variations do not exist", async () => {
    const shop = await app.openShop();
    const other = await app.openShop();
    const { ids } = await createShoe(other);
    expect((await shop.call('POST', VALIDATE, { sku: 'SEP-PUT-KhX' })).body.data.status).toBe(true);
    const foreign = await shop.call('POST', VALIDATE, { sku: 'BARU', product_meta_id: ids[0] });
    const missing = await shop.call('POST', VALIDATE, { sku: 'BARU', product_meta_id: 999_999 });
    expect(foreign.status).toBe(422);
    expect({ ...foreign.body, request_id: '' }).toEqual({ ...missing.body, request_id: '' });
  });
});

describe('overlapping wholesale steps', () => {
  test('are found in any order; steps that only touch by a unit beside are fine', () => {
    expect(overlappingStep([])).toBeUndefined();
    expect(overlappingStep([step(11, 20), step(1, 10)])).toBeUndefined();
    expect(overlappingStep([step(10, 20), step(1, 10)])).toBe(0);
    expect(overlappingStep([step(1, 100), step(5, 6)])).toBe(1);
    expect(overlappingStep([step(5, 5), step(5, 5)])).toBe(1);
    expect(overlappingStep([step(1, 100), step(5, 6), step(50, 60)])).toBe(1);
  });
});
