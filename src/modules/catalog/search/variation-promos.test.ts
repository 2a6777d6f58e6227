import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fixedClock, startTestApp, type TestApp, type TestShop } from '../../../../test/harness.ts';
import {
  addPromo,
  couponInput,
  expeditionInput,
  promoInput,
  selecting,
} from '../../../../test/promo-input.ts';
import { addCustomer, addProduct, expectOk, openStall, orderOf, type Stall } from '../../../../test/stall.ts';
import { takePromos } from '../../promos/index.ts';

/* oxlint-disable typescript/no-explicit-any -- bodies of answers are looked into freely */

const MADE = '2026-03-10T18:00:00Z';
/** Noon of the 20th in Jakarta, within the days of the promos. */
const RUNNING = '2026-03-20T05:00:00Z';
const clock = fixedClock(MADE);
let test_app: TestApp;

beforeAll(async () => {
  test_app = await startTestApp({ clock, zone: 'Asia/Jakarta' });
});
afterAll(() => test_app.close());

interface World {
  shop: TestShop;
  stall: Stall;
}

async function openWorld(): Promise<World> {
  const shop = await test_app.openShop();
  return { shop, stall: await openStall(shop, { stocks: [100] }) };
}

/** Promos are made before they start. */
async function withPromo({ shop }: World, input: object): Promise<number> {
  clock.set(MADE);
  try {
    return await addPromo(shop, input);
  } finally {
    clock.set(RUNNING);
  }
}

const promosOf = async ({ shop }: World, customer_id?: number): Promise<any[][]> => {
  const filter = customer_id === undefined ? {} : { customer_id: String(customer_id) };
  const { data } = expectOk(await shop.call('GET', '/api/open/product/variation', filter)).body;
  return data.map((variation: any) => variation.promo);
};

async function useOnce(world: World, promo_id: number, customer_id: number): Promise<void> {
  const body = orderOf(world.stall, { order_date: '2026-03-20' });
  const { order_id } = expectOk(await world.shop.call('POST', '/api/open/order', body)).body.data;
  await world.shop
    .context()
    .transaction((inner) => takePromos(inner, { order_id, customer_id, promo_ids: [promo_id] }));
}

describe('a variation lists the promo of its product', () => {
  test('with all that an order needs to have it', async () => {
    const world = await openWorld();
    await addProduct(world.shop, { stocks: [1] });
    const limits = { minimum_product: 2, minimum_transaction: 50_000 };
    const id = await withPromo(world, promoInput({ ...selecting(world.stall.product_id), limits }));
    const [newest, first] = await promosOf(world);
    expect(newest).toEqual([]);
    expect(first).toEqual([
      {
        id,
        name: 'Promo Awal Bulan',
        type: 'PRODUCT',
        group: 'PROMO',
        discount: { type: 'PERCENTAGE', amount: 5, max_nominal: 5_000 },
        start_date: '2026-03-11 09:00:00',
        end_date: '2026-03-31 23:59:59',
        minimum_product: 2,
        minimum_transaction: 50_000,
      },
    ]);
  });

  test('and one of all products with every variation', async () => {
    const world = await openWorld();
    await addProduct(world.shop, { stocks: [1, 1] });
    const discount = { type: 'NOMINAL', amount: 2_500 };
    const id = await withPromo(world, promoInput({ discount, end_date: null, limits: {} }));
    const promos = await promosOf(world);
    expect(promos.map((list) => list.map((promo) => promo.id))).toEqual([[id], [id], [id]]);
    expect(promos[0]?.[0]).toMatchObject({
      discount: { type: 'NOMINAL', amount: 2_500, max_nominal: 2_500 },
      end_date: null,
      minimum_product: null,
      minimum_transaction: null,
    });
  });

  test('from its start to its end', async () => {
    const world = await openWorld();
    await withPromo(world, promoInput());
    const at = async (moment: string) => {
      clock.set(moment);
      return (await promosOf(world))[0]?.length;
    };
    // 09:00 and 23:59:59 in Jakarta.
    expect(await at('2026-03-11T01:59:59.999Z')).toBe(0);
    expect(await at('2026-03-11T02:00:00Z')).toBe(1);
    expect(await at('2026-03-31T16:59:58.999Z')).toBe(1);
    expect(await at('2026-03-31T16:59:59Z')).toBe(0);
    clock.set(RUNNING);
  });

  test.each<[string, object]>([
    ['is inactive', promoInput({ is_active: false })],
    ['is a coupon', couponInput('HEMAT')],
    ['lowers the shipping', expeditionInput({ selected_items: { platforms: ['ORDER_APP'], couriers: [1] } })],
    ['is for another platform', promoInput({ selected_items: { platforms: ['STOREFRONT'] } })],
  ])('but none that %s', async (_title, input) => {
    const world = await openWorld();
    await withPromo(world, input);
    expect(await promosOf(world)).toEqual([[]]);
  });

  test('but none that was deleted', async () => {
    const world = await openWorld();
    const id = await withPromo(world, promoInput());
    expectOk(await world.shop.call('DELETE', `/api/open/promo/${id}`));
    expect(await promosOf(world)).toEqual([[]]);
  });

  test('but none whose quota is used up', async () => {
    const world = await openWorld();
    const id = await withPromo(world, promoInput({ limits: { promo_limit: 1 } }));
    expect((await promosOf(world))[0]).toHaveLength(1);
    await useOnce(world, id, world.stall.customer_id);
    expect(await promosOf(world)).toEqual([[]]);
  });
});

describe('for a named customer', () => {
  test('only promos of its category count; for nobody in particular those of any', async () => {
    const world = await openWorld();
    await withPromo(world, promoInput({ customer_categories: ['Y'] }));
    const reseller = await addCustomer(world.shop, 'Y');
    const lengths = async (customer_id?: number) =>
      (await promosOf(world, customer_id)).map((list) => list.length);
    expect(await lengths()).toEqual([1]);
    expect(await lengths(reseller)).toEqual([1]);
    expect(await lengths(world.stall.customer_id)).toEqual([0]);
  });

  test('only promos that it has not used as often as it may', async () => {
    const world = await openWorld();
    const id = await withPromo(world, promoInput({ limits: { usage_per_customer: 2 } }));
    const another = await addCustomer(world.shop, 'N');
    const { customer_id } = world.stall;
    await useOnce(world, id, customer_id);
    expect((await promosOf(world, customer_id))[0]).toHaveLength(1);
    await useOnce(world, id, customer_id);
    expect((await promosOf(world, customer_id))[0]).toHaveLength(0);
    expect((await promosOf(world, another))[0]).toHaveLength(1);
    expect((await promosOf(world))[0]).toHaveLength(1);
  });
});

test("another shop's promo of all products is on no variation here", async () => {
  const [world, other] = [await openWorld(), await openWorld()];
  await withPromo(other, promoInput());
  expect(await promosOf(world)).toEqual([[]]);
});

test('the list takes the same number of statements for 1, 10 and 100 variations, whatever promos they have', async () => {
  const world = await openWorld();
  const sent: number[] = [];
  let having = 1;
  for (const count of [1, 10, 100]) {
    for (; having < count; having += 1) {
      const { product_id } = await addProduct(world.shop, { stocks: [1] });
      await withPromo(world, promoInput(selecting(product_id)));
    }
    const before = test_app.database.statements.sent;
    const filter = { per_page: '100', customer_id: String(world.stall.customer_id) };
    const { data } = expectOk(await world.shop.call('GET', '/api/open/product/variation', filter)).body;
    sent.push(test_app.database.statements.sent - before);
    expect(data.filter((variation: any) => variation.promo.length === 1)).toHaveLength(count - 1);
  }
  expect(sent).toEqual([5, 5, 5]);
});
