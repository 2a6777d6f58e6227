import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp, type TestShop } from '../../../test/harness.ts';
import { addPromo, off, promoInput } from '../../../test/promo-input.ts';
import { addCustomer, expectOk, openStall, orderOf, type Stall } from '../../../test/stall.ts';
import { giveBackPromos, takePromos } from './index.ts';
import { findUseDifferences } from './use-differences.ts';

let test_app: TestApp;

beforeAll(async () => {
  test_app = await startTestApp({ pool_size: 20 });
});
afterAll(() => test_app.close());

interface World {
  shop: TestShop;
  stall: Stall;
  promo_id: number;
  order_ids: number[];
}

/** A shop with orders, of which none uses its promo yet. */
async function openWorld(orders: number, limits: object): Promise<World> {
  const shop = await test_app.openShop();
  const stall = await openStall(shop, { stocks: [1_000] });
  const promo_id = await addPromo(
    shop,
    promoInput({
      start_date: '2090-01-01 00:00',
      end_date: '',
      ...off(1_000),
      limits,
      customer_categories: ['N'],
    }),
  );
  const answers = await Promise.all(
    Array.from({ length: orders }, () => shop.call('POST', '/api/open/order', orderOf(stall))),
  );
  const order_ids = answers.map((answer) => expectOk(answer).body.data.order_id as number);
  return { shop, stall, promo_id, order_ids };
}

const take = ({ shop, promo_id, stall }: World, order_id: number, customer_id = stall.customer_id) =>
  shop
    .context()
    .transaction((inner) => takePromos(inner, { order_id, customer_id, promo_ids: [promo_id, promo_id] }));

const giveBack = ({ shop }: World, order_id: number) =>
  shop.context().transaction((inner) => giveBackPromos(inner, order_id));

/** How often the promo is used, after a look that it is counted so everywhere. */
async function counted({ shop, promo_id }: World): Promise<number> {
  expect(await findUseDifferences(shop.context().platform)).toEqual([]);
  const promo = expectOk(await shop.call('GET', `/api/open/promo/${promo_id}`));
  return promo.body.data.used;
}

test('a quota of 50 is used by exactly 50 of 200 orders at once, and each that is given back by one more', async () => {
  const world = await openWorld(200, { promo_limit: 50 });
  const taken = await Promise.allSettled(world.order_ids.map((order_id) => take(world, order_id)));
  expect(taken.filter(({ status }) => status === 'fulfilled')).toHaveLength(50);
  const reasons = taken.flatMap((result) => (result.status === 'rejected' ? [result.reason.constraint] : []));
  expect(new Set(reasons)).toEqual(new Set(['promos_quota_kept']));
  expect(await counted(world)).toBe(50);

  const users = world.order_ids.filter((_, index) => taken[index]?.status === 'fulfilled').slice(0, 20);
  const others = world.order_ids.filter((_, index) => taken[index]?.status === 'rejected').slice(0, 40);
  // Each is cancelled twice at once, while others order.
  await Promise.all([...users, ...users].map((order_id) => giveBack(world, order_id)));
  expect(await counted(world)).toBe(30);
  const again = await Promise.allSettled(others.map((order_id) => take(world, order_id)));
  expect(again.filter(({ status }) => status === 'fulfilled')).toHaveLength(20);
  expect(await counted(world)).toBe(50);
});

test('taking and giving back at once never loses or adds a use', async () => {
  const world = await openWorld(60, { promo_limit: 1_000 });
  const [first, second] = [world.order_ids.slice(0, 30), world.order_ids.slice(30)];
  await Promise.all(first.map((order_id) => take(world, order_id)));
  await Promise.all([
    ...first.map((order_id) => giveBack(world, order_id)),
    ...second.map((order_id) => take(world, order_id)),
  ]);
  expect(await counted(world)).toBe(30);
});

test('a customer uses a promo as often as it allows, however many orders come at once, and others still can', async () => {
  const world = await openWorld(20, { usage_per_customer: 3 });
  const another = await addCustomer(world.shop, 'N', 'Ani');
  const mine = world.order_ids.slice(0, 15);
  const theirs = world.order_ids.slice(15);
  const [taken, by_another] = await Promise.all([
    Promise.allSettled(mine.map((order_id) => take(world, order_id))),
    Promise.allSettled(theirs.map((order_id) => take(world, order_id, another))),
  ]);
  const done = (results: PromiseSettledResult<void>[]) =>
    results.filter(({ status }) => status === 'fulfilled');
  expect([done(taken).length, done(by_another).length]).toEqual([3, 3]);
  expect(await counted(world)).toBe(6);
  const mine_taken = mine[taken.findIndex(({ status }) => status === 'fulfilled')] ?? 0;
  await giveBack(world, mine_taken);
  await take(world, mine_taken);
  await expect(take(world, mine.at(-1) ?? 0)).rejects.toMatchObject({
    constraint: 'promo_customers_limit_kept',
  });
});

test('orders with several promos in any order never wait for each other in a circle', async () => {
  const world = await openWorld(40, {});
  const coupon = expectOk(
    await world.shop.call('POST', '/api/open/promo', {
      group: 'COUPON',
      type: 'PRODUCT',
      name: 'Kupon',
      coupon_code: 'KUPON',
      start_date: '2090-01-01 00:00',
      end_date: null,
      discount: { type: 'NOMINAL', amount: 1_000 },
      limits: { promo_limit: 40 },
      is_active: true,
      customer_categories: ['N'],
      all_products: true,
      selected_items: { platforms: ['ORDER_APP'] },
    }),
  ).body.data.promo_id;
  const { customer_id } = world.stall;
  await Promise.all(
    world.order_ids.map((order_id, index) => {
      const promo_ids = index % 2 === 0 ? [world.promo_id, coupon] : [coupon, world.promo_id];
      return world.shop
        .context()
        .transaction((inner) => takePromos(inner, { order_id, customer_id, promo_ids }));
    }),
  );
  expect(await counted(world)).toBe(40);
  expect(await counted({ ...world, promo_id: coupon })).toBe(40);
});

test('a use is undone with its transaction', async () => {
  const world = await openWorld(1, {});
  const [order_id = 0] = world.order_ids;
  const failing = world.shop.context().transaction(async (inner) => {
    await takePromos(inner, { order_id, customer_id: world.stall.customer_id, promo_ids: [world.promo_id] });
    throw new Error('stop');
  });
  await expect(failing).rejects.toThrow('stop');
  expect(await counted(world)).toBe(0);
});

test("another shop's promo is not counted", async () => {
  const world = await openWorld(1, {});
  const other = await openWorld(1, {});
  await take({ ...other, promo_id: world.promo_id }, other.order_ids[0] ?? 0);
  expect([await counted(world), await counted(other)]).toEqual([0, 0]);
});

test('a count that differs from the uses is found', async () => {
  const world = await openWorld(2, {});
  const { shop, promo_id, stall, order_ids } = world;
  await Promise.all(order_ids.map((order_id) => take(world, order_id)));
  const set = (table: string, used: number) =>
    test_app.database.pool.query(`update ${table} set used = $2 where shop_id = $1`, [shop.shop_id, used]);
  const difference = { shop_id: shop.shop_id, promo_id, orders: 2 };
  await set('promos', 1);
  await set('promo_customers', 3);
  expect(await findUseDifferences(shop.context().platform)).toEqual([
    { ...difference, customer_id: stall.customer_id, used: 3 },
    { ...difference, customer_id: null, used: 1 },
  ]);
  await set('promos', 2);
  await set('promo_customers', 2);
  expect(await counted(world)).toBe(2);
});
