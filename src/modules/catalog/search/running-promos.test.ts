import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fixedClock, startTestApp, type TestApp, type TestShop } from '../../../../test/harness.ts';
import { addCustomer, addProduct } from '../../../../test/stall.ts';
import { findOrderPromos, promoApplies, type OrderPromo } from '../../promos/index.ts';
import { findRunningPromos } from './find-running-promos.ts';

const NOW = new Date('2026-03-20T05:00:00Z');
const CATEGORIES = ['N', 'Y', 'D'] as const;

let app: TestApp;
let shop: TestShop;
const products: number[] = [];
const buyers: { id: number; category_code: string }[] = [];

beforeAll(async () => {
  app = await startTestApp({ clock: fixedClock(NOW.toISOString()) });
  shop = await app.openShop();
  for (let made = 0; made < 3; made += 1) products.push((await addProduct(shop, { stocks: [1] })).product_id);
  for (const category_code of CATEGORIES)
    buyers.push({ id: await addCustomer(shop, category_code), category_code });
});
afterAll(() => app.close());

const moments = (...away_ms: number[]) =>
  fc.constantFrom(...away_ms).map((ms) => new Date(NOW.getTime() + ms));
/** Each rule is met by most promos, so that all of them are by many. */
const mostly = <T>(usual: T, other: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 4, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: other });
const anyPromo = fc.record({
  is_active: mostly(true, fc.constant(false)),
  starts_at: mostly(new Date(NOW.getTime() - 86_400_000), moments(-1, 0, 1, 86_400_000)),
  ends_at: mostly<Date | null>(null, moments(-1, 0, 1, 86_400_000)),
  is_coupon: mostly(false, fc.constant(true)),
  promo_type: mostly<'PRODUCT' | 'EXPEDITION'>('PRODUCT', fc.constant('EXPEDITION')),
  quota: mostly<number | null>(null, fc.integer({ min: 1, max: 3 })),
  used: fc.nat(3),
  usage_per_customer: mostly<number | null>(null, fc.integer({ min: 1, max: 2 })),
  used_by: fc.tuple(fc.nat(2), fc.nat(2), fc.nat(2)),
  customer_category_codes: mostly<string[]>(
    [...CATEGORIES],
    fc.subarray<string>([...CATEGORIES], { minLength: 1 }),
  ),
  platforms: mostly(['ORDER_APP'], fc.subarray(['ORDER_APP', 'PRIVOR'])),
  all_products: mostly(false, fc.constant(true)),
  product_places: fc.subarray([0, 1, 2]),
});
type AnyPromo = typeof anyPromo extends fc.Arbitrary<infer T> ? T : never;

async function keep(promo: AnyPromo, index: number): Promise<number> {
  const { db } = app.services;
  const { shop_id } = shop;
  const { is_coupon, used, quota, used_by, product_places, ends_at, starts_at, ...same } = promo;
  const { id } = await db
    .insertInto('promos')
    .values({
      ...same,
      shop_id,
      name: `Promo ${index}`,
      promo_group: is_coupon ? 'COUPON' : 'PROMO',
      coupon_code: is_coupon ? `K${index}` : null,
      starts_at,
      ends_at: ends_at === null || ends_at > starts_at ? ends_at : null,
      discount_type: 'NOMINAL',
      discount_idr: 1_000,
      quota,
      used: Math.min(used, quota ?? used),
      courier_service_ids: [],
      created_at: NOW,
      updated_at: NOW,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  for (const place of same.all_products ? [] : product_places)
    await db
      .insertInto('promo_products')
      .values({ shop_id, promo_id: id, product_id: products[place] as number })
      .execute();
  for (const [place, times] of used_by.entries())
    if (times > 0)
      await db
        .insertInto('promo_customers')
        .values({ shop_id, promo_id: id, customer_id: buyers[place]?.id as number, used: times })
        .execute();
  return id;
}

/** An order of more pieces and money than any promo asks for. */
const applies = (promo: OrderPromo, product_id: number, customer_category_code: string, used: number) =>
  promoApplies(promo, {
    now: NOW,
    customer_category_code,
    used_by_customer: used,
    platform: 'ORDER_APP',
    lines: [{ product_id, quantity: 1_000_000 }],
    goods_idr: 1_000_000_000_000,
    courier_service_id: 1,
  }).applies;

test('a variation lists exactly the promos that the rule lets an order of it have, whatever promos there are', async () => {
  let listed = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(anyPromo, { minLength: 4, maxLength: 12 }), async (promos) => {
      const context = shop.context();
      for (const table of ['promo_customers', 'promo_products', 'promos'] as const)
        await app.services.db.deleteFrom(table).where('shop_id', '=', shop.shop_id).execute();
      const promo_ids = await Promise.all(promos.map(keep));
      for (const buyer of [undefined, ...buyers]) {
        const found = await findRunningPromos(context, products, buyer);
        const known = await findOrderPromos(context, {
          promo_ids,
          coupon_code: undefined,
          customer_id: buyer?.id ?? null,
          product_ids: products,
          running: false,
        });
        for (const product_id of products) {
          const wanted = known.filter(
            (promo) =>
              promo.group === 'PROMO' &&
              promo.type === 'PRODUCT' &&
              (buyer === undefined ? CATEGORIES : [buyer.category_code]).some((code) =>
                applies(promo, product_id, code, promo.used_by_customer),
              ),
          );
          const ids = found(product_id).map(({ id }) => id);
          expect(ids).toEqual(wanted.map(({ id }) => id));
          listed += ids.length;
        }
      }
    }),
    { numRuns: 60 },
  );
  expect(listed).toBeGreaterThan(500);
}, 60_000);
