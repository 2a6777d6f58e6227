import { beforeAll, describe, expect, test } from 'vitest';
import type { TestApp, TestShop } from '../../../../test/harness.ts';
import { orderScene } from '../../../../test/order-scene.ts';
import { addProduct, expectOk, type Stall } from '../../../../test/stall.ts';

const scene = orderScene();
let app: TestApp;
let shop: TestShop;

beforeAll(() => {
  ({ app, shop } = scene);
});

const productWith = async (product: object): Promise<Stall> => ({
  ...scene.stall,
  ...(await addProduct(shop, { stocks: [100], product: product as Record<string, unknown> })),
});
const detailOf = async ({ product_id }: Stall) => {
  const { body } = expectOk(await shop.call('GET', `/api/open/product/${product_id}/detail`));
  return [body.data.length_cm, body.data.width_cm, body.data.height_cm];
};
const update = (at: Stall, change: object) =>
  shop.call('PATCH', '/api/open/product', {
    id: at.product_id,
    name: 'Sepatu',
    product_type: 'S',
    category_id: 0,
    has_variation: 'N',
    variations: [{ id: at.variation_ids[0], price: 100_000 }],
    ...change,
  });
const volumeOf = async (order_id: number) => {
  const { rows } = await app.database.pool.query(
    'select volume_cm3 from orders where shop_id = $1 and id = $2',
    [shop.shop_id, order_id],
  );
  return rows[0].volume_cm3;
};

describe('the dimensions of a product', () => {
  test('are stored under either name, read back, and changed or cleared by an edit that names them', async () => {
    const at = await productWith({ length: 30, width_cm: '20', height: '10' });
    expect(await detailOf(at)).toEqual([30, 20, 10]);
    expectOk(await update(at, { width: 25 }));
    expect(await detailOf(at)).toEqual([30, 25, 10]);
    expectOk(await update(at, { height_cm: null }));
    expect(await detailOf(at)).toEqual([30, 25, null]);
    expect(await detailOf(await productWith({}))).toEqual([null, null, null]);
  });

  test.each([0, 501, 1.5])('%s cm is refused', async (length_cm) => {
    const at = await productWith({});
    const { status, body } = await update(at, { length_cm });
    expect([status, Object.keys(body.message)]).toEqual([422, ['length_cm']]);
  });

  test('give an order its volume, as it was when it was placed or its products were edited', async () => {
    const at = await productWith({ length: 30, width: 20, height: 10 });
    const other = await productWith({ length: 30, width: 20 });
    const products = [...scene.lines(at, 2), ...scene.lines(other, 3)];
    const { order_id } = expectOk(await scene.send(scene.order({ products }))).body.data;
    expect(await volumeOf(order_id)).toBe(12_000);
    expectOk(await update(at, { length: 40 }));
    const edit = (change: object) =>
      shop.call('PATCH', '/api/open/order', {
        order_id,
        customer_sender_id: at.customer_id,
        customer_receiver_id: at.customer_id,
        supplier_id: at.supplier_id,
        payment: { status: 'UNPAID' },
        expedition: { id: 1, rate: 10_000 },
        products,
        ...change,
      });
    expectOk(await edit({ note: 'Tetap' }));
    expect(await volumeOf(order_id)).toBe(12_000);
    expectOk(await edit({ products: [...scene.lines(at, 3), ...scene.lines(other, 3)] }));
    expect(await volumeOf(order_id)).toBe(24_000);
  });

  test('decide the kilograms that lists show, by the rule that the shop has set for the courier', async () => {
    const at = await productWith({ length: 30, width: 20, height: 10, weight: 200 });
    const id = await scene.place(at, 2);
    const weight = async () => {
      const { body } = expectOk(await shop.call('GET', '/api/open/order?per_page=100'));
      return body.data.find(({ order_id }: any) => order_id === id).weight;
    };
    // 12,000 cm³ by 6,000 is 2 kg, by 4,000 it is 3.
    expect(await weight()).toBe(2);
    const charge = { courier_id: 1, volumetric_cm3_per_kg: 4_000 };
    expectOk(await shop.call('PATCH', '/api/open/setting/courier/charge', charge));
    expect(await weight()).toBe(3);
  });
});
