import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp, type TestShop } from '../../../../test/harness.ts';
import { expectOk } from '../../../../test/stall.ts';

let app: TestApp;

beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

const detailOf = async (shop: TestShop, product_id: number) =>
  expectOk(await shop.call('GET', `/api/open/product/${product_id}/detail`)).body.data;

test('has_variation follows the variations where it is not sent, in a new product and an edit', async () => {
  const shop = await app.openShop();
  const shown = async (variations: object[]) => {
    const input = { name: `Kaos ${variations.length}`, product_type: 'S', variations };
    const { product_id } = expectOk(await shop.call('POST', '/api/open/product', input)).body.data;
    return detailOf(shop, product_id);
  };
  const size = (name: string) => ({ size: name, stock_quantity: 1 });
  expect((await shown([size('M'), size('L')])).has_variation).toBe('Y');
  const single = await shown([size('M')]);
  expect(single.has_variation).toBe('N');
  const edit = { id: single.id, name: 'Kaos', product_type: 'S', variations: [size('XL')] };
  expectOk(await shop.call('PATCH', '/api/open/product', edit));
  expect((await detailOf(shop, single.id)).has_variation).toBe('Y');
});
