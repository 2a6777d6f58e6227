import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { TestApp, TestShop } from '../../../../test/harness.ts';
import { orderScene } from '../../../../test/order-scene.ts';
import {
  addPromo,
  couponInput,
  expeditionInput,
  off,
  promoDetail,
  promoInput,
  running,
  selecting,
} from '../../../../test/promo-input.ts';
import { addProduct, expectOk, openStall, orderOf, today, type Stall } from '../../../../test/stall.ts';

const scene = orderScene({
  stall: { product: { discount: 4_000 }, stocks: [10_000, 10_000] },
  product: { product: { discount: 4_000 }, stocks: [10_000] },
});
const { line, order, send: place, detail, ownProduct } = scene;
let app: TestApp;
let shop: TestShop;
let stall: Stall;

beforeAll(() => {
  ({ app, shop, stall } = scene);
});

const quote = async (body: object) =>
  expectOk(await shop.call('POST', '/api/open/order/quote', body)).body.data;

describe('a quote', () => {
  test('costs what the order costs, makes nothing, and says why of each line', async () => {
    const at = await ownProduct();
    const promo_id = await addPromo(
      shop,
      promoInput(running({ ...off(15_000), ...selecting(at.product_id) })),
    );
    const body = order(
      {
        products: [line({ promo_id }, at)],
        order_cost: [{ name: 'Diskon', category: 'DISCOUNT', type: 'PERCENTAGE', percentage: 3 }],
      },
      at,
    );
    const quoted = await quote(body);
    expect(quoted).toMatchObject({
      customer_category_code: 'N',
      lines: [
        {
          price: 100_000,
          discount: 15_000,
          subtotal: 170_000,
          promo_id,
          stock_left: 10_000,
          explanation: [
            {
              rule: 'TIER',
              applied: true,
              amount: 100_000,
              text: 'Price of customer category N: applies',
            },
            { rule: 'PRODUCT_DISCOUNT', applied: false, amount: 4_000, reason: 'PROMO_INSTEAD' },
            { rule: 'PROMO', applied: true, amount: 15_000 },
          ],
        },
      ],
      discount: 5_100,
      total: 174_900,
      problems: [],
    });
    expect((await promoDetail(shop, promo_id)).used).toBe(0);
    const { order_id } = expectOk(await place(body)).body.data;
    expect((await detail(order_id)).total_amount).toBe(quoted.total);
  });

  test('for any lines, discounts, promos and costs costs what the order costs', async () => {
    const places = await Promise.all([ownProduct(), ownProduct()]);
    const promo_ids = await Promise.all(
      places.map((at, index) =>
        addPromo(shop, promoInput(running({ ...off(7_777 * (index + 1)), ...selecting(at.product_id) }))),
      ),
    );
    await addPromo(
      shop,
      couponInput('APASAJA', running({ discount: { type: 'PERCENTAGE', amount: 9, max_nominal: 0 } })),
    );
    const anyLine = fc
      .record({
        at: fc.nat(1),
        qty: fc.integer({ min: 1, max: 9 }),
        promo: fc.boolean(),
        percentage: fc.nat(100),
      })
      .map(({ at, promo, percentage, qty }) => ({
        id: places[at]?.variation_ids[0],
        qty,
        product_status: 'S',
        ...(promo && { promo_id: promo_ids[at] }),
        ...(percentage % 2 === 0 && { type: 'PERCENTAGE', percentage }),
      }));
    const anyOrder = fc.record(
      {
        products: fc.array(anyLine, { minLength: 1, maxLength: 4 }),
        coupon_code: fc.constant('apasaja'),
        order_cost: fc.array(
          fc.record({
            name: fc.constant('Biaya'),
            category: fc.constantFrom('DISCOUNT', 'OTHER COST', 'INSURANCE'),
            type: fc.constant('PERCENTAGE'),
            percentage: fc.nat(60),
          }),
          { maxLength: 2 },
        ),
      },
      { requiredKeys: ['products'] },
    );
    await fc.assert(
      fc.asyncProperty(anyOrder, async (change) => {
        const body = order(change);
        const quoted = await quote(body);
        expect(quoted.problems).toEqual([]);
        const { order_id } = expectOk(await place(body)).body.data;
        expect((await detail(order_id)).total_amount).toBe(quoted.total);
      }),
      { numRuns: 200 },
    );
  }, 60_000);

  test('says of every running promo whether the order may have it, and what it would be refused for', async () => {
    const at = await ownProduct();
    const reached = await addPromo(shop, promoInput(running({ ...off(2_000), ...selecting(at.product_id) })));
    const other = await ownProduct();
    const not_reached = await addPromo(
      shop,
      promoInput(running({ ...off(2_000), ...selecting(other.product_id), customer_categories: ['D'] })),
    );
    const quoted = await quote({
      products: [{ id: at.variation_ids[0], qty: 20_000 }],
      coupon_code: 'KOSONG',
    });
    const explained = new Map(quoted.promos.map((promo: { id: number }) => [promo.id, promo]));
    expect(explained.get(reached)).toMatchObject({
      applies: true,
      is_used: false,
      discount: 40_000_000,
      reason: null,
    });
    expect(explained.get(not_reached)).toMatchObject({ applies: false, reason: 'CUSTOMER_CATEGORY' });
    expect(quoted.problems.map(({ field }: { field: string }) => field)).toEqual([
      'coupon_code',
      'products.0.qty',
    ]);
  });

  test('knows the promos and the coupon that the order names, however many others run', async () => {
    const own = await app.openShop();
    const at = await openStall(own, { stocks: [100] });
    const shipping = { selected_items: { platforms: ['ORDER_APP'], couriers: ['1'] } };
    const promo_ids: number[] = [];
    for (let made = 0; made < 204; made += 1)
      promo_ids.push(await addPromo(own, expeditionInput(running({ ...off(1_000 + made), ...shipping }))));
    await addPromo(own, couponInput('TERBARU', running(off(5_000))));
    for (const id of [promo_ids[0], promo_ids.at(-1)]) {
      const expedition = { id: 1, rate: 20_000, promo: [{ id }] };
      const body = orderOf(at, { expedition, coupon_code: 'terbaru' });
      const quoted = expectOk(await own.call('POST', '/api/open/order/quote', body)).body.data;
      const { order_id } = expectOk(await own.call('POST', '/api/open/order', body)).body.data;
      const made = expectOk(await own.call('GET', `/api/open/order/detail?id=${order_id}`)).body.data;
      expect(quoted).toMatchObject({ problems: [], shipping_promo_id: id, total: made.total_amount });
    }
  });

  test('prices for a category where there is no customer yet, and never tells coupons', async () => {
    const at = await ownProduct();
    const coupon_id = await addPromo(
      shop,
      couponInput('DIAM', running({ ...off(1_000), ...selecting(at.product_id) })),
    );
    const quoted = await quote({ products: [line({}, at)], customer_category_code: 'y' });
    expect(quoted.lines[0]).toMatchObject({ price: 80_000 });
    expect(quoted.promos.map(({ id }: { id: number }) => id)).not.toContain(coupon_id);
  });
});

describe('what an order would be refused for, a quote tells in the same words:', () => {
  test.each<[string, (at: Stall) => Promise<object> | object]>([
    [
      'two lines that together ask for more than is there',
      ({ variation_ids: [id] }) => ({ products: [line({ id, qty: 3 }), line({ id, qty: 3 })] }),
    ],
    ['a courier that there is not', () => ({ expedition: { id: 999_999, rate: 1_000 } })],
    [
      'people, places and accounts that there are not',
      () => ({
        customer_receiver_id: 999_999_999,
        supplier_id: 999_999_999,
        order_source_id: 999_999_999,
        payment: { status: 'INSTALLMENT', amount: 1, bank_id: 999_999_999, date: today() },
      }),
    ],
    [
      'goods of other suppliers without what they cost',
      async () => {
        const { variation_ids } = await addProduct(shop, { stocks: [1], product: { product_type: 'R' } });
        return { products: [{ id: variation_ids[0], qty: 1, product_status: 'R' }] };
      },
    ],
    [
      'a warehouse that takes no orders',
      async ({ variation_ids: [id] }) => {
        const warehouse = { warehouse: 'Gudang Tutup', supplier_id: stall.supplier_id, is_active: false };
        const made = await shop.call('POST', '/api/open/warehouse', {
          ...warehouse,
          user_id: [shop.user_id],
        });
        return { products: [line({ id, warehouse_id: expectOk(made).body.data.id })] };
      },
    ],
    [
      'a payment of more than the total',
      () => ({ payment: { status: 'PAID', amount: 9_999_999, bank_id: stall.bank_id, date: today() } }),
    ],
    [
      'a discount of more than the price',
      () => ({ products: [line({ type: 'NOMINAL', nominal: 100_001 })] }),
    ],
    ['a coupon that there is not', () => ({ coupon_code: 'KOSONG' })],
  ])('%s', async (_what, changeOf) => {
    const at = { ...stall, ...(await addProduct(shop, { stocks: [5] })) };
    const body = order(await changeOf(at), at);
    const { status, body: refusal } = await place(body);
    expect(status).toBe(422);
    const { problems } = await quote(body);
    expect(problems.length).toBeGreaterThan(0);
    const explained: Record<string, unknown[]> = {};
    for (const { field, text, code } of problems)
      (explained[field] ??= []).push(code === 'maximum_amount' ? Number(text) : text);
    expect(explained).toEqual(refusal.message);
  });

  test('and of what was left out it tells nothing', async () => {
    const at = await ownProduct();
    const products = [{ id: at.variation_ids[0], qty: 1 }];
    expect((await quote({ products })).problems).toEqual([]);
    expect((await quote({ products, customer_sender_id: null, payment: null })).problems).toEqual([]);
  });

  test('and names the category that there is not, where the customer is null', async () => {
    const body = { products: [line()], customer_sender_id: null, customer_category_code: '3' };
    const { status, body: answer } = await shop.call('POST', '/api/open/order/quote', body);
    expect([status, Object.keys(answer.message)]).toEqual([422, ['customer_category_code']]);
  });
});

test('goods that come to more than can be reckoned with are refused on the quantity, by order and quote', async () => {
  const dear = { price: 99_999_999_999, price_reseller: 0 };
  const costly = { price: 1_000, price_reseller: 0, price_buy: 999_999_999_999 };
  for (const variation of [dear, costly]) {
    const { variation_ids } = await addProduct(shop, { stocks: [1_000_000], variation });
    const products = [line(), line({ id: variation_ids[0], qty: 1_000_000 })];
    for (const path of ['/api/open/order/quote', '/api/open/order']) {
      const { status, body } = await shop.call('POST', path, order({ products }));
      expect([status, body.code, body.message]).toEqual([
        422,
        'goods_beyond_reach',
        { 'products.1.qty': [expect.stringContaining('Rp100.000.000.000.000')] },
      ]);
    }
  }
});

describe('the explanation of a line', () => {
  const explain = async (body: object, language = 'en') => {
    const answer = await shop.call('POST', '/api/open/order/quote', body, { 'accept-language': language });
    return expectOk(answer).body.data.lines[0].explanation;
  };
  const steps = [
    { from: 3, to: 9, price: 90_000 },
    { from: 10, to: 20, price: 85_000 },
  ];

  test('names the tier and the wholesale step, or the next one with what is missing to it', async () => {
    const { variation_ids } = await addProduct(shop, {
      stocks: [100],
      product: { wholesale_status: 'Y', wholesale: steps },
    });
    const of = async (qty: number, language?: string) =>
      explain({ products: [{ id: variation_ids[0], qty }] }, language);
    expect(await of(4)).toMatchObject([
      { rule: 'TIER', category_code: 'N', applied: false, reason: 'WHOLESALE_INSTEAD' },
      {
        rule: 'WHOLESALE',
        applied: true,
        amount: 90_000,
        wholesale: { from: 3, to: 9, qty: 4 },
        text: 'Wholesale price for 3 to 9 units: applies to the 4 units ordered',
      },
    ]);
    expect((await of(1))[1]).toMatchObject({
      applied: false,
      reason: 'NO_STEP',
      amount: 90_000,
      wholesale: { from: 3, to: 9, qty: 1 },
      text: 'Wholesale price for 3 to 9 units: the next step, which needs 2 more units in addition to the 1 ordered',
    });
    expect((await of(21, 'id'))[1]).toMatchObject({
      reason: 'NO_STEP',
      wholesale: { from: 10, to: 20, qty: 21 },
      text: 'Harga grosir 10 sampai 20 pcs: tingkat terakhir, di bawah 21 pcs yang dipesan',
    });
  });

  test('names the promo that lowers it, and says why others do not', async () => {
    const at = await ownProduct();
    const promo = { name: 'Promo Gajian', ...off(15_000), ...selecting(at.product_id) };
    const id = await addPromo(shop, promoInput(running(promo)));
    const small = await addPromo(
      shop,
      couponInput('KECIL', running({ ...off(3_000), ...selecting(at.product_id) })),
    );
    const large = await addPromo(
      shop,
      couponInput(
        'BESAR',
        running({ ...off(9_000), ...selecting(at.product_id), limits: { minimum_product: 3 } }),
      ),
    );
    expect((await explain({ products: [line({ promo_id: id }, at)] })).at(-1)).toMatchObject({
      applied: true,
      promo: { id, name: 'Promo Gajian' },
      text: 'Promo "Promo Gajian": applies',
    });
    expect((await explain({ products: [line({}, at)], coupon_code: 'kecil' })).at(-1)).toMatchObject({
      applied: false,
      amount: 3_000,
      reason: 'NOT_LOWER',
      promo: { id: small },
      text: 'Promo "Kupon KECIL": not higher than the discount the line already has',
    });
    expect((await explain({ products: [line({}, at)], coupon_code: 'besar' }, 'id')).at(-1)).toMatchObject({
      applied: false,
      reason: 'MINIMUM_PRODUCT',
      promo: { id: large },
      text: 'Promo "Kupon BESAR": Jumlah produk kurang dari minimal pembelian promo.',
    });
    const both = await explain({ products: [line({ promo_id: id }, at)], coupon_code: 'kecil' });
    expect(both.at(-1)).toMatchObject({ applied: false, reason: 'PROMO_INSTEAD', promo: { id: small } });
  });
});

test('the price of a variation for a quantity, and what a category may have', async () => {
  const { variation_ids } = await addProduct(shop, {
    stocks: [10],
    product: { wholesale_status: 'Y', wholesale: [{ from: 3, to: 9, price: 90_000 }] },
  });
  const price = async (qty: number) =>
    expectOk(await shop.call('GET', `/api/open/order/wholesale?variation_id=${variation_ids[0]}&qty=${qty}`))
      .body.data;
  expect(await price(3)).toEqual({ variation_id: variation_ids[0], quantity: '3', price: 90_000 });
  expect((await price(10)).price).toBe(100_000);
  const access = await shop.call('GET', '/api/open/order/check-price/n');
  expect(expectOk(access).body.data).toEqual({ wholesale_access: true, discount_access: true });
  expect((await shop.call('GET', '/api/open/order/check-price/Q')).status).toBe(404);
  // Categories have ids of their own: a number that is no code of the shop's is one.
  const categories = expectOk(await shop.call('GET', '/api/open/customer-category')).body.data;
  for (const { id } of categories) expectOk(await shop.call('GET', `/api/open/order/check-price/${id}`));
  expect(categories.map(({ id }: { id: number }) => id)).toEqual([1, 2, 3]);
});
