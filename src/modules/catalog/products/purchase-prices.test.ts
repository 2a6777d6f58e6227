import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestApp, type TestApp, type TestShop } from '../../../../test/harness.ts';
import { hire, type Staff } from '../../../../test/staff.ts';
import { addProduct, expectOk, openStall, orderOf, type Stall } from '../../../../test/stall.ts';
import { storeTallies } from '../../../../test/order-tallies.ts';

let app: TestApp;
let shop: TestShop;
let stall: Stall;
let admin: Staff;

beforeAll(async () => {
  app = await startTestApp();
  shop = await app.openShop();
  stall = await openStall(shop);
  admin = await hire(app, shop, 'admin');
});
afterAll(() => app.close());

const detail = async (product_id: number, who: Pick<TestShop, 'call'> = shop) =>
  expectOk(await who.call('GET', `/api/open/product/${product_id}/detail`)).body.data;
const costs = async (product_id: number): Promise<number[]> =>
  (await detail(product_id)).variations.map((variation: { price_buy: number }) => variation.price_buy);

describe('an edit of a product by an admin', () => {
  const edit = async (product_id: number, price_buy?: unknown) => {
    const product = await detail(product_id, admin);
    const variations = product.variations.map((variation: object) => ({
      ...variation,
      ...(price_buy === undefined ? {} : { price_buy }),
    }));
    return admin.call('PATCH', '/api/open/product', {
      ...product,
      wholesale: product.wholesale_prices,
      variations,
    });
  };

  test.each([['as it was read'], [''], [' ']])(
    'leaves purchase prices as they are: %j',
    async (price_buy) => {
      const { product_id } = await addProduct(shop);
      expectOk(await edit(product_id, price_buy === 'as it was read' ? undefined : price_buy));
      expect(await costs(product_id)).toEqual([40_000, 40_000]);
    },
  );

  test.each([[40_000], [1], [0], ['40000']])(
    'with the purchase price %j is refused on the field, right or wrong',
    async (price_buy) => {
      const { product_id } = await addProduct(shop);
      const { status, body } = await edit(product_id, price_buy);
      expect([status, body.code, Object.keys(body.message)]).toEqual([
        403,
        'field_hidden',
        ['variations.0.price_buy', 'variations.1.price_buy'],
      ]);
      expect(await costs(product_id)).toEqual([40_000, 40_000]);
    },
  );

  test('can give a new variation what it cost', async () => {
    const { product_id } = await addProduct(shop, { stocks: [1] });
    const product = await detail(product_id, admin);
    const added = { color: 'biru', price: 90_000, price_buy: 30_000, stock_quantity: 1 };
    const variations = [...product.variations, added];
    const wholesale = product.wholesale_prices;
    const change = { ...product, has_variation: 'Y', wholesale, variations };
    expectOk(await admin.call('PATCH', '/api/open/product', change));
    expect(await costs(product_id)).toEqual([40_000, 30_000]);
    expect((await detail(product_id, admin)).variations[1].price_buy).toBeNull();
  });
});

test('the owner changes a purchase price by sending one, and keeps it by sending none', async () => {
  const { product_id } = await addProduct(shop);
  const product = await detail(product_id);
  const [first, second] = product.variations;
  const wholesale = product.wholesale_prices;
  const variations = [
    { ...first, price_buy: 45_000 },
    { ...second, price_buy: null },
  ];
  expectOk(await shop.call('PATCH', '/api/open/product', { ...product, wholesale, variations }));
  expect(await costs(product_id)).toEqual([45_000, 40_000]);
});

describe('what the goods of an order of other suppliers cost', () => {
  const place = async (who: Pick<TestShop, 'call'>) => {
    const goods = await addProduct(shop, { stocks: [0], product: { product_type: 'R' } });
    const products = [{ id: goods.variation_ids[0], qty: 1, product_status: 'R' }];
    const input = orderOf(stall, { products, payment: { status: 'UNPAID', cost_of_goods_sales: 70_000 } });
    const { order_id } = expectOk(await who.call('POST', '/api/open/order', input)).body.data;
    return { order_id, input };
  };
  const cost = async (id: number) =>
    expectOk(await shop.call('GET', '/api/open/order/detail', { id: String(id) })).body.data
      .cost_of_goods_sales;
  const payment = () => ({
    status: 'INSTALLMENT',
    amount: 1_000,
    date: '2026-01-05',
    bank_id: stall.bank_id,
  });

  test('is said by the admin who makes it, and changed by no admin', async () => {
    const { order_id, input } = await place(admin);
    expect(await cost(order_id)).toBe(70_000);
    for (const sent of [70_000, 1, 0]) {
      const edited = await admin.call('PATCH', '/api/open/order', {
        ...input,
        order_id,
        payment: { status: 'UNPAID', cost_of_goods_sales: sent },
      });
      const paid = await admin.call('PATCH', '/api/open/order/quick-payment', {
        id: order_id,
        payment: { ...payment(), cost_of_goods_sales: sent },
      });
      for (const { status, body } of [edited, paid])
        expect([status, Object.keys(body.message)]).toEqual([403, ['payment.cost_of_goods_sales']]);
    }
    for (const sent of [undefined, null, '']) {
      const change = { ...input, order_id, payment: { status: 'UNPAID', cost_of_goods_sales: sent } };
      expectOk(await admin.call('PATCH', '/api/open/order', change));
    }
    expect(await cost(order_id)).toBe(70_000);
  });

  test('is not asked of an admin who records a payment, whatever it is', async () => {
    const { order_id: id } = await place(shop);
    await app.database.pool.query('update orders set cost_of_goods_idr = 0 where id = $1', [id]);
    await storeTallies(app.database.pool, shop.shop_id);
    expect(
      (await shop.call('PATCH', '/api/open/order/quick-payment', { id, payment: payment() })).status,
    ).toBe(422);
    expectOk(await admin.call('PATCH', '/api/open/order/quick-payment', { id, payment: payment() }));
  });
});

test('an order that costs more than can be reckoned with is refused of the owner alone', async () => {
  const variation = { price: 1_000, price_reseller: 0, price_buy: 999_999_999_999 };
  const { variation_ids } = await addProduct(shop, { stocks: [1_000_000], variation });
  const input = orderOf(stall, { products: [{ id: variation_ids[0], qty: 1_000_000, product_status: 'S' }] });
  for (const path of ['/api/open/order/quote', '/api/open/order']) {
    expect((await shop.call('POST', path, input)).body.code).toBe('goods_beyond_reach');
    expectOk(await admin.call('POST', path, input));
  }
});
