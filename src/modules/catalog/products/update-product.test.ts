import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startTestApp, type TestApp, type TestShop } from '../../../../test/harness.ts';
import { shopRows } from '../../../../test/shop-rows.ts';
import { addProduct, expectOk, openStall, orderOf, type Stall } from '../../../../test/stall.ts';
import { diagnose } from '../../../doctor.ts';

/* oxlint-disable typescript/no-explicit-any -- bodies of answers are looked into freely */

let test_app: TestApp;
let shop: TestShop;
let stall: Stall;

beforeAll(async () => {
  test_app = await startTestApp({ pool_size: 16 });
});
beforeEach(async () => {
  shop = await test_app.openShop();
  stall = await openStall(shop, { stocks: [10, 20] });
});
afterAll(async () => {
  for (const check of await diagnose(test_app.services.db))
    expect(check.differences, check.title).toEqual([]);
  await test_app.close();
});

const detail = async (id = stall.product_id): Promise<any> =>
  expectOk(await shop.call('GET', `/api/open/product/${id}/detail`)).body.data;
/** What a client sends back of a product that it has read. */
const edit = async (change: Record<string, unknown> = {}, id = stall.product_id) => {
  const product = await detail(id);
  return {
    ...product,
    wholesale: product.wholesale_prices,
    variations: product.variations.map(({ stock_quantity: _stock, ...variation }: any) => variation),
    ...change,
  };
};
const save = (input: object, by = shop) => by.call('PATCH', '/api/open/product', input);
const saved = async (change: Record<string, unknown> = {}) => expectOk(await save(await edit(change)));
const variationsOf = async (change: (variation: any, index: number) => object) =>
  (await edit()).variations.map((variation: any, index: number) => ({
    ...variation,
    ...change(variation, index),
  }));

test('what was read and is sent back changes nothing but the moment of the change', async () => {
  const before = await detail();
  const answer = await saved();
  expect(answer.body).toMatchObject({
    response: 'Success',
    message: 'Data successfully saved',
    data: { product_id: stall.product_id, product_meta_id: stall.variation_ids, total_stock: 30 },
  });
  expect(await detail()).toEqual(before);
});

test('changes the product and its variations', async () => {
  const variations = await variationsOf((_, index) => ({
    price: 70_000 + index,
    color: 'biru',
    weight: 900,
  }));
  await saved({
    name: 'Sepatu Baru',
    description: 'Lebih bagus',
    publish_status: 'N',
    discount: 500,
    variations,
  });
  const after = await detail();
  expect(after).toMatchObject({
    name: 'Sepatu Baru',
    description: 'Lebih bagus',
    publish_status: 'N',
    discount: 500,
  });
  expect(after.variations.map((item: any) => [item.price, item.color, item.weight])).toEqual([
    [70_000, 'biru', 900],
    [70_001, 'biru', 900],
  ]);
  const cheapest = expectOk(
    await shop.call('GET', '/api/open/product/search', { order_by: 'CHEAPEST' }),
  ).body;
  expect(cheapest.data[0].id).toBe(stall.product_id);
});

describe('variations', () => {
  test('that are not named stay, new ones follow, and one with flag DELETE is archived', async () => {
    const [first, second] = await variationsOf(() => ({}));
    const fresh = { ...first, id: undefined, sku: 'BARU-1', size: '44', stock_quantity: 7 };
    const answer = await saved({ variations: [{ ...second, flag: 'delete' }, fresh] });
    const [stored, added] = answer.body.data.product_meta_id;
    expect(stored).toBe(first.id);
    expect(answer.body.data.total_stock).toBe(17);
    expect((await detail()).variations.map((item: any) => [item.id, item.size])).toEqual([
      [first.id, first.size],
      [added, '44'],
    ]);
    const order = { products: [{ id: second.id, qty: 1, product_status: 'S' }] };
    expect((await shop.call('POST', '/api/open/order', orderOf(stall, order))).status).toBe(422);
  });

  test('exchange their SKUs', async () => {
    const skus = (await detail()).variations.map((item: any) => item.sku);
    await saved({ variations: await variationsOf((_, index) => ({ sku: skus[1 - index] })) });
    expect((await detail()).variations.map((item: any) => item.sku)).toEqual(skus.toReversed());
  });

  test('take the SKU of one that goes in the same edit', async () => {
    const [first, second] = await variationsOf(() => ({}));
    await saved({
      variations: [
        { ...first, flag: 'DELETE' },
        { ...second, sku: first.sku },
      ],
    });
    expect((await detail()).variations.map((item: any) => item.sku)).toEqual([first.sku]);
  });

  test('without a SKU keep theirs, and new ones get one', async () => {
    const [first] = await variationsOf(() => ({ sku: '' }));
    const before = (await detail()).variations.map((item: any) => item.sku);
    await saved({ variations: [first, { ...first, id: null, size: '45', stock_quantity: 0 }] });
    const after = (await detail()).variations.map((item: any) => item.sku);
    expect(after.slice(0, 2)).toEqual(before);
    expect(after[2]).toMatch(/^SEP-MER-45-/);
  });
});

describe('stock', () => {
  test('that is sent is absolute, and is in the history; what is not sent stays', async () => {
    const [first] = await variationsOf((_, index) => (index === 0 ? { stock_quantity: '3' } : {}));
    const answer = await saved({ variations: [first] });
    expect(answer.body.data.total_stock).toBe(23);
    const history = expectOk(
      await shop.call('GET', '/api/open/product/history', { id: String(first.id) }),
    ).body;
    expect(history.data[0]).toMatchObject({ stock: { in: 0, out: 7, last: 3 }, old: 10 });
  });

  test('sold while an edit without stock is on its way stays sold', async () => {
    const input = await edit({ name: 'Sepatu Ganti Nama' });
    const [sold, changed] = await Promise.all([
      shop.call('POST', '/api/open/order', orderOf(stall)),
      save(input),
    ]);
    expect([sold.status, changed.status]).toEqual([200, 200]);
    expect((await detail()).total_stock).toBe(28);
  });
});

describe('wholesale steps', () => {
  test('named by their id stay, new ones come, others go', async () => {
    await saved({
      wholesale_status: 'Y',
      wholesale: [
        { from: 3, to: 5, price: 90_000 },
        { from: 6, to: 10, price: 80_000 },
      ],
    });
    const [first, second] = (await detail()).wholesale_prices;
    await saved({
      wholesales: undefined,
      wholesale: [
        { ...second, price: 75_000 },
        { from: 11, to: 20, price: 70_000 },
      ],
    });
    const after = (await detail()).wholesale_prices;
    expect(after[0]).toEqual({ id: second.id, from: 6, to: 10, price: 75_000 });
    expect(after).toHaveLength(2);
    expect(after.some((step: any) => step.id === first.id)).toBe(false);
    const minimum = await shop.call('GET', '/api/open/product/wholesale', {
      product_id: String(stall.product_id),
    });
    expect(minimum.body.data).toEqual({ product_id: stall.product_id, minimum_quantity: 6 });
  });

  test('a product without them has no smallest quantity', async () => {
    const minimum = await shop.call('GET', '/api/open/product/wholesale', {
      product_id: String(stall.product_id),
    });
    expect(minimum.body.data.minimum_quantity).toBe(0);
    expect((await shop.call('GET', '/api/open/product/wholesale', { product_id: '999999999' })).status).toBe(
      404,
    );
  });
});

describe('an edit is refused whole', () => {
  const refused = async (input: object): Promise<string[]> => {
    const before = await shopRows(test_app.database.pool, shop.shop_id);
    const answer = await save(input);
    expect(answer.status).toBe(422);
    expect(await shopRows(test_app.database.pool, shop.shop_id)).toBe(before);
    return Object.keys(answer.body.message);
  };

  test('with a SKU that another product has, or that it sends twice', async () => {
    const other = await addProduct(shop);
    const taken = (await detail(other.product_id)).variations[0].sku;
    expect(
      await refused(
        await edit({
          variations: await variationsOf((_, index) => (index === 1 ? { sku: taken.toLowerCase() } : {})),
        }),
      ),
    ).toEqual(['variations.1.sku']);
    expect(await refused(await edit({ variations: await variationsOf(() => ({ sku: 'SAMA' })) }))).toEqual([
      'variations.1.sku',
    ]);
  });

  test('with variations of another product, and categories and warehouses that do not exist', async () => {
    const other = await addProduct(shop);
    const [first] = await variationsOf(() => ({ id: other.variation_ids[0] }));
    const input = await edit({
      category_id: 999_999,
      is_warehouse: 1,
      variations: [{ ...first, warehouse_stock: [{ warehouse_id: 999_999, stock: 1 }] }],
    });
    expect(await refused(input)).toEqual([
      'category_id',
      'variations.0.id',
      'variations.0.warehouse_stock.0.warehouse_id',
    ]);
  });

  test('when no variation would be left, or several of a product that has one', async () => {
    expect(await refused(await edit({ variations: await variationsOf(() => ({ flag: 'DELETE' })) }))).toEqual(
      ['variations'],
    );
    const [first] = await variationsOf(() => ({}));
    expect(await refused(await edit({ has_variation: 'N', variations: [first] }))).toEqual(['variations']);
  });

  test('of a product that does not exist, was deleted, or is of another shop', async () => {
    const other = await test_app.openShop();
    const input = await edit();
    const foreign = await save(input, other);
    const missing = await save({ ...input, id: 999_999_999 }, other);
    expect([foreign.status, foreign.body.message]).toEqual([404, missing.body.message]);
    expectOk(await shop.call('DELETE', '/api/open/product', { id: [stall.product_id] }));
    expect((await save(input)).status).toBe(404);
  });
});

test('two edits at once come one after the other: all of one or all of the other stands', async () => {
  for (let round = 0; round < 10; round += 1) {
    const inputs = await Promise.all(
      ['satu', 'dua'].map(async (name) =>
        edit({
          name: `${name} ${round}`,
          variations: await variationsOf(() => ({ color: `${name} ${round}` })),
        }),
      ),
    );
    const answers = await Promise.all(inputs.map((input) => save(input)));
    expect(answers.map((answer) => answer.status)).toEqual([200, 200]);
    const after = await detail();
    expect(new Set(after.variations.map((item: any) => item.color))).toEqual(new Set([after.name]));
  }
});

test('two products that ask for one SKU at once: one gets it, the other is told', async () => {
  const other = await addProduct(shop);
  const [first] = await variationsOf(() => ({ sku: 'REBUTAN' }));
  const theirs = await edit({}, other.product_id);
  const answers = await Promise.all([
    save(await edit({ variations: [first] })),
    save({ ...theirs, variations: [{ ...theirs.variations[0], sku: 'rebutan' }] }),
  ]);
  expect(answers.map((answer) => answer.status).toSorted((left, right) => left - right)).toEqual([200, 422]);
});

test('takes the same number of statements for 1, 10 and 100 variations', async () => {
  const sent: number[] = [];
  for (const count of [1, 10, 100]) {
    const big = await addProduct(shop, { stocks: Array.from({ length: count }, () => 5) });
    const product = await detail(big.product_id);
    const input = {
      ...product,
      variations: product.variations.map((item: any) => ({ ...item, stock_quantity: 6 })),
    };
    const before = test_app.database.statements.sent;
    expectOk(await save(input));
    sent.push(test_app.database.statements.sent - before);
  }
  expect(new Set(sent).size).toBe(1);
});
