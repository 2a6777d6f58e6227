import * as fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { startTestApp, type TestApp, type TestShop } from './harness.ts';
import { importer } from './import-sheets.ts';
import { addCustomer, addProduct, expectOk, openStall, orderOf } from './stall.ts';

/* oxlint-disable typescript/no-explicit-any -- bodies of answers are looked into freely */

let app: TestApp;
let shop: TestShop;

beforeAll(async () => {
  app = await startTestApp();
});
beforeEach(async () => {
  shop = await app.openShop();
});
afterAll(() => app.close());

const get = async (path: string, input: Record<string, string> = {}): Promise<any> =>
  expectOk(await shop.call('GET', path, input)).body.data;

/** What chats, web pages and spreadsheets put into what is copied from them. */
const UNSEEN = [
  '\u200b',
  '\u200c',
  '\u200d',
  '\u2060',
  '\ufeff',
  '\u00ad',
  '\u200e',
  '\u200f',
  '\u202a',
  '\u202e',
  '\u2068',
];
const SPACES = [' ', '\u00a0', '\u2009', '\u202f', '\u3000'];

/** A text of Latin letters as somebody pastes it: it looks the same. */
const pasted = (plain: string) =>
  fc
    .tuple(fc.infiniteStream(fc.constantFrom('', ...UNSEEN)), fc.infiniteStream(fc.constantFrom(...SPACES)))
    .map(([unseen, spaces]) =>
      Array.from(
        ` ${plain} `,
        (sign) => (sign === ' ' ? spaces.next().value : sign) + unseen.next().value,
      ).join(''),
    );

test('a product is stored and found without what cannot be seen, and its SKU is the same one', async () => {
  let number = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.record({
        name: pasted('Kaos Polos'),
        sku: pasted('KA-1 B'),
        color: pasted('Biru Tua'),
        size: pasted('All Size'),
        keyword: pasted('polos biru'),
        again: pasted('ka-1 b'),
      }),
      async ({ name, sku, color, size, keyword, again }) => {
        shop = await app.openShop();
        number += 1;
        const { product_id } = await addProduct(shop, {
          stocks: [1],
          product: { name },
          variation: { sku, color, size },
        });
        expect(await get(`/api/open/product/${product_id}/detail`)).toMatchObject({
          name: 'Kaos Polos',
          variations: [{ sku: 'KA-1 B', color: 'Biru Tua', size: 'All Size' }],
        });
        const found = await get('/api/open/product/search', { keyword });
        expect(found.map(({ id }: any) => id)).toEqual([product_id]);
        const taken = await shop.call('POST', '/api/open/product', {
          name: 'Lain',
          product_type: 'S',
          variations: [{ sku: again, stock_quantity: 1 }],
        });
        expect(Object.keys(taken.body.message)).toEqual(['variations.0.sku']);
      },
    ),
    { numRuns: 15 },
  );
  expect(number).toBe(15);
});

test('a customer is stored and found without what cannot be seen', async () => {
  await fc.assert(
    fc.asyncProperty(pasted('Siti Nur'), pasted('0812-3456-7890'), async (name, phone) => {
      shop = await app.openShop();
      const id = await addCustomer(shop, 'N', name, phone);
      for (const keyword of [name, phone, 'siti nur']) {
        const found = await get('/api/open/customer', { keyword });
        expect(found.map((customer: any) => [customer.id, customer.name, customer.phone])).toEqual([
          [id, 'Siti Nur', '6281234567890'],
        ]);
      }
    }),
    { numRuns: 10 },
  );
});

test('a row of a sheet means the variation whose SKU looks the same, in a workbook and in CSV', async () => {
  const { product_id } = await addProduct(shop, {
    stocks: [1],
    product: { name: 'Kaos' },
    variation: { sku: 'KA-1' },
  });
  const seller = importer(app, shop);
  const row = {
    'Nama\u00a0produk\u200b': 'Kaos\ufeff',
    SKU: '\u202aKA\u2060-1\u202c',
    Harga: '\u200b61.000\u00a0',
  };
  const made = await seller.upload([row]);
  expect(made.counts).toMatchObject({ changed: 1, wrong: 0 });
  await seller.apply(made.id);
  const csv =
    'Nama produk;SKU;Warna;Harga\nKaos\u00a0;K\u00adA-1;\u200bungu\u3000tua ;62000\n\u200b;\u00a0;\u2060;\ufeff\n';
  const again = expectOk(await seller.send(csv)).body.data;
  expect(again.counts).toMatchObject({ rows: 1, changed: 1, wrong: 0 });
  await seller.apply(again.id);
  expect(await get(`/api/open/product/${product_id}/detail`)).toMatchObject({
    name: 'Kaos',
    variations: [{ sku: 'KA-1', color: 'ungu tua', price: 62_000 }],
  });
});

test('a picture of several joined ones stays whole in names, descriptions and notes', async () => {
  const family = '👨‍👩‍👧‍👦 🏳️‍🌈 👩🏽‍⚕️';
  const stall = await openStall(shop, {
    product: { name: `Kaos ${family}`, description: `Sekeluarga:\n\t${family}\u200b\u00a0cocok` },
  });
  expect(await get(`/api/open/product/${stall.product_id}/detail`)).toMatchObject({
    name: `Kaos ${family}`,
    description: `Sekeluarga:\n\t${family} cocok`,
  });
  const { order_id } = expectOk(
    await shop.call('POST', '/api/open/order', orderOf(stall, { note: `Dari ${family}\r\nuntuk\u2060 ibu` })),
  ).body.data;
  expect((await get('/api/open/order/detail', { id: String(order_id) })).note).toBe(
    `Dari ${family}\nuntuk ibu`,
  );
});
