import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startTestApp, type TestApp, type TestShop } from '../../../test/harness.ts';
import { importer, KAOS } from '../../../test/import-sheets.ts';
import { addProduct, expectOk } from '../../../test/stall.ts';
import { diagnose } from '../../doctor.ts';

/* oxlint-disable typescript/no-explicit-any -- bodies of answers are looked into freely */

let test_app: TestApp;
let shop: TestShop;
let seller: ReturnType<typeof importer>;

beforeAll(async () => {
  test_app = await startTestApp();
});
beforeEach(async () => {
  shop = await test_app.openShop();
  seller = importer(test_app, shop);
});
afterAll(async () => {
  for (const check of await diagnose(test_app.services.db))
    expect(check.differences, check.title).toEqual([]);
  await test_app.close();
});

describe('a sheet of products that the shop has', () => {
  test('changes what it says and leaves the rest, and knows the download of products as its own', async () => {
    const { id } = await seller.upload(KAOS);
    await seller.apply(id);
    const answer = await test_app.app.inject({
      url: '/api/open/product/download?without_being_sent=true',
      headers: { authorization: `Bearer ${shop.token}`, 'accept-language': 'id' },
    });
    const same = expectOk(await seller.send(answer.rawPayload)).body.data;
    expect(same).toMatchObject({
      counts: { unchanged: 2, changed: 0, created: 0, wrong: 0 },
      unknown_columns: [],
    });
    const made = await seller.upload([
      { 'Nama produk': 'Kaos Ayu Baru', SKU: 'ka-1', Harga: '55.000', Stok: 20, Deskripsi: 'Katun' },
    ]);
    expect(made.counts).toMatchObject({ changed: 1, wrong: 0 });
    await seller.apply(made.id);
    const [kaos] = await seller.products();
    expect(kaos).toMatchObject({
      name: 'Kaos Ayu Baru',
      description: 'Katun',
      total_stock: 23,
      wholesales: [{ price: 48_000 }, { price: 45_000 }],
      variations: [
        { sku: 'KA-1', color: 'merah', weight: 200, price: 55_000, price_buy: 30_000, stock_quantity: 20 },
        { sku: 'KA-2', price: 52_000, stock_quantity: 3 },
      ],
    });
  });

  test('changes their wholesale steps and preorder, and undoing puts them back', async () => {
    await seller.apply((await seller.upload(KAOS)).id);
    const before = await seller.products();
    const steps = { Grosir: '3-11: 48000; 12-100: 44000' };
    const made = await seller.upload([
      {
        'Nama produk': 'Kaos Ayu',
        SKU: 'KA-1',
        'Jenis (S, R, atau PO)': 'PO',
        Preorder: '2 minggu',
        ...steps,
      },
      { 'Nama produk': 'Kaos Ayu', SKU: 'KA-2' },
    ]);
    expect(made.counts).toMatchObject({ changed: 2, wrong: 0 });
    await seller.apply(made.id);
    const [kaos] = await seller.products();
    expect(kaos).toMatchObject({
      product_type: 'PO',
      wholesale_status: 'Y',
      wholesales: [
        { id: before[0].wholesales[0].id, price: 48_000 },
        { from: 12, to: 100, price: 44_000 },
      ],
    });
    const detail = expectOk(await shop.call('GET', `/api/open/product/${kaos.id}/detail`)).body.data;
    expect(detail.preorder_setting).toMatchObject({ type: 'week', number: 2 });
    await seller.undo(made.id);
    // Steps that come back have new ids.
    const plain = (found: object) => JSON.stringify(found).replaceAll(/"id":\d+,"from"/g, '"from"');
    expect(plain(await seller.products())).toBe(plain(before));
  });

  test('that say what the shop has already change nothing and are counted apart', async () => {
    await seller.apply((await seller.upload(KAOS)).id);
    const made = await seller.upload([
      ...KAOS.map((row) => ({ ...row, SKU: String(row['SKU']).toLowerCase() })),
      { 'Nama produk': 'Baru', SKU: 'BARU', Harga: 1 },
    ]);
    expect(made.counts).toEqual({
      rows: 3,
      created: 1,
      changed: 0,
      unchanged: 2,
      wrong: 0,
      passed_over: 0,
    });
    const [before] = await seller.products();
    expect((await seller.apply(made.id)).counts).toMatchObject({ created: 1, changed: 0, unchanged: 2 });
    // Somebody edits what the import left alone: it can still be undone.
    const stock = [{ amount: 1, status: 'ADD', warehouse_id: 0 }];
    const moved = { variation_id: before.variations[0].id, description: 'x', stock };
    const found = (await seller.products()).find((product: any) => product.name === 'Kaos Ayu');
    expect(found.updated_at).toBe(before.updated_at);
    expectOk(await shop.call('PATCH', '/api/open/product/update-stock', moved));
    expectOk(await seller.act(made.id, 'undo'));
    const nothing = await seller.upload([{ 'Nama produk': 'Kaos Ayu', SKU: 'KA-2', Stok: 3 }]);
    expect((await seller.act(nothing.id, 'apply')).body.code).toBe('import_nothing');
  });

  test('in rows that stand apart are taken together; under two names they are refused', async () => {
    await seller.apply((await seller.upload(KAOS)).id);
    const apart = await seller.upload([
      { 'Nama produk': 'Kaos Ayu', SKU: 'KA-1', Harga: 1 },
      { 'Nama produk': 'Tas', Harga: 9_000 },
      { 'Nama produk': 'kaos  ayu', SKU: 'KA-2', Harga: 1 },
    ]);
    expect(apart.counts).toMatchObject({ created: 1, changed: 2, wrong: 0 });
    const made = await seller.upload([
      { 'Nama produk': 'Kaos Ayu', SKU: 'KA-1', Harga: 1 },
      { 'Nama produk': 'Kaos Budi', SKU: 'KA-2', Harga: 1 },
    ]);
    expect(await seller.errorsOf(made.id)).toEqual([
      [3, [expect.stringContaining('Row 2 belongs to the same product')]],
    ]);
  });

  test('of one name are told apart by their SKUs', async () => {
    for (const sku of ['TAS-1', 'TAS-2'])
      await addProduct(shop, { stocks: [1], product: { name: 'Tas' }, variation: { sku } });
    const made = await seller.upload([
      { 'Nama produk': 'Tas', SKU: 'TAS-1', Harga: 70_000 },
      { 'Nama produk': 'Tas', SKU: 'TAS-2', Harga: 80_000 },
    ]);
    await seller.apply(made.id);
    const prices = (await seller.products()).map((product: any) => product.variations[0].price);
    expect(prices).toEqual([70_000, 80_000]);
  });

  test('lose nothing that somebody else changes while the import is applied', async () => {
    await seller.apply((await seller.upload(KAOS)).id);
    const [kaos] = await seller.products();
    const made = await seller.upload([{ 'Nama produk': 'Kaos Ayu', SKU: 'KA-1', Harga: '77.000' }]);
    expectOk(await seller.act(made.id, 'apply'));
    const edit = {
      id: kaos.id,
      name: 'Kaos Ayu',
      product_type: 'S',
      description: 'dari admin',
      has_variation: 'Y',
      variations: [{ id: kaos.variations[0].id, price: 1, price1: 33_000, weight: 5 }],
    };
    const pool = test_app.database.pool;
    const client = await pool.connect();
    try {
      // Both wait for the product, the edit first.
      await client.query('begin');
      await client.query('select from products where shop_id = $1 and id = $2 for update', [
        shop.shop_id,
        kaos.id,
      ]);
      const waiting = async (count: number) => {
        const request = `select count(*)::int as waiting from pg_stat_activity
          where datname = current_database() and wait_event_type = 'Lock'`;
        while ((await pool.query(request)).rows[0].waiting < count)
          await new Promise((resolve) => setTimeout(resolve, 20));
      };
      const edited = shop.call('PATCH', '/api/open/product', edit);
      await waiting(1);
      const applied = test_app.runJobs();
      await waiting(2);
      await client.query('commit');
      expectOk(await edited);
      await applied;
    } finally {
      client.release();
    }
    expect((await seller.look(made.id)).status).toBe('APPLIED');
    const detail = expectOk(await shop.call('GET', `/api/open/product/${kaos.id}/detail`)).body.data;
    expect(detail).toMatchObject({
      description: 'dari admin',
      variations: [{ price: 77_000, price1: 33_000, weight: 5 }, { price: 52_000 }],
    });
  });

  test('does not put new variations into them, nor mixes two products up', async () => {
    await seller.apply((await seller.upload(KAOS)).id);
    await addProduct(shop, { stocks: [1], product: { name: 'Lain' }, variation: { sku: 'LAIN' } });
    const made = await seller.upload([
      { 'Nama produk': 'Kaos Ayu', SKU: 'KA-1' },
      { 'Nama produk': 'Kaos Ayu', SKU: 'KA-9' },
      { 'Nama produk': 'Kaos Ayu', SKU: 'LAIN' },
    ]);
    expect(await seller.errorsOf(made.id)).toEqual([
      [2, [expect.stringContaining('Row 3 of the same product has an error')]],
      [3, [expect.stringContaining('The product already exists (row 2)')]],
      [4, [expect.stringContaining('does not belong to the product of row 2')]],
    ]);
  });

  test('of another shop are none of it', async () => {
    await seller.apply((await seller.upload(KAOS)).id);
    const other = importer(test_app, await test_app.openShop());
    expect((await other.upload(KAOS)).counts).toMatchObject({ created: 2, changed: 0 });
  });
});
