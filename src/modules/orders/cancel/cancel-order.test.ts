import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { TestApp, TestShop } from '../../../../test/harness.ts';
import { orderScene } from '../../../../test/order-scene.ts';
import { addPromo, promoDetail, promoInput, selecting } from '../../../../test/promo-input.ts';
import { addProduct, expectOk, orderOf, today, type Stall } from '../../../../test/stall.ts';
import { diagnose } from '../../../doctor.ts';

const scene = orderScene();
const { lines, place, pay, stockOf, ownProduct } = scene;
let app: TestApp;
let shop: TestShop;
let stall: Stall;

beforeAll(() => {
  ({ app, shop, stall } = scene);
});

const cancel = (id: number, change: object = {}) =>
  shop.call('POST', '/api/open/order/cancel', { id, ...change });
const giveBack = (id: number) => shop.call('POST', '/api/open/order-cancel/return', { id });
const remove = (id: number) => shop.call('DELETE', `/api/open/order-cancel/${id}`);
const detail = (id: number) => shop.call('GET', `/api/open/order/detail?id=${id}`);
const history = async (id: number) =>
  expectOk(await shop.call('GET', `/api/open/order/history?id=${id}&per_page=100`)).body.data;
const closed = async (query = '') =>
  expectOk(await shop.call('GET', `/api/open/order-cancel?per_page=50&${query}`)).body;
async function balanceOf(customer_id: number): Promise<number> {
  const { rows } = await app.database.pool.query<{ balance: number }>(
    `select balance_idr as balance from ledger_accounts where kind = 'CUSTOMER_BALANCE' and subject_id = $1`,
    [customer_id],
  );
  return rows[0]?.balance ?? 0;
}
async function soundness(): Promise<void> {
  const checks = await diagnose(app.services.db);
  expect(checks.flatMap(({ differences }) => differences)).toEqual([]);
}

describe('a cancelled order', () => {
  test('gives its stock back to where it came from, leaves the list of orders, and stands in its own', async () => {
    const at = await ownProduct();
    const id = await place(at, 4);
    expect(await stockOf(at)).toBe(6);
    expectOk(await cancel(id));
    expect(await stockOf(at)).toBe(10);
    const listed = (await shop.call('GET', '/api/open/order?per_page=100')).body.data;
    expect(listed.map(({ order_id }: { order_id: number }) => order_id)).not.toContain(id);
    const { data } = await closed('type=cancel');
    const row = data.find(({ order_id }: { order_id: number }) => order_id === id);
    expect(row).toMatchObject({
      order_status: 'CANCELED',
      sender_category: 'PELANGGAN',
      sender_category_code: 'N',
      total_amount: 410_000,
      remaining_amount: 410_000,
      products: [{ quantity: 4, price: 100_000, product_meta_id: at.variation_ids[0] }],
      shipping_id: 1,
      cod_status: false,
      paid_as: null,
    });
    expect((await closed('type=REJECTED')).data).toEqual([]);
    expect((await closed('start_date=2030-01-01')).data).toEqual([]);
  });

  test('can not be cancelled again, paid or shipped', async () => {
    const id = await place(await ownProduct());
    expectOk(await cancel(id));
    expect((await cancel(id)).body.code).toBe('order_not_active');
    expect((await pay(id, 1_000)).status).toBe(422);
    expect((await shop.call('POST', '/api/open/order/awb-number/add', { id, awb_number: 'X1' })).status).toBe(
      422,
    );
  });

  test('gives back the use of its promo', async () => {
    const at = await ownProduct();
    const promo_id = await addPromo(
      shop,
      promoInput({
        start_date: `${today()} 00:00`,
        end_date: '',
        limits: { promo_limit: 1 },
        discount: { type: 'NOMINAL', amount: 5_000 },
        all_products: false,
        selected_items: { products: [at.product_id], platforms: ['ORDER_APP'] },
      }),
    );
    const id = await place(at, 1, { products: lines(at, 1, { promo_id }) });
    expect((await promoDetail(shop, promo_id)).used).toBe(1);
    expectOk(await cancel(id));
    expect((await promoDetail(shop, promo_id)).used).toBe(0);
    const other = await place(at, 1, { products: lines(at, 1, { promo_id }) });
    const again = await giveBack(id);
    expect(again.body.code).toBe('promo_over');
    expectOk(await cancel(other));
    expectOk(await giveBack(id));
    expect((await promoDetail(shop, promo_id)).used).toBe(1);
  });

  test('whose warehouse was deleted since gives its stock to the main one', async () => {
    const warehouse = expectOk(
      await shop.call('POST', '/api/open/warehouse', {
        warehouse: 'Gudang Sementara',
        supplier_id: stall.supplier_id,
        user_id: [shop.user_id],
        is_active: true,
      }),
    ).body.data;
    const warehouse_id = warehouse.id;
    const { product_id, variation_ids } = await addProduct(shop, {
      stocks: [0],
      product: { is_warehouse: '1' },
      variation: { warehouse_stock: [{ warehouse_id, stock: 3 }] },
    });
    const at = { ...stall, product_id, variation_ids };
    const id = await place(at, 3, { products: lines(at, 3, { warehouse_id }) });
    expectOk(await shop.call('DELETE', `/api/open/warehouse/${warehouse_id}`));
    expectOk(await cancel(id));
    const [{ stock }] = await history(id);
    expect(stock).toEqual([{ variation_id: variation_ids[0], warehouse_id: 0, delta: 3 }]);
    await soundness();
  });

  test('whose parcel is with the courier stays', async () => {
    const at = await ownProduct();
    const id = await place(at);
    expectOk(await shop.call('PATCH', '/api/open/order/shipping-status', { id, status: 'ON PROCESS' }));
    expect((await cancel(id)).body.code).toBe('order_with_courier');
    expect(await stockOf(at)).toBe(8);
  });
});

describe('an order that is made active again', () => {
  test('takes its stock again, at its prices, with its number and payments', async () => {
    const at = await ownProduct();
    const id = await place(at, 2);
    expectOk(await pay(id, 50_000));
    const before = (await detail(id)).body.data;
    expectOk(await cancel(id));
    expect(await balanceOf(stall.customer_id)).toBe(50_000);
    expectOk(await giveBack(id));
    const { updated_at: _at, version: _version, ...after } = (await detail(id)).body.data;
    expect(before).toMatchObject({ ...after, updated_by_name: before.updated_by_name });
    expect(await stockOf(at)).toBe(8);
    expect(await balanceOf(stall.customer_id)).toBe(0);
    await soundness();
  });

  test('is unpaid where the money was refunded', async () => {
    const id = await place(await ownProduct());
    expectOk(await pay(id, 210_000, 'PAID'));
    expectOk(await cancel(id, { paid_as: 'refunded' }));
    expect(await balanceOf(stall.customer_id)).toBe(0);
    expectOk(await giveBack(id));
    expect((await detail(id)).body.data.payment_status ?? (await detail(id)).body.data.payment?.status).toBe(
      'UNPAID',
    );
    await soundness();
  });

  test('is refused where its customer has used its promo up with another order since', async () => {
    const at = await ownProduct();
    const promo = { start_date: `${today()} 00:00`, end_date: '', limits: { usage_per_customer: 1 } };
    const promo_id = await addPromo(shop, promoInput({ ...promo, ...selecting(at.product_id) }));
    const with_promo = { products: lines(at, 1, { promo_id }) };
    const id = await place(at, 1, with_promo);
    expectOk(await cancel(id));
    await place(at, 1, with_promo);
    const { status, body } = await giveBack(id);
    expect([status, body.code]).toEqual([422, 'promo_limit_of_customer']);
    expect(Object.keys(body.message)).toEqual(['id']);
  });

  test('is refused with what is left where its stock is gone, and nothing changes', async () => {
    const at = await ownProduct(3);
    const id = await place(at, 2);
    expectOk(await cancel(id));
    await place(at, 2);
    const { status, body } = await giveBack(id);
    expect(status).toBe(422);
    expect(body.message).toEqual({ 'products.0.qty': [expect.stringContaining(': 1 left')] });
    expect(await stockOf(at)).toBe(1);
  });

  test('is refused where its goods of a supplier are marked as out of stock since', async () => {
    const goods = await addProduct(shop, { stocks: [0], product: { product_type: 'R' } });
    const [variation_id] = goods.variation_ids;
    const id = await place({ ...stall, ...goods }, 1, {
      products: [{ id: variation_id, qty: 1, product_status: 'R' }],
      payment: { status: 'UNPAID', cost_of_goods_sales: 40_000 },
    });
    expectOk(await cancel(id));
    const mark = (is_in_stock: boolean) =>
      app.services.db
        .updateTable('product_variations')
        .set({ is_in_stock })
        .where('shop_id', '=', shop.shop_id)
        .where('id', '=', variation_id ?? 0)
        .execute();
    await mark(false);
    const { status, body } = await giveBack(id);
    expect(status).toBe(422);
    expect(body.message).toEqual({ 'products.0.qty': [expect.stringContaining('out of stock')] });
    await mark(true);
    expectOk(await giveBack(id));
  });

  test('wins or loses the last pieces against a new order, never both', async () => {
    const at = await ownProduct(2);
    const id = await place(at, 2);
    expectOk(await cancel(id));
    const body = orderOf(at, { products: lines(at, 2) });
    const answers = await Promise.all([giveBack(id), shop.call('POST', '/api/open/order', body)]);
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 422]);
    expect(await stockOf(at)).toBe(0);
    await soundness();
  });
});

test('goods that come back beside the deletion of their warehouse are where orders can take them', async () => {
  for (let round = 0; round < 10; round += 1) {
    const named = { warehouse: `Cabang ${round}`, supplier_id: stall.supplier_id, is_active: true };
    const warehouse_id: number = expectOk(
      await shop.call('POST', '/api/open/warehouse', { ...named, user_id: [shop.user_id] }),
    ).body.data.id;
    const at = await ownProduct(0);
    const stock = [{ amount: 5, status: 'ADD', warehouse_id }];
    const change = { variation_id: at.variation_ids[0], description: 'Masuk', stock };
    expectOk(await shop.call('PATCH', '/api/open/product/update-stock', change));
    const id = await place(at, 5, { products: lines(at, 5, { warehouse_id }) });
    const [canceled, deleted] = await Promise.all([
      cancel(id),
      shop.call('DELETE', `/api/open/warehouse/${warehouse_id}`),
    ]);
    expectOk(canceled);
    expect([200, 422]).toContain(deleted.status);
    expectOk(await shop.call('POST', '/api/open/order', orderOf(at, { products: lines(at, 5) })));
  }
  await soundness();
});

test('cancelled many times at once an order is cancelled once', async () => {
  const at = await ownProduct();
  const id = await place(at, 5);
  expectOk(await pay(id, 100_000));
  const before = await balanceOf(stall.customer_id);
  const answers = await Promise.all(Array.from({ length: 8 }, () => cancel(id)));
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  expect(await stockOf(at)).toBe(10);
  expect((await balanceOf(stall.customer_id)) - before).toBe(100_000);
});

test('an order that is deleted is gone for good; its number is not given again, its ledger stays', async () => {
  const at = await ownProduct();
  const id = await place(at);
  expect((await remove(id)).status).toBe(422);
  const { po_number } = (await detail(id)).body.data;
  expectOk(await cancel(id));
  expectOk(await remove(id));
  expect((await detail(id)).status).toBe(404);
  expect((await shop.call('GET', `/api/open/order/history?id=${id}`)).status).toBe(404);
  const next = (await detail(await place(at))).body.data;
  expect(next.po_number).toBe(po_number + 1);
  const [entry] = expectOk(await shop.call('GET', `/api/account/audit?subject=order&subject_id=${id}`)).body
    .data;
  expect(entry).toMatchObject({ action: 'deleted', detail: { po_number } });
  await soundness();
});

describe('a payment that is removed', () => {
  test('is the newest where none is named; what remains and the status follow', async () => {
    const id = await place(await ownProduct());
    expectOk(await pay(id, 50_000));
    expectOk(await pay(id, 160_000, 'PAID'));
    const answer = await shop.call('DELETE', `/api/open/order/installment/${id}`);
    expect(expectOk(answer).body).toMatchObject({
      response: 'success',
      message: 'Success, payment history has been deleted',
      data: null,
    });
    const left = expectOk(await shop.call('GET', `/api/open/order/payment-history?id=${id}&status=ORDER`))
      .body.data;
    expect(left).toHaveLength(1);
    expectOk(
      await shop.call('DELETE', `/api/open/order/installment/${id}`, { payment_id: left[0].payment_id }),
    );
    const none_left = await shop.call('DELETE', `/api/open/order/installment/${id}`);
    expect([none_left.status, none_left.body.code]).toEqual([422, 'order_without_payments']);
    expectOk(await pay(id, 210_000, 'PAID'));
    await soundness();
  });
});

test('the history tells every change with who made it, the money and the stock', async () => {
  const at = await ownProduct();
  const id = await place(at, 2);
  expectOk(await pay(id, 50_000));
  expectOk(await shop.call('POST', '/api/open/order/awb-number/add', { id, awb_number: 'JP1' }));
  expectOk(await cancel(id));
  const versions = await history(id);
  expect(
    versions.map(({ version, action }: { version: number; action: string }) => [version, action]),
  ).toEqual([
    [4, 'canceled'],
    [3, 'awb_added'],
    [2, 'paid'],
    [1, 'created'],
  ]);
  expect(versions[0]).toMatchObject({
    difference: { order_status: ['ACCEPTED', 'CANCELED'], paid_as: [null, 'BALANCE'] },
    stock: [{ variation_id: at.variation_ids[0], warehouse_id: 0, delta: 2 }],
    user: { id: shop.user_id },
  });
  expect(versions[1].difference).toEqual({ awb_number: [null, 'JP1'] });
  expect(versions[2].difference).toMatchObject({ paid_idr: [0, 50_000], paid_on: [null, today()] });
  expect(versions[3]).toMatchObject({
    difference: { total_idr: [null, 210_000] },
    stock: [{ variation_id: at.variation_ids[0], warehouse_id: 0, delta: -2 }],
  });
});

test('the list is a workbook too', async () => {
  const answer = await shop.call('GET', '/api/open/order-cancel/download');
  expect(answer.status).toBe(200);
  expect(answer.text.slice(0, 2)).toBe('PK');
});

test('whatever is done in whatever order, money, status, stock and promo uses are what the rows say', async () => {
  const at = await ownProduct(12);
  const ids: number[] = [];
  const step = fc.record({
    what: fc.constantFrom('place', 'pay', 'settle', 'unpay', 'cancel', 'refund', 'return', 'delete'),
    which: fc.nat(20),
    amount: fc.integer({ min: 1, max: 150_000 }),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 25 }), async (steps) => {
      for (const { what, which, amount } of steps) {
        const id = ids[which % Math.max(1, ids.length)] ?? 0;
        const run: Record<typeof what, () => Promise<{ status: number; body: any }>> = {
          place: () =>
            shop.call('POST', '/api/open/order', orderOf(at, { products: lines(at, 1 + (which % 3)) })),
          pay: () => pay(id, amount),
          settle: () =>
            shop.call('PATCH', '/api/open/order/quick-payment', {
              id,
              payment: { status: 'PAID', date: today(), bank_id: stall.bank_id },
            }),
          unpay: () => shop.call('DELETE', `/api/open/order/installment/${id}`),
          cancel: () => cancel(id),
          refund: () => cancel(id, { paid_as: 'REFUNDED' }),
          return: () => giveBack(id),
          delete: () => remove(id),
        };
        const { status, body } = await run[what]();
        expect(status, JSON.stringify(body)).toBeLessThan(500);
        if (what === 'place' && status === 200) ids.push(body.data.order_id);
      }
      await soundness();
      const { rows } = await app.database.pool.query<{ wrong: string }>(
        `select count(*) as wrong from ledger_accounts where kind = 'CUSTOMER_BALANCE' and balance_idr < 0`,
      );
      expect(Number(rows[0]?.wrong)).toBe(0);
    }),
    { numRuns: 15 },
  );
}, 120_000);
