import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { startTestApp, type TestApp, type TestShop } from '../../../../test/harness.ts';
import { importer } from '../../../../test/import-sheets.ts';
import { addProduct, expectOk } from '../../../../test/stall.ts';
import { variationLook } from '../rules.ts';

/* oxlint-disable typescript/no-explicit-any -- bodies of answers are looked into freely */

let app: TestApp;
let shop: TestShop;
let product_id: number;

beforeAll(async () => {
  app = await startTestApp({ pool_size: 16 });
});
beforeEach(async () => {
  shop = await app.openShop();
  ({ product_id } = await addProduct(shop, { stocks: [1, 2, 3] }));
});
afterAll(() => app.close());

const read = async (): Promise<any> =>
  expectOk(await shop.call('GET', `/api/open/product/${product_id}/detail`)).body.data;
const looks = async () => (await read()).variations.map(({ color, size }: any) => `${color} ${size}`);
/** Saves the product with these variations, of what it has now. */
const save = async (variations: (now: any[]) => object[]) => {
  const product = await read();
  const now = product.variations.map(({ stock_quantity: _stays, ...variation }: any) => variation);
  return shop.call('PATCH', '/api/open/product', { ...product, variations: variations(now) });
};
const added = (fields: object) => ({ color: 'merah', size: '40', price: 1, stock_quantity: 1, ...fields });

test('an edit adds no variation that looks like one that stays, whether the request has that one or not', async () => {
  const twin = added({ color: 'ME RAH', size: '37\u2060' });
  const skus = (await read()).variations.map(({ sku }: any) => sku);
  const named = await save((now) => [...now, twin]);
  expect([named.status, named.body.message]).toEqual([
    422,
    {
      'variations.3.size': [
        'This variation has the same color and size as variations.1. Change the color or the size.',
      ],
    },
  ]);
  const unnamed = await save(() => [twin]);
  expect(unnamed.body.message['variations.0.size'][0]).toContain(`as ${skus[1]}.`);
  const both = await save(() => [added({}), added({ size: ' 40 ' })]);
  expect(Object.keys(both.body.message)).toEqual(['variations.1.size']);
  expect(await looks()).toEqual(['merah 36', 'merah 37', 'merah 38']);
  expectOk(await save(() => [added({})]));
});

test('an edit gives no variation the look of another, but two may exchange theirs or take that of one that goes', async () => {
  const changed = await save(([first]) => [{ ...first, size: '38' }]);
  expect(Object.keys(changed.body.message)).toEqual(['variations.0.size']);
  const colored = await save(([first, ...others]) => [
    ...others,
    { ...first, color: '', size: '' },
    added({ color: '', size: '' }),
  ]);
  expect(Object.keys(colored.body.message)).toEqual(['variations.3.color']);
  expectOk(
    await save(([first, second]) => [
      { ...first, size: '37' },
      { ...second, size: '36' },
    ]),
  );
  expect(await looks()).toEqual(['merah 37', 'merah 36', 'merah 38']);
  expectOk(
    await save(([first, second]) => [
      { ...first, flag: 'DELETE' },
      { ...second, color: 'MERAH', size: '37' },
    ]),
  );
  expect(await looks()).toEqual(['MERAH 37', 'merah 38']);
});

/** Makes the first two look the same, as they may from before there was the rule. */
const makeTwins = () =>
  app.database.pool.query(
    `update product_variations set size = '36', color = (array['Merah', 'MERAH'])[position + 1]
     where shop_id = $1 and product_id = $2 and position < 2`,
    [shop.shop_id, product_id],
  );

test('two that look the same from before can be edited in all else, and be told apart', async () => {
  await makeTwins();
  expectOk(await save((now) => now.map((variation) => ({ ...variation, price: 77_000, stock_quantity: 9 }))));
  expect((await read()).variations.map(({ price, stock_quantity }: any) => [price, stock_quantity])).toEqual(
    Array.from({ length: 3 }, () => [77_000, 9]),
  );
  expectOk(await save(([first]) => [{ ...first, color: 'merah', price: 78_000 }]));
  const third = await save(([first, , last]) => [first, { ...last, size: '36' }]);
  expect(Object.keys(third.body.message)).toEqual(['variations.1.size']);
  expectOk(await save(([, second]) => [{ ...second, size: '39' }]));
  expect(await looks()).toEqual(['merah 36', 'MERAH 39', 'merah 38']);
});

test('an import changes two that look the same from before, and its undoing puts them back', async () => {
  await makeTwins();
  const before = await read();
  const seller = importer(app, shop);
  const { id, counts } = await seller.upload(
    before.variations.map(({ sku }: any) => ({ 'Nama produk': before.name, SKU: sku, Harga: 77_000 })),
  );
  expect(counts).toMatchObject({ changed: 3, wrong: 0 });
  await seller.apply(id);
  expect((await read()).variations[1].price).toBe(77_000);
  await seller.undo(id);
  expect(await read()).toEqual(before);
});

test('of two people who add the same look at once one is told, and of two who give it to two variations too', async () => {
  const statuses = async (changes: ((now: any[]) => object[])[]) =>
    (await Promise.all(changes.map(save))).map(({ status }) => status).toSorted((a, b) => a - b);
  for (let round = 0; round < 8; round += 1) {
    const size = `baru ${round}`;
    expect(await statuses([() => [added({ size })], () => [added({ size: size.toUpperCase() })]])).toEqual([
      200, 422,
    ]);
    expect(
      await statuses([
        ([first]) => [{ ...first, size: `sama ${round}` }],
        ([, second]) => [{ ...second, size: `sama${round}` }],
      ]),
    ).toEqual([200, 422]);
  }
  const { variations } = await read();
  expect(new Set(variations.map(variationLook)).size).toBe(variations.length);
  expect(variations).toHaveLength(11);
});

test('a look tells color from size, and everything that can be seen', () => {
  const look = (color: string, size = '') => variationLook({ color, size });
  expect(look('Biru\u00a0\u3000Tua', '\ufeffXL\u00ad')).toBe(look('biru tua', 'x\u200cl'));
  expect(look('cafe\u0301')).toBe(look('caf\u00e9'));
  const seen = [
    look('merah'),
    look('', 'merah'),
    look('merah', '1'),
    look('mera', 'h1'),
    look('merah-1'),
    look('🔴'),
    look('🏴󠁧󠁢󠁥󠁮󠁧󠁿'),
    look('🏴󠁧󠁢󠁳󠁣󠁴󠁿'),
  ];
  expect(new Set(seen).size).toBe(seen.length);
});
