import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { EditScene, openEditScene } from '../../../../test/edit-scene.ts';
import { startTestApp, type TestApp } from '../../../../test/harness.ts';
import {
  addPromo,
  couponInput,
  expeditionInput,
  promoDetail,
  promoInput,
  updatePromo,
} from '../../../../test/promo-input.ts';
import { addCustomer, expectOk, orderOf, today, type Stall } from '../../../../test/stall.ts';

let app: TestApp;
let scene: EditScene;

beforeAll(async () => {
  app = await startTestApp({ pool_size: 20 });
  scene = await openEditScene(app);
});
afterEach(async () => expect(await scene.differences()).toEqual([]));
afterAll(() => app.close());

/** Runs now, and takes 5,000 off a unit of these products. */
const running = (products: Stall[], change: object = {}) => ({
  start_date: `${today()} 00:00`,
  end_date: '',
  limits: {},
  discount: { type: 'NOMINAL', amount: 5_000 },
  all_products: false,
  selected_items: { products: products.map(({ product_id }) => product_id), platforms: ['ORDER_APP'] },
  ...change,
});
const ofShipping = (change: object = {}) =>
  expeditionInput({
    ...running([]),
    all_products: true,
    selected_items: { platforms: ['ORDER_APP'], couriers: ['1', 2] },
    ...change,
  });
const remove = async (promo_id: number) =>
  expectOk(await scene.shop.call('DELETE', `/api/open/promo/${promo_id}`));
const promosOf = async (id: number) =>
  (await scene.lines(id)).map(({ promo_id }) => (promo_id === null ? null : Number(promo_id)));
const used = async (promo_id: number) => (await promoDetail(scene.shop, promo_id)).used;

let codes = 0;
/** A coupon, and its code. */
async function coupon(products: Stall[], change: object = {}) {
  codes += 1;
  const code = `HEMAT${codes}`;
  const input = couponInput(code, running(products, change));
  return { code, input, id: await addPromo(scene.shop, input) };
}

describe('a coupon', () => {
  test('that an order has stays, whether its code is sent again or not', async () => {
    const at = await scene.product();
    const { code, id: promo_id } = await coupon([at], { limits: { promo_limit: 1, usage_per_customer: 1 } });
    const id = await scene.place([scene.line(at)], { coupon_code: code });
    expectOk(await scene.edit(id, [scene.line(at)], { coupon_code: code.toLowerCase() }));
    expect((await scene.newest(id)).difference).toEqual({});
    expectOk(await scene.edit(id, [scene.line(at, { qty: 3 })], { coupon_code: code }));
    expectOk(await scene.edit(id, [scene.line(at, { qty: 4 })]));
    expect(await scene.total(id)).toBe(4 * 95_000 + 10_000);
    expect(await used(promo_id)).toBe(1);
  });

  test('comes to an added line of its products where its code is sent, and else does not', async () => {
    const [at, other] = [await scene.product(), await scene.product()];
    const { code, id: promo_id } = await coupon([at, other]);
    const id = await scene.place([scene.line(at)], { coupon_code: code });
    expectOk(await scene.edit(id, [scene.line(at), scene.line(other)]));
    expect(await promosOf(id)).toEqual([promo_id, null]);
    expectOk(await scene.edit(id, [scene.line(at), scene.line(other, { qty: 1 })], { coupon_code: code }));
    expect(await promosOf(id)).toEqual([promo_id, promo_id]);
    expect(await used(promo_id)).toBe(1);
  });

  test('gives way to one whose code is sent', async () => {
    const at = await scene.product();
    const first = await coupon([at]);
    const second = await coupon([at], { discount: { type: 'NOMINAL', amount: 2_000 } });
    const id = await scene.place([scene.line(at)], { coupon_code: first.code });
    expectOk(await scene.edit(id, [scene.line(at)], { coupon_code: second.code }));
    expect(await promosOf(id)).toEqual([second.id]);
    expect([await used(first.id), await used(second.id)]).toEqual([0, 1]);
    const unknown = await scene.edit(id, [scene.line(at)], { coupon_code: 'TIDAKADA' });
    expect(unknown.body.code).toBe('coupon_unknown');
  });

  test('that was switched off stays with its line, also where its code is sent, and comes to no other', async () => {
    const [at, other] = [await scene.product(), await scene.product()];
    const { code, id: promo_id, input } = await coupon([at, other]);
    const id = await scene.place([scene.line(at)], { coupon_code: code });
    expectOk(await updatePromo(scene.shop, promo_id, { ...input, is_active: false }));
    expectOk(await scene.edit(id, [scene.line(at, { qty: 1 }), scene.line(other)], { coupon_code: code }));
    expect(await promosOf(id)).toEqual([promo_id, null]);
  });
});

describe('a promo that was deleted', () => {
  test('stays with its line as goods are added, and comes to no other', async () => {
    const [at, other] = [await scene.product(), await scene.product()];
    const promo_id = await addPromo(scene.shop, promoInput(running([at, other])));
    const id = await scene.place([scene.line(at, { promo_id })]);
    await remove(promo_id);
    expectOk(await scene.edit(id, [scene.line(at), scene.line(other)]));
    expect(await promosOf(id)).toEqual([promo_id, null]);
    const more = await scene.edit(id, [scene.line(at), scene.line(other, { promo_id })]);
    expect(Object.keys(more.body.message)).toEqual(['products.1.promo_id']);
  });

  test('is still that of a cancelled order that is made active again', async () => {
    const at = await scene.product();
    const promo_id = await addPromo(scene.shop, promoInput(running([at])));
    const id = await scene.place([scene.line(at, { promo_id })]);
    expectOk(await scene.shop.call('POST', '/api/open/order/cancel', { id }));
    await remove(promo_id);
    expectOk(await scene.shop.call('POST', '/api/open/order-cancel/return', { id }));
    expect([await promosOf(id), await scene.total(id)]).toEqual([[promo_id], 200_000]);
  });
});

describe('a limit per customer', () => {
  const limited = (at: Stall, usage_per_customer: number) =>
    promoInput(running([at], { limits: { usage_per_customer } }));

  test('that was lowered below what is used lets orders keep what they have', async () => {
    const at = await scene.product();
    const promo_id = await addPromo(scene.shop, limited(at, 3));
    const [id] = [
      await scene.place([scene.line(at, { promo_id })]),
      await scene.place([scene.line(at, { promo_id })]),
    ];
    expectOk(await updatePromo(scene.shop, promo_id, limited(at, 1)));
    expectOk(await scene.edit(id, [scene.line(at, { qty: 3 })]));
    expect([await promosOf(id), await used(promo_id)]).toEqual([[promo_id], 2]);
  });

  test('that the new sender has reached drops the promo, and refuses it where it is named', async () => {
    const at = await scene.product();
    const promo_id = await addPromo(scene.shop, limited(at, 1));
    const another = await addCustomer(scene.shop, 'N', 'Ani');
    await scene.place([scene.line(at, { promo_id })], { customer_sender_id: another });
    const id = await scene.place([scene.line(at, { promo_id })]);
    const change = { customer_sender_id: another };
    const named = await scene.edit(id, [scene.line(at, { promo_id })], change);
    expect(named.body.code).toBe('promo_limit_of_customer');
    expectOk(await scene.edit(id, [scene.line(at)], change));
    expect([await promosOf(id), await used(promo_id)]).toEqual([[null], 1]);
  });

  test('that the new sender has not reached counts for the new sender', async () => {
    const at = await scene.product();
    const promo_id = await addPromo(scene.shop, limited(at, 1));
    const another = await addCustomer(scene.shop, 'N', 'Ani');
    const id = await scene.place([scene.line(at, { promo_id })]);
    expectOk(await scene.edit(id, [scene.line(at)], { customer_sender_id: another }));
    expect([await promosOf(id), await used(promo_id)]).toEqual([[promo_id], 1]);
    await scene.place([scene.line(at, { promo_id })]);
  });
});

describe('a promo is taken off', () => {
  test.each([
    ['a line with an empty promo_id', { promo_id: '' }, 0],
    ['a line with null', { promo_id: null }, 0],
    ['a line with a discount in its place', { type: 'NOMINAL', nominal: 1_000 }, 1_000],
  ])('%s', async (_what, change, off) => {
    const at = await scene.product();
    const promo_id = await addPromo(scene.shop, promoInput(running([at])));
    const id = await scene.place([scene.line(at, { promo_id })]);
    expectOk(await scene.edit(id, [scene.line(at, change)]));
    expect(await scene.total(id)).toBe(2 * (100_000 - off) + 10_000);
    expect([await promosOf(id), await used(promo_id)]).toEqual([[null], 0]);
  });

  test.each([[null], [''], [[]]])('the shipping with %j', async (promo) => {
    const at = await scene.product();
    const promo_id = await addPromo(scene.shop, ofShipping());
    const id = await scene.place([scene.line(at)], {
      expedition: { id: 1, rate: 10_000, promo: { id: promo_id } },
    });
    expect(await scene.total(id)).toBe(205_000);
    expectOk(await scene.edit(id, [scene.line(at)], { expedition: { id: 1, rate: 10_000, promo } }));
    expect([await scene.total(id), await used(promo_id)]).toEqual([210_000, 0]);
  });
});

describe('a promo of shipping', () => {
  test('follows the rate, while the goods keep their prices', async () => {
    const at = await scene.product();
    const discount = { type: 'PERCENTAGE', amount: 50, max_nominal: 0 };
    const promo_id = await addPromo(scene.shop, ofShipping({ discount }));
    const id = await scene.place([scene.line(at)], {
      expedition: { id: 1, rate: 10_000, promo: { id: promo_id } },
    });
    expectOk(await scene.setPrice(at, 150_000));
    expectOk(await scene.edit(id, [scene.line(at)], { expedition: { id: 2, rate: 30_000 } }));
    expect([await scene.total(id), await used(promo_id)]).toEqual([215_000, 1]);
    expectOk(await scene.edit(id, [scene.line(at)], { expedition: { id: 349, rate: 20_000 } }));
    expect([await scene.total(id), await used(promo_id)]).toEqual([220_000, 0]);
    const named = { id: 349, rate: 20_000, promo: { id: promo_id } };
    const refused = await scene.edit(id, [scene.line(at)], { expedition: named });
    expect(Object.keys(refused.body.message)).toEqual(['expedition.promo.id']);
    expectOk(await scene.edit(id, [scene.line(at)], { expedition: { ...named, id: 1 } }));
    expect([await scene.total(id), await used(promo_id)]).toEqual([210_000, 1]);
  });
});

describe('a promo that is over', () => {
  test('comes to no other line and to no more pieces than have it', async () => {
    const [at, other] = [await scene.product(), await scene.product()];
    const input = promoInput(running([at, other]));
    const promo_id = await addPromo(scene.shop, input);
    const id = await scene.place([scene.line(at, { promo_id })]);
    expectOk(await updatePromo(scene.shop, promo_id, { ...input, is_active: false }));
    const another = await scene.edit(id, [scene.line(at), scene.line(other, { promo_id })]);
    expect(another.body.message).toEqual({ 'products.1.promo_id': ['The promo is inactive.'] });
    const more = await scene.edit(id, [scene.line(at, { qty: 3 })]);
    expect([more.body.code, Object.keys(more.body.message)]).toEqual([
      'promo_over_for_more',
      ['products.0.qty'],
    ]);
    expectOk(await scene.edit(id, [scene.line(at), scene.line(at, { qty: 1 })]));
    expect([await promosOf(id), await scene.total(id)]).toEqual([[promo_id, null], 300_000]);
    expectOk(await scene.edit(id, [scene.line(at, { qty: 1 })]));
    expect([await promosOf(id), await scene.total(id)]).toEqual([[promo_id], 105_000]);
  });
});

test('edits that swap promos never wait in a circle, with each other or with new orders', async () => {
  const at = await scene.product(1_000);
  const promos = await Promise.all([
    addPromo(scene.shop, promoInput(running([at]))),
    addPromo(scene.shop, ofShipping()),
    addPromo(scene.shop, ofShipping({ name: 'Ongkir lain' })),
    coupon([at]).then(({ id }) => id),
  ]);
  const [of_goods, shipping, other_shipping] = promos;
  const expedition = (id: number) => ({ id: 1, rate: 10_000, promo: { id } });
  const ids = await Promise.all(
    Array.from({ length: 12 }, (_, index) =>
      scene.place([scene.line(at, { qty: 1, ...(index % 2 === 0 && { promo_id: of_goods }) })], {
        expedition: expedition(index % 2 === 0 ? other_shipping : shipping),
      }),
    ),
  );
  for (let round = 0; round < 4; round += 1) {
    const answers = await Promise.all(
      ids.flatMap((id, index) => {
        const has_goods = (index + round) % 2 === 0;
        const products = [scene.line(at, { qty: 1, promo_id: has_goods ? null : of_goods })];
        return [
          scene.edit(id, products, { expedition: expedition(has_goods ? shipping : other_shipping) }),
          scene.shop.call(
            'POST',
            '/api/open/order',
            orderOf(scene.stall, {
              products: [scene.line(at, { qty: 1, promo_id: of_goods })],
              expedition: expedition(other_shipping),
            }),
          ),
        ];
      }),
    );
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
  }
}, 60_000);
