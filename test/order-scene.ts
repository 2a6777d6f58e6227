import { afterAll, beforeAll } from 'vitest';
import { startTestApp, type Answered, type TestApp, type TestShop } from './harness.ts';
import { addProduct, expectOk, openStall, orderOf, today, type Stall, type StallOptions } from './stall.ts';

/* oxlint-disable typescript/no-explicit-any -- bodies of answers are looked into freely */

/** A shop that takes orders. Its app, shop and stall are there from `beforeAll` on. */
export interface OrderScene {
  app: TestApp;
  shop: TestShop;
  stall: Stall;
  /** A product of one variation, at 100,000. */
  ownProduct: (stock?: number, change?: object) => Promise<Stall>;
  line: (change?: object, at?: Stall) => object;
  /** One line of a product, as a list. */
  lines: (at: Stall, qty: number, change?: object) => object[];
  /** The body of an order of two pieces. */
  order: (change?: object, at?: Stall) => object;
  send: (body: object) => Promise<Answered>;
  /** Places an order of one line, and gives its id. */
  place: (at: Stall, qty?: number, change?: object) => Promise<number>;
  pay: (id: number, amount: number, status?: string) => Promise<Answered>;
  detail: (id: number) => Promise<any>;
  stockOf: (at: Stall) => Promise<number>;
}

/**
 * Opens a shop before the tests of a file, and closes it after them.
 * @param options.product of the products that tests have for themselves
 */
export function orderScene(
  options: {
    stall?: StallOptions;
    product?: StallOptions;
    /** Settings that are known only when the tests begin, such as the address of a vendor on this machine. */
    environment?: () => Promise<Record<string, string>>;
  } = {},
): OrderScene {
  const scene: OrderScene = {
    app: undefined as never,
    shop: undefined as never,
    stall: undefined as never,
    ownProduct: async (stock = 10, change = {}) => ({
      ...scene.stall,
      ...(await addProduct(scene.shop, { stocks: [stock], ...options.product, ...change })),
    }),
    line: (change = {}, at = scene.stall) => ({
      id: at.variation_ids[0],
      qty: 2,
      product_status: 'S',
      ...change,
    }),
    lines: (at, qty, change = {}) => [scene.line({ qty, ...change }, at)],
    order: (change = {}, at = scene.stall) => orderOf(at, { products: [scene.line({}, at)], ...change }),
    send: (body) => scene.shop.call('POST', '/api/open/order', body),
    place: async (at, qty = 2, change = {}) =>
      expectOk(await scene.send(orderOf(at, { products: scene.lines(at, qty), ...change }))).body.data
        .order_id,
    pay: (id, amount, status = 'INSTALLMENT') =>
      scene.shop.call('PATCH', '/api/open/order/quick-payment', {
        id,
        payment: { status, amount, date: today(), bank_id: scene.stall.bank_id },
      }),
    detail: async (id) => expectOk(await scene.shop.call('GET', `/api/open/order/detail?id=${id}`)).body.data,
    stockOf: async (at) =>
      expectOk(await scene.shop.call('GET', `/api/open/product/${at.product_id}/detail`)).body.data
        .total_stock,
  };
  beforeAll(async () => {
    const environment = (await options.environment?.()) ?? {};
    scene.app = await startTestApp({ pool_size: 20, environment });
    scene.shop = await scene.app.openShop();
    scene.stall = await openStall(scene.shop, options.stall);
  });
  afterAll(() => scene.app.close());
  return scene;
}
