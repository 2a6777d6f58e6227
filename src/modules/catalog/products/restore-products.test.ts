import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { startTestApp, type TestApp, type TestShop } from '../../../../test/harness.ts';
import { addProduct, expectOk, openStall, orderOf, type Stall } from '../../../../test/stall.ts';
import { findVariationTextDifferences } from '../differences.ts';

let test_app: TestApp;
let shop: TestShop;
let stall: Stall;

beforeAll(async () => {
  test_app = await startTestApp();
});
beforeEach(async () => {
  shop = await test_app.openShop();
  stall = await openStall(shop, { stocks: [10, 20, 30] });
});
afterAll(async () => {
  expect(await findVariationTextDifferences(test_app.services.db.withoutPlugins() as never)).toEqual([]);
  await test_app.close();
});

const archive = async (id: number) => expectOk(await shop.call('DELETE', '/api/open/product', { id: [id] }));
const restore = (id: unknown, by = shop) => by.call('POST', '/api/open/product/restore', { id });
const variations = async () => expectOk(await shop.call('GET', '/api/open/product/variation')).body.data;

test('a product comes back with the variations that it was archived with, its stock, and is sold again', async () => {
  const [, , third = 0] = stall.variation_ids;
  expectOk(await shop.call('DELETE', '/api/open/product/variation', { id: [third] }));
  const before = await variations();
  await archive(stall.product_id);
  expect(await variations()).toEqual([]);
  expectOk(await restore([stall.product_id]));
  expect(await variations()).toEqual(before);
  const products = [{ id: stall.variation_ids[0], qty: 1, product_status: 'S', warehouse_id: 0 }];
  expectOk(await shop.call('POST', '/api/open/order', orderOf(stall, { products })));
});

test('a product whose SKU others have now stays in the archive, and it is said which', async () => {
  const [{ sku }] = await variations();
  await archive(stall.product_id);
  const second = await addProduct(shop, { stocks: [1], variation: { sku } });
  const answer = await restore([stall.product_id]);
  expect(answer.status).toBe(422);
  expect(answer.body.message['id.0'][0]).toContain(sku);
  await archive(second.product_id);
  const both = await restore([second.product_id, stall.product_id]);
  expect(Object.keys(both.body.message)).toEqual(['id.0']);
  expectOk(await restore([stall.product_id]));
});

test('what is not in the archive, or of another shop, is refused', async () => {
  const stranger = await test_app.openShop();
  await archive(stall.product_id);
  for (const [id, by] of [
    [[stall.product_id], stranger],
    [[999_999_999], shop],
    [[], shop],
  ] as const)
    expect((await restore(id, by)).status).toBe(422);
  expectOk(await restore([stall.product_id]));
  expect(Object.keys((await restore([stall.product_id])).body.message)).toEqual(['id.0']);
});
