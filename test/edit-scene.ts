import { diagnose } from '../src/doctor.ts';
import type { TestApp, TestShop } from './harness.ts';
import { addProduct, expectOk, openStall, orderOf, type Stall } from './stall.ts';

/* oxlint-disable typescript/no-explicit-any -- bodies of answers are looked into freely */

/** A shop whose orders are edited. */
export class EditScene {
  readonly app: TestApp;
  readonly shop: TestShop;
  readonly stall: Stall;

  constructor(app: TestApp, shop: TestShop, stall: Stall) {
    this.app = app;
    this.shop = shop;
    this.stall = stall;
  }

  /** A product of one variation, at 100,000. */
  async product(stock = 100, change: object = {}): Promise<Stall> {
    return { ...this.stall, ...(await addProduct(this.shop, { stocks: [stock], ...change })) };
  }

  line = (at: Stall, change: object = {}) => ({
    id: at.variation_ids[0],
    qty: 2,
    product_status: 'S',
    ...change,
  });

  async place(products: object[], change: object = {}): Promise<number> {
    const body = orderOf(this.stall, { products, ...change });
    return expectOk(await this.shop.call('POST', '/api/open/order', body)).body.data.order_id;
  }

  /** Sends the order again with these lines and a change; what an edit may leave out is left out. */
  edit = (order_id: number, products: object[], change: object = {}) =>
    this.shop.call('PATCH', '/api/open/order', {
      order_id,
      customer_sender_id: this.stall.customer_id,
      customer_receiver_id: this.stall.customer_id,
      supplier_id: this.stall.supplier_id,
      expedition: { id: 1, rate: 10_000 },
      payment: { status: 'UNPAID' },
      products,
      ...change,
    });

  detail = async (id: number): Promise<any> =>
    expectOk(await this.shop.call('GET', `/api/open/order/detail?id=${id}`)).body.data;

  total = async (id: number): Promise<number> => (await this.detail(id)).total_amount;

  newest = async (id: number): Promise<any> =>
    expectOk(await this.shop.call('GET', `/api/open/order/history?id=${id}`)).body.data[0];

  /** The lines as they are kept. */
  async lines(id: number): Promise<any[]> {
    const { rows } = await this.app.database.pool.query(
      'select * from order_lines where shop_id = $1 and order_id = $2 order by position',
      [this.shop.shop_id, id],
    );
    return rows;
  }

  setPrice = (at: Stall, price: number) =>
    this.shop.call('PATCH', '/api/open/product', {
      id: at.product_id,
      name: 'Sepatu',
      product_type: 'S',
      category_id: 0,
      has_variation: 'N',
      variations: [
        { id: at.variation_ids[0], sku: `P-${at.product_id}`, price, price_buy: 40_000, weight: 200 },
      ],
    });

  /** Where money, stock and promos do not agree with what they are made of: nowhere. */
  async differences(): Promise<unknown[]> {
    const checks = await diagnose(this.app.services.db);
    return checks.flatMap(({ differences }) => differences);
  }
}

export async function openEditScene(app: TestApp): Promise<EditScene> {
  const shop = await app.openShop();
  return new EditScene(app, shop, await openStall(shop));
}
