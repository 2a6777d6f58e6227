import { afterAll, beforeAll, expect, test } from 'vitest';
import { tenantTables } from '../src/kernel/database/schema.generated.ts';
import { startTestApp, type TestApp } from './harness.ts';
import { storeTexts, TEXT_CHECKS, textDifferences } from './search-texts.ts';
import { expectOk, openStall, orderOf } from './stall.ts';

let app: TestApp;

beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

test('every table of texts has a check of the doctor, which every test file runs when it ends', () => {
  expect(TEXT_CHECKS).toHaveLength(tenantTables.filter((table) => table.endsWith('_texts')).length);
});

test.each([
  ['products', `name = 'Lain'`],
  ['products', `product_type = 'R'`],
  ['product_variations', `color = 'lain' || id`],
  ['product_variations', `size = 'lain' || id`],
  ['product_variations', `sku = 'lain' || id`],
  ['product_variations', 'archived_at = now()'],
  ['customers', `name = 'Lain'`],
  ['customers', `phone = '628999'`],
  ['customers', `email = 'lain@example.com'`],
  ['customers', `address = 'Jl. Lain'`],
  ['customers', 'archived_at = now()'],
  ['orders', `order_date = order_date - 1`],
  ['orders', `order_status = 'CANCELED'`],
  ['orders', `sender_name = 'Lain'`],
  ['orders', `receiver_name = 'Lain'`],
  ['orders', `sender_phone = '628999'`],
  ['orders', `receiver_phone = '628999'`],
  ['orders', `awb_number = 'LAIN'`],
  ['orders', `marketplace_awb = 'LAIN'`],
  ['orders', `product_text = E'Lain\\tLAIN'`],
])('a text that is not stored when a row of %s has %s is told', async (table, change) => {
  const shop = await app.openShop();
  const stall = await openStall(shop);
  expectOk(await shop.call('POST', '/api/open/order', orderOf(stall)));
  expect(await textDifferences(app.database)).toEqual([]);
  await app.database.pool.query(`update ${table} set ${change} where shop_id = $1`, [shop.shop_id]);
  expect(await textDifferences(app.database)).not.toEqual([]);
  await storeTexts(app.database.pool, shop.shop_id);
  expect(await textDifferences(app.database)).toEqual([]);
});

test('a row without a text, and a text of an archived customer, are told', async () => {
  const shop = await app.openShop();
  const stall = await openStall(shop);
  expectOk(await shop.call('POST', '/api/open/order', orderOf(stall)));
  for (const table of ['variation_texts', 'customer_texts', 'order_texts']) {
    await app.database.pool.query(`delete from ${table} where shop_id = $1`, [shop.shop_id]);
    expect([table, await textDifferences(app.database)]).not.toEqual([table, []]);
    await storeTexts(app.database.pool, shop.shop_id);
    expect([table, await textDifferences(app.database)]).toEqual([table, []]);
  }
});
