import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestApp, type TestApp, type TestShop } from '../../../../test/harness.ts';
import { addCustomer, addProduct, expectOk, openStall, orderOf, type Stall } from '../../../../test/stall.ts';
import { diagnose } from '../../../doctor.ts';
import { storeTexts } from '../../../../test/search-texts.ts';

let test_app: TestApp;
let shop: TestShop;
let stall: Stall;

beforeAll(async () => {
  test_app = await startTestApp();
  shop = await test_app.openShop();
  stall = await openStall(shop);
});
afterAll(async () => {
  for (const check of await diagnose(test_app.services.db))
    expect(check.differences, check.title).toEqual([]);
  await test_app.close();
});

const place = (change: Record<string, unknown> = {}, headers?: Record<string, string>) =>
  shop.call('POST', '/api/open/order', orderOf(stall, change), headers);
const detail = async (order_id: number) =>
  expectOk(await shop.call('GET', '/api/open/order/detail', { id: String(order_id) })).body.data;
const stockOf = async (variation_id: number | undefined) =>
  expectOk(await shop.call('GET', '/api/open/product/check-stock', { variation_id: String(variation_id) }))
    .body.data.stock;
const [first, second] = [() => stall.variation_ids[0] ?? 0, () => stall.variation_ids[1] ?? 0];

describe('an order', () => {
  test('is answered as the reference has it', async () => {
    const answer = await place();
    expect(answer.status).toBe(200);
    expect(answer.body).toEqual({
      request_id: expect.stringMatching(/^[0-9a-f]{13,}$/),
      response: 'Success',
      message: 'Order created',
      data: { order_id: expect.any(Number), po_number: expect.any(Number) },
    });
  });

  test('takes its stock, and the history says which order took it', async () => {
    const before = await stockOf(first());
    const made = expectOk(await place({ products: [{ id: first(), qty: '3', product_status: 's' }] }));
    expect(await stockOf(first())).toBe(before - 3);
    const history = expectOk(await shop.call('GET', '/api/open/product/history', { id: String(first()) }));
    expect(history.body.data[0]).toMatchObject({
      detail: { id_order: made.body.data.order_id },
      stock: { in: 0, out: 3, last: before - 3 },
    });
  });

  test('is priced from the shop, whatever amounts the client sends', async () => {
    const made = expectOk(
      await place({
        products: [
          { id: first(), qty: 2, product_status: 'S', price: 1, type: 'PERCENTAGE', percentage: 10 },
        ],
        order_cost: [
          { name: 'Bungkus kado', category: 'OTHER COST', type: 'NOMINAL', nominal: 1_200 },
          { name: 'Diskon persen', category: 'DISCOUNT', type: 'PERCENTAGE', percentage: 2 },
          { name: 'Asuransi', category: 'INSURANCE', type: 'NOMINAL', nominal: 2_000 },
        ],
      }),
    );
    const order = await detail(made.body.data.order_id);
    expect(order.order_detail[0]).toMatchObject({
      price: 100_000,
      nominal: 10_000,
      percentage: 10,
      type: 'PERCENTAGE',
    });
    expect(order).toMatchObject({
      total_amount: 180_000 + 10_000 + 1_200 - 3_600 + 2_000,
      other_cost_amount: 3_200,
      payment_status: 'UNPAID',
      order_progress_status: 'UNPAID',
      weight: 0.4,
      cost_of_goods_sales: 80_000,
    });
  });

  test('of a reseller has the reseller price, and a different receiver keeps both names', async () => {
    const reseller = await addCustomer(shop, 'Y', 'Rina Reseller');
    const made = expectOk(await place({ customer_sender_id: reseller }));
    const order = await detail(made.body.data.order_id);
    expect(order.order_detail.map((line: { price: number }) => line.price)).toEqual([80_000, 80_000]);
    expect([order.sender.name, order.receiver.name]).toEqual(['Rina Reseller', 'Siti']);
  });

  test('keeps name, SKU and prices of the moment', async () => {
    const other = await addProduct(shop);
    const made = expectOk(
      await place({ products: other.variation_ids.map((id) => ({ id, qty: 1, product_status: 'S' })) }),
    );
    await test_app.services.db
      .updateTable('product_variations')
      .set({ price_idr: 1, sku: `changed-${other.product_id}` })
      .where('shop_id', '=', shop.shop_id)
      .where('id', '=', other.variation_ids[0] ?? 0)
      .execute();
    const order = await detail(made.body.data.order_id);
    expect(order.order_detail[0].price).toBe(100_000);
    expect(order.order_detail[0].sku).toMatch(/^SKU-/);
    await test_app.services.db
      .updateTable('products')
      .set({ lowest_price_idr: 1, lowest_margin_idr: -39_999 })
      .where('shop_id', '=', shop.shop_id)
      .where('id', '=', other.product_id)
      .execute();
    await storeTexts(test_app.database.pool, shop.shop_id);
  });

  test('paid at once is PAID, and NO AWB until it has one', async () => {
    const payment = { status: 'PAID', date: '2026-01-05', bank_id: stall.bank_id, amount: 210_000 };
    const made = expectOk(await place({ payment }));
    expect(await detail(made.body.data.order_id)).toMatchObject({
      payment_status: 'PAID',
      order_progress_status: 'NO AWB',
      remaining_amount: 0,
      payment_date: '2026-01-05',
    });
  });

  test('counts po_number 1, 2, 3 in its shop, and a refused order takes none', async () => {
    const own = await test_app.openShop();
    const own_stall = await openStall(own, { stocks: [2] });
    const numbers: number[] = [];
    for (const qty of [1, 99, 1]) {
      const answer = await own.call(
        'POST',
        '/api/open/order',
        orderOf(own_stall, { products: [{ id: own_stall.variation_ids[0], qty, product_status: 'S' }] }),
      );
      if (answer.status === 200) numbers.push(answer.body.data.po_number);
    }
    expect(numbers).toEqual([1, 2]);
  });
});

describe('a refused order', () => {
  const refused = async (change: Record<string, unknown>, language = 'en') => {
    const before = [await stockOf(first()), await stockOf(second())];
    const answer = await place(change, { 'accept-language': language });
    expect(answer.status).toBe(422);
    expect([await stockOf(first()), await stockOf(second())]).toEqual(before);
    return answer.body.message as Record<string, string[]>;
  };

  test('names the line that is short and what is left, and takes nothing of the other lines', async () => {
    const left = await stockOf(second());
    const products = [
      { id: first(), qty: 1, product_status: 'S' },
      { id: second(), qty: left + 1, product_status: 'S' },
    ];
    const message = await refused({ products }, 'id');
    expect(Object.keys(message)).toEqual(['products.1.qty']);
    expect(message['products.1.qty']?.[0]).toContain(`hanya tersisa ${left}`);
  });

  test('two lines of one variation count together', async () => {
    const left = await stockOf(first());
    const products = [left, 1].map((qty) => ({ id: first(), qty, product_status: 'S' }));
    expect(Object.keys(await refused({ products }))).toEqual(['products.0.qty', 'products.1.qty']);
  });

  test('names every id that does not exist', async () => {
    const message = await refused({
      customer_sender_id: 999_999_999,
      customer_receiver_id: 999_999_999,
      supplier_id: 999_999_999,
      order_source_id: 999_999_999,
      products: [{ id: 999_999_999, qty: 1, product_status: 'S', warehouse_id: 999_999 }],
      expedition: { id: 123_456, rate: 0 },
      payment: { status: 'PAID', date: '2026-01-05', bank_id: 999_999_999 },
    });
    expect(Object.keys(message).sort()).toEqual([
      'customer_receiver_id',
      'customer_sender_id',
      'expedition.id',
      'order_source_id',
      'payment.bank_id',
      'products.0.id',
      'products.0.warehouse_id',
      'supplier_id',
    ]);
  });

  test('says what is missing or wrong, field by field', async () => {
    const message = await refused({
      products: [
        { id: first(), qty: 0, product_status: 'X' },
        { id: first(), qty: 1, product_status: 'S', type: 'NOMINAL' },
      ],
      order_date: '2026-02-30',
      payment: { status: 'INSTALLMENT' },
      order_cost: [{ name: 'Diskon', category: 'DISCOUNT', type: 'PERCENTAGE' }],
    });
    expect(Object.keys(message).sort()).toEqual([
      'order_cost.0.percentage',
      'order_date',
      'payment.amount',
      'payment.bank_id',
      'payment.date',
      'products.0.product_status',
      'products.0.qty',
      'products.1.nominal',
    ]);
  });

  test('wants the stock type of the product, and the cost of goods of another supplier', async () => {
    const other = await addProduct(shop, {
      stocks: [0],
      product: { product_type: 'R' },
      variation: { stock: 'Y' },
    });
    const id = other.variation_ids[0];
    expect(await refused({ products: [{ id, qty: 1, product_status: 'S' }] })).toEqual({
      'products.0.product_status': ['The products.0.product_status must be one of the following value : R'],
    });
    expect(Object.keys(await refused({ products: [{ id, qty: 1, product_status: 'R' }] }))).toEqual([
      'payment.cost_of_goods_sales',
    ]);
    const mixed = [
      { id: first(), qty: 1, product_status: 'S' },
      { id, qty: 1, product_status: 'R' },
    ];
    expect(Object.keys(await refused({ products: mixed }))).toEqual(['products.1.product_status']);
    const made = expectOk(
      await place({
        products: [{ id, qty: 2, product_status: 'R' }],
        payment: { status: 'UNPAID', cost_of_goods_sales: 55_000 },
      }),
    );
    expect((await detail(made.body.data.order_id)).cost_of_goods_sales).toBe(55_000);
  });

  test('does not believe promo amounts of the client', async () => {
    const products = [{ id: first(), qty: 1, product_status: 'S', discount_promo: 5_000 }];
    expect(
      Object.keys(await refused({ products, expedition: { id: 1, rate: 9_000, discount_promo: 9_000 } })),
    ).toEqual(['products.0.discount_promo', 'expedition.discount_promo']);
  });

  test('a line discount above the unit price is refused', async () => {
    const products = [{ id: first(), qty: 1, product_status: 'S', type: 'NOMINAL', nominal: 100_001 }];
    expect(Object.keys(await refused({ products }))).toEqual(['products.0.nominal']);
  });

  test('PAID with less than the total, and any payment above it, are refused', async () => {
    const pay = (status: string, amount: number) => ({
      payment: { status, amount, date: '2026-01-05', bank_id: stall.bank_id },
    });
    expect(Object.keys(await refused(pay('PAID', 209_999)))).toEqual(['payment.amount']);
    expect(await refused(pay('INSTALLMENT', 210_001))).toMatchObject({ 'maximum amount': [210_000] });
  });
});

describe('preorders', () => {
  test('ship their days after the first payment', async () => {
    const other = await addProduct(shop, {
      stocks: [0],
      product: { product_type: 'PO', preorder_setting: { type: 'week', number: 2 } },
    });
    const products = [{ id: other.variation_ids[0], qty: 1, product_status: 'PO' }];
    const made = expectOk(await place({ products }));
    expect((await detail(made.body.data.order_id)).estimated_ship_date).toBeNull();
    const payment = { status: 'INSTALLMENT', amount: 10_000, date: '2026-01-05', bank_id: stall.bank_id };
    expectOk(
      await shop.call('PATCH', '/api/open/order/quick-payment', { id: made.body.data.order_id, payment }),
    );
    expect((await detail(made.body.data.order_id)).estimated_ship_date).toBe('2026-01-19');
  });
});

test('an order costs two statements, whether it has 1 line or 100', async () => {
  const big = await addProduct(shop, { stocks: Array.from({ length: 100 }, () => 10) });
  for (const count of [1, 10, 100]) {
    const products = big.variation_ids.slice(0, count).map((id) => ({ id, qty: 1, product_status: 'S' }));
    const sent: number[] = [];
    // A credential that was looked up over a second ago is looked up again: of three orders one has none of that.
    for (let round = 0; round < 3; round += 1) {
      const before = test_app.database.statements.sent;
      expectOk(await place({ products }));
      sent.push(test_app.database.statements.sent - before);
    }
    expect(Math.min(...sent)).toBe(2);
    expect(Math.max(...sent)).toBeLessThanOrEqual(3);
  }
});
