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
  updatePromo,
} from '../../../../test/promo-input.ts';
import { addCustomer, expectOk } from '../../../../test/stall.ts';
import { findUseDifferences } from '../../promos/use-differences.ts';

const scene = orderScene({
  stall: { product: { discount: 4_000 }, stocks: [10_000, 10_000] },
  product: { product: { discount: 4_000 }, stocks: [10_000] },
});
const { line, order, send: place, detail, ownProduct } = scene;
let app: TestApp;
let shop: TestShop;

beforeAll(() => {
  ({ app, shop } = scene);
});

const refused = async (body: object) => {
  const { status, body: answer } = await place(body);
  expect(status).toBe(422);
  return answer.message;
};
describe('a promo on a line', () => {
  test('takes the place of the discounts of product and line, and the order counts as a use', async () => {
    const at = await ownProduct();
    const promo_id = await addPromo(
      shop,
      promoInput(running({ ...off(15_000), ...selecting(at.product_id) })),
    );
    const products = [line({ promo_id, discount_promo: 15_000, type: 'NOMINAL', nominal: 1_000 }, at)];
    const { order_id } = expectOk(await place(order({ products }, at))).body.data;
    expect(await detail(order_id)).toMatchObject({ total_amount: 2 * 85_000 + 10_000 });
    expect((await promoDetail(shop, promo_id)).used).toBe(1);
  });

  test('is not applied where nobody asks for it', async () => {
    const at = await ownProduct();
    const promo_id = await addPromo(
      shop,
      promoInput(running({ ...off(15_000), ...selecting(at.product_id) })),
    );
    const { order_id } = expectOk(await place(order({}, at))).body.data;
    expect(await detail(order_id)).toMatchObject({ total_amount: 2 * 96_000 + 10_000 });
    expect((await promoDetail(shop, promo_id)).used).toBe(0);
  });

  test.each([
    ['of another product', {}, 'does not apply to this product', true],
    ['of another category', { customer_categories: ['Y'] }, 'this customer category', false],
    [
      'of another platform',
      { selected_items: { platforms: ['PRIVOR'] } },
      'orders from this platform',
      false,
    ],
    ['switched off', { is_active: false }, 'is inactive', false],
    ['for more pieces', { limits: { minimum_product: 3 } }, 'fewer units', false],
    ['for larger orders', { limits: { minimum_transaction: 192_001 } }, 'below the minimum', false],
  ])('%s is refused with the reason, and nothing is kept', async (_what, change, reason, of_other) => {
    const at = await ownProduct();
    const other = await ownProduct();
    const selected = selecting(of_other ? other.product_id : at.product_id);
    const selected_items = {
      ...selected.selected_items,
      ...('selected_items' in change && change.selected_items),
    };
    const input = promoInput(running({ ...off(1_000), ...selected, ...change, selected_items }));
    const promo_id = await addPromo(shop, input);
    const message = await refused(order({ products: [line({ promo_id }, at)] }, at));
    expect(message).toEqual({ 'products.0.promo_id': [expect.stringContaining(reason)] });
    expect((await promoDetail(shop, promo_id)).used).toBe(0);
  });

  test('an amount of the client that is not the one the promo gives is refused with the right one', async () => {
    const at = await ownProduct();
    const promo_id = await addPromo(
      shop,
      promoInput(running({ ...off(15_000), ...selecting(at.product_id) })),
    );
    const message = await refused(order({ products: [line({ promo_id, discount_promo: 20_000 }, at)] }, at));
    expect(message).toEqual({
      'products.0.discount_promo': [
        'The products.0.discount_promo must be 15000, the discount of the promo.',
      ],
    });
  });

  test("another shop's promo is one that does not exist", async () => {
    const other = await app.openShop();
    const theirs = await addPromo(other, promoInput(running(off(1_000))));
    const unknown = await refused(order({ products: [line({ promo_id: 999_999 })] }));
    expect(await refused(order({ products: [line({ promo_id: theirs })] }))).toEqual(unknown);
  });
});

describe('a coupon', () => {
  test('lowers the lines of its products, in any letter case, where it is lower than what they have', async () => {
    const at = await ownProduct();
    const dear = await ownProduct();
    const code = 'HEMAT10';
    const selected_items = { products: [at.product_id, dear.product_id], platforms: ['ORDER_APP'] };
    const input = couponInput(code, running({ ...off(10_000), all_products: false, selected_items }));
    const coupon_id = await addPromo(shop, input);
    const products = [line({}, at), { ...line({ type: 'NOMINAL', nominal: 30_000 }, dear), qty: 1 }];
    const { order_id } = expectOk(await place(order({ products, coupon_code: ' hemat10 ' }, at))).body.data;
    expect(await detail(order_id)).toMatchObject({ total_amount: 2 * 90_000 + 70_000 + 10_000 });
    expect((await promoDetail(shop, coupon_id)).used).toBe(1);
  });

  test('without its code, or with a code that is none, is refused', async () => {
    const at = await ownProduct();
    const coupon_id = await addPromo(
      shop,
      couponInput('RAHASIA', running({ ...off(1_000), ...selecting(at.product_id) })),
    );
    expect(await refused(order({ products: [line({ promo_id: coupon_id }, at)] }, at))).toEqual({
      'products.0.promo_id': ['This promo is a coupon. Send its code as coupon_code.'],
    });
    expect(await refused(order({ coupon_code: 'TIDAKADA' }))).toEqual({
      coupon_code: ['There is no coupon with this code.'],
    });
  });

  test('a customer uses it as often as it allows, however many orders come at once', async () => {
    const at = await ownProduct();
    const code = 'DUAKALI';
    const input = couponInput(
      code,
      running({ ...off(5_000), ...selecting(at.product_id), limits: { usage_per_customer: 2 } }),
    );
    const coupon_id = await addPromo(shop, input);
    const customers = [await addCustomer(shop), await addCustomer(shop)];
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) => {
        const customer = customers[index % 2];
        return place(
          order({ customer_sender_id: customer, customer_receiver_id: customer, coupon_code: code }, at),
        );
      }),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(4);
    expect(answers.every(({ status }) => status === 200 || status === 422)).toBe(true);
    expect((await promoDetail(shop, coupon_id)).used).toBe(4);
    expect(await findUseDifferences(shop.context().platform)).toEqual([]);
  });
});

describe('a promo of shipping', () => {
  test('lowers the shipping of its couriers, never below 0', async () => {
    const selected_items = { platforms: ['ORDER_APP'], couriers: ['1'] };
    const input = expeditionInput(running({ ...off(25_000), selected_items }));
    const promo_id = await addPromo(shop, input);
    const expedition = { id: 1, rate: 20_000, promo: [{ id: promo_id }], discount_promo: 20_000 };
    const { order_id } = expectOk(await place(order({ expedition }))).body.data;
    expect(await detail(order_id)).toMatchObject({ total_amount: 2 * 96_000 });
    const other = { ...expedition, id: 2 };
    expect(await refused(order({ expedition: other }))).toEqual({
      'expedition.promo.id': ['The promo does not apply to this courier service.'],
    });
    expect((await promoDetail(shop, promo_id)).used).toBe(1);
  });
});

describe('a promo of shipping for chosen products', () => {
  test('lowers the shipping of orders that have one of them, and counts the pieces of these only', async () => {
    const [own, other] = [await ownProduct(), await ownProduct()];
    const selected_items = { platforms: ['ORDER_APP'], couriers: ['1'], products: [own.product_id] };
    const limits = { minimum_product: 3 };
    const input = { ...off(10_000), all_products: false, selected_items, limits };
    const promo_id = await addPromo(shop, expeditionInput(running(input)));
    const expedition = { id: 1, rate: 20_000, promo: [{ id: promo_id }] };
    const send = (...products: object[]) => place(order({ products, expedition }));
    const fault = async (...products: object[]) => (await send(...products)).body.message;
    expect(await fault(line({ qty: 5 }, other))).toEqual({
      'expedition.promo.id': ['The promo does not apply to this product.'],
    });
    expect(await fault(line({ qty: 2 }, own), line({ qty: 5 }, other))).toEqual({
      'expedition.promo.id': [expect.stringContaining('fewer units')],
    });
    expect((await promoDetail(shop, promo_id)).used).toBe(0);
    const { order_id } = expectOk(await send(line({ qty: 3 }, own), line({ qty: 1 }, other))).body.data;
    expect(await detail(order_id)).toMatchObject({ shipping_discount: 10_000 });
  });
});

test('a quota of 50 is used by exactly 50 of 200 parallel orders, and the others keep nothing', async () => {
  const at = await ownProduct();
  const input = promoInput(
    running({ ...off(1_000), ...selecting(at.product_id), limits: { promo_limit: 50 } }),
  );
  const promo_id = await addPromo(shop, input);
  const answers = await Promise.all(
    Array.from({ length: 200 }, () => place(order({ products: [line({ promo_id, qty: 1 }, at)] }, at))),
  );
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(50);
  const codes = answers.flatMap(({ status, body }) => (status === 200 ? [] : [body.code]));
  const fields = answers.flatMap(({ status, body }) => (status === 200 ? [] : Object.keys(body.message)));
  expect(new Set(fields)).toEqual(new Set(['products.0.promo_id']));
  expect(new Set(codes)).toEqual(new Set(['promo_used_up']));
  expect((await promoDetail(shop, promo_id)).used).toBe(50);
  const stock = await shop.call('GET', `/api/open/product/${at.product_id}/detail`);
  expect(stock.body.data.total_stock).toBe(9_950);
}, 60_000);

test('an order beside an edit of its promo has the discount of before or of after, with the use counted', async () => {
  const at = await ownProduct();
  const input = promoInput(running({ ...off(1_000), ...selecting(at.product_id) }));
  const promo_id = await addPromo(shop, input);
  const edits = (async () => {
    for (let amount = 2_000; amount <= 10_000; amount += 1_000)
      expectOk(await updatePromo(shop, promo_id, { ...input, ...off(amount) }));
  })();
  const made = await Promise.all(
    Array.from({ length: 40 }, () => place(order({ products: [line({ promo_id, qty: 1 }, at)] }, at))),
  );
  await edits;
  const stored = made.filter(({ status }) => status === 200);
  expect(made.filter(({ status }) => status !== 200).every(({ status }) => status === 409)).toBe(true);
  for (const { body } of stored) {
    const { total_amount } = await detail(body.data.order_id);
    expect((110_000 - total_amount) % 1_000).toBe(0);
  }
  expect((await promoDetail(shop, promo_id)).used).toBe(stored.length);
});

test('a twin of the order that used a promo up gets the answer of that order, and is not refused', async () => {
  const at = await ownProduct();
  const input = promoInput(
    running({ ...off(1_000), ...selecting(at.product_id), limits: { promo_limit: 1 } }),
  );
  for (let round = 1; round <= 8; round += 1) {
    const promo_id = await addPromo(shop, { ...input, name: `Promo ${round}` });
    const body = order({ products: [line({ promo_id, qty: 1 }, at)] }, at);
    const send = () =>
      shop.call('POST', '/api/open/order', body, { 'idempotency-key': `twin of ${promo_id}` });
    const answers = await Promise.all([send(), send(), send(), send()]);
    // 409: the first one is still on its way.
    expect(answers.map(({ status }) => status).filter((status) => status !== 409)).toContain(200);
    expect(answers.map(({ status }) => status)).not.toContain(422);
    const ids = answers.flatMap(({ status, body: made }) => (status === 200 ? [made.data.order_id] : []));
    expect(expectOk(await send()).body.data.order_id).toBe(ids[0]);
    expect(new Set(ids).size).toBe(1);
    await updatePromo(shop, promo_id, { ...input, name: `Promo ${round}`, is_active: false });
  }
});
