import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { EditScene, openEditScene } from '../../../../test/edit-scene.ts';
import { startTestApp, type TestApp } from '../../../../test/harness.ts';
import { addCustomer, addProduct, expectOk, today, type Stall } from '../../../../test/stall.ts';
import { storeTexts } from '../../../../test/search-texts.ts';

let app: TestApp;
let scene: EditScene;
let branch: number;

beforeAll(async () => {
  app = await startTestApp();
  scene = await openEditScene(app);
  const made = await scene.shop.call('POST', '/api/open/warehouse', {
    warehouse: 'Cabang',
    supplier_id: scene.stall.supplier_id,
    user_id: [scene.shop.user_id],
    is_active: true,
  });
  branch = expectOk(made).body.data.id;
});
afterAll(async () => {
  expect(await scene.differences()).toEqual([]);
  await app.close();
});

/** 50 pieces in the main warehouse, and 50 in the branch. */
async function inTwoPlaces(): Promise<Stall> {
  const product = await addProduct(scene.shop, {
    stocks: [0],
    product: { is_warehouse: '1' },
    variation: {
      warehouse_stock: [
        { warehouse_id: 0, stock: 50 },
        { warehouse_id: branch, stock: 50 },
      ],
    },
  });
  return { ...scene.stall, ...product };
}
const recorded = async (id: number) =>
  (await scene.lines(id)).map(({ variation_id, warehouse_id, quantity }) => [
    Number(variation_id),
    Number(warehouse_id),
    quantity,
  ]);

describe('the discount of a line that is not sent', () => {
  test.each([
    ['in rupiah', { type: 'NOMINAL', nominal: 7_000 }, 93_000],
    ['in percent', { type: 'PERCENTAGE', percentage: 15 }, 85_000],
  ])('stays, %s, where the line is the same and where it is priced anew', async (_how, discount, left) => {
    const at = await scene.product();
    const id = await scene.place([scene.line(at, discount)]);
    expectOk(await scene.setPrice(at, 100_000));
    expectOk(await scene.edit(id, [scene.line(at)], { note: 'sama' }));
    expect(await scene.newest(id)).toMatchObject({ difference: { note: ['', 'sama'] }, stock: [] });
    expectOk(await scene.edit(id, [scene.line(at, { qty: 3 })]));
    expect(await scene.total(id)).toBe(3 * left + 10_000);
    expectOk(await scene.edit(id, [scene.line(at, { qty: 3, type: '' })]));
    expect(await scene.total(id)).toBe(310_000);
  });

  test('is no more than a lower price of today', async () => {
    const at = await scene.product();
    const id = await scene.place([scene.line(at, { type: 'NOMINAL', nominal: 30_000 })]);
    expectOk(await scene.setPrice(at, 20_000));
    expectOk(await scene.edit(id, [scene.line(at, { qty: 3 })]));
    expect(await scene.total(id)).toBe(10_000);
    const sent = scene.line(at, { qty: 3, type: 'NOMINAL', nominal: 30_000 });
    expect(Object.keys((await scene.edit(id, [sent])).body.message)).toEqual(['products.0.nominal']);
  });
});

test('the cost of own stock is not what an edit says of the cost of goods', async () => {
  const at = await scene.product();
  const id = await scene.place([scene.line(at)]);
  const payment = { status: 'UNPAID', cost_of_goods_sales: 1 };
  expectOk(await scene.edit(id, [scene.line(at)], { payment }));
  expect((await scene.newest(id)).difference).toEqual({});
  expectOk(await scene.edit(id, [scene.line(at, { qty: 3 })], { payment }));
  expect((await scene.newest(id)).difference).toMatchObject({ cost_of_goods_idr: [80_000, 120_000] });
});

test('people and places that are not changed stay as they were when the order was made, whatever their cards say', async () => {
  const { shop } = scene;
  const at = await scene.product();
  const sender = await addCustomer(shop, 'N', 'Rina');
  const receiver = await addCustomer(shop, 'N', 'Tono');
  const people = { customer_sender_id: sender, customer_receiver_id: receiver };
  const id = await scene.place([scene.line(at)], people);
  const { rows: before } = await row(id);
  await app.database.pool.query(
    `update customers set name = 'Lain', address = 'Jl. Baru', phone = '628999' where shop_id = $1 and id = any($2)`,
    [shop.shop_id, [sender, receiver]],
  );
  await storeTexts(app.database.pool, shop.shop_id);
  await app.database.pool.query(`update suppliers set address = 'Jl. Pindah' where shop_id = $1`, [
    shop.shop_id,
  ]);
  for (const qty of [2, 3]) {
    expectOk(await scene.edit(id, [scene.line(at, { qty })], { ...people, note: `isi ${qty}` }));
    expect((await row(id)).rows).toEqual(before);
  }
  const third = await addCustomer(shop, 'N', 'Wati');
  expectOk(await scene.edit(id, [scene.line(at, { qty: 3 })], { ...people, customer_receiver_id: third }));
  expect((await row(id)).rows).toEqual([{ ...before[0], receiver_name: 'Wati' }]);

  function row(order_id: number) {
    return app.database.pool.query(
      `select sender_name, sender_address, sender_phone, receiver_name, receiver_address, receiver_phone, origin_name,
        origin_address from orders where shop_id = $1 and id = $2`,
      [shop.shop_id, order_id],
    );
  }
});

describe('lines of one variation', () => {
  test('in two warehouses stay apart, in whatever order they are sent', async () => {
    const at = await inTwoPlaces();
    const [main, away] = [{ warehouse_id: 0 }, { warehouse_id: branch }];
    const id = await scene.place([scene.line(at, { qty: 5, ...main }), scene.line(at, { qty: 7, ...away })]);
    expectOk(await scene.edit(id, [scene.line(at, { qty: 5 }), scene.line(at, { qty: 7 })], { note: 'a' }));
    expect(await scene.newest(id)).toMatchObject({ difference: { note: ['', 'a'] }, stock: [] });
    expectOk(
      await scene.edit(id, [scene.line(at, { qty: 7, ...away }), scene.line(at, { qty: 5, ...main })]),
    );
    expect(await scene.newest(id)).toMatchObject({ stock: [] });
    expectOk(await scene.edit(id, [scene.line(at, { qty: 5 }), scene.line(at, { qty: 9 })]));
    expect((await scene.newest(id)).stock).toEqual([
      { variation_id: at.variation_ids[0], warehouse_id: branch, delta: -2 },
    ]);
    const short = await scene.edit(id, [scene.line(at, { qty: 5 }), scene.line(at, { qty: 99 })]);
    expect(Object.keys(short.body.message)).toEqual(['products.1.qty']);
  });

  test('keep the discount of their own place', async () => {
    const at = await scene.product();
    const id = await scene.place([scene.line(at), scene.line(at, { type: 'NOMINAL', nominal: 10_000 })]);
    expectOk(await scene.edit(id, [scene.line(at, { qty: 3 }), scene.line(at, { qty: 1 })]));
    expect(
      (await scene.lines(id)).map(({ quantity, discount_idr }) => [quantity, Number(discount_idr)]),
    ).toEqual([
      [3, 0],
      [1, 10_000],
    ]);
  });
});

test("the source of an order that was switched off since stays its source, and is no other order's", async () => {
  const { shop } = scene;
  const at = await scene.product();
  const made = await shop.call('POST', '/api/open/order-source/create', {
    marketplace_id: '3',
    note: 'Butik',
  });
  const { order_source_id } = expectOk(made).body.data;
  const id = await scene.place([scene.line(at)], { order_source_id });
  const other = await scene.place([scene.line(at)]);
  const off = { order_source_id, note: 'Butik', status: 'n' };
  expectOk(await shop.call('PATCH', '/api/open/order-source/update', off));
  expectOk(await scene.edit(id, [scene.line(at)], { note: 'satu' }));
  expectOk(await scene.edit(id, [scene.line(at, { qty: 3 })], { order_source_id }));
  const refused = await scene.edit(other, [scene.line(at)], { order_source_id });
  expect(Object.keys(refused.body.message)).toEqual(['order_source_id']);
});

describe('flags', () => {
  test('that take every line off are refused', async () => {
    const at = await scene.product();
    const id = await scene.place([scene.line(at)]);
    const { status, body } = await scene.edit(id, [scene.line(at, { flag: 'DELETE' })]);
    expect([status, body.code, Object.keys(body.message)]).toEqual([
      422,
      'order_without_lines',
      ['products'],
    ]);
  });

  test('on every line tell what changes: lines that are not named stay', async () => {
    const [first, second, third, fourth] = await products(4);
    const id = await scene.place([scene.line(first), scene.line(second), scene.line(third)]);
    const changes = [
      scene.line(fourth, { qty: 1, flag: 'NEW' }),
      scene.line(third, { flag: 'DELETE' }),
      scene.line(second, { qty: 5, flag: 'EDIT' }),
    ];
    const after = [
      [first.variation_ids[0], 0, 2],
      [second.variation_ids[0], 0, 5],
      [fourth.variation_ids[0], 0, 1],
    ];
    for (let time = 0; time < 2; time += 1) {
      expectOk(await scene.edit(id, changes));
      expect(await recorded(id)).toEqual(after);
    }
    expect((await scene.newest(id)).stock).toEqual([]);
  });

  test('on some lines only: the lines are all that the order is to have', async () => {
    const [first, second] = await products(2);
    const id = await scene.place([scene.line(first), scene.line(second)]);
    expectOk(await scene.edit(id, [scene.line(second)]));
    expect(await recorded(id)).toEqual([[second.variation_ids[0], 0, 2]]);
  });

  test('NEW adds a line in another warehouse beside the one that the order has', async () => {
    const at = await inTwoPlaces();
    const id = await scene.place([scene.line(at, { warehouse_id: 0 })]);
    expectOk(await scene.edit(id, [scene.line(at, { qty: 4, warehouse_id: branch, flag: 'NEW' })]));
    expect(await recorded(id)).toEqual([
      [at.variation_ids[0], 0, 2],
      [at.variation_ids[0], branch, 4],
    ]);
  });

  test('DELETE before a line at fault: the refusal names the line as it was sent', async () => {
    const [first, second] = await products(2);
    const id = await scene.place([scene.line(first), scene.line(second)]);
    const refused = async (change: object) => {
      const lines = [scene.line(first, { flag: 'DELETE' }), scene.line(second, change)];
      return Object.keys((await scene.edit(id, lines)).body.message);
    };
    expect(await refused({ id: 999_999 })).toEqual(['products.1.id']);
    expect(await refused({ qty: 5_000 })).toEqual(['products.1.qty']);
    expect(await refused({ promo_id: 999_999 })).toEqual(['products.1.promo_id']);
    expect(await refused({ type: 'NOMINAL', nominal: 100_001 })).toEqual(['products.1.nominal']);
  });

  async function products(count: 2): Promise<[Stall, Stall]>;
  async function products(count: 4): Promise<[Stall, Stall, Stall, Stall]>;
  async function products(count: number): Promise<Stall[]> {
    return Promise.all(Array.from({ length: count }, () => scene.product()));
  }
});

test('what an order has besides its goods stays where it is left out, and goes where it is empty', async () => {
  const at = await scene.product();
  const made = await scene.shop.call('POST', '/api/open/order-source/create', {
    marketplace_id: 3,
    note: '',
  });
  const { order_source_id } = expectOk(made).body.data;
  const said = { note: 'Titip', awb_number: 'JP1', marketplace_awb: 'MP1', order_source_id };
  const expedition = { id: 99, rate: 10_000, name: 'Pak Slamet', auto_pickup: true };
  const id = await scene.place([scene.line(at)], { ...said, expedition });
  const row = async () => {
    const { rows } = await app.database.pool.query(
      `select note, awb_number, marketplace_awb, order_source_id, logistic_name, auto_pickup from orders
      where shop_id = $1 and id = $2`,
      [scene.shop.shop_id, id],
    );
    return rows[0];
  };
  const before = await row();
  expectOk(await scene.edit(id, [scene.line(at)], { expedition: { id: 99, rate: 12_000 } }));
  expect(await row()).toEqual(before);
  const empty = { note: '', awb_number: null, marketplace_awb: ' ', order_source_id: '' };
  expectOk(
    await scene.edit(id, [scene.line(at)], { ...empty, expedition: { ...expedition, auto_pickup: false } }),
  );
  expect(await row()).toEqual({
    note: '',
    awb_number: null,
    marketplace_awb: null,
    order_source_id: null,
    logistic_name: 'Pak Slamet',
    auto_pickup: false,
  });
});

test('goods that were deleted stay with the order, and come to no more pieces', async () => {
  const at = await scene.product();
  const other = await scene.product();
  const id = await scene.place([scene.line(at), scene.line(other)]);
  expectOk(await scene.shop.call('DELETE', '/api/open/product/variation', { id: [at.variation_ids[0]] }));
  const more = await scene.edit(id, [scene.line(at, { qty: 3 }), scene.line(other)]);
  expect([more.status, Object.keys(more.body.message)]).toEqual([422, ['products.0.id']]);
  expectOk(await scene.edit(id, [scene.line(at, { qty: 2 }), scene.line(other, { qty: 3 })]));
  expectOk(await scene.edit(id, [scene.line(at, { qty: 1 }), scene.line(other, { qty: 3 })]));
});

test('PAID with another amount than the total is refused, also where that much is paid already', async () => {
  const at = await scene.product();
  const id = await scene.place([scene.line(at)]);
  const paid = { date: today(), bank_id: scene.stall.bank_id };
  const pay = (status: string, amount?: number) =>
    scene.edit(id, [scene.line(at)], { payment: { ...paid, status, amount } });
  expectOk(await pay('INSTALLMENT', 50_000));
  for (const amount of [0, 40_000, 50_000, 160_000]) {
    const { status, body } = await pay('PAID', amount);
    expect([status, body.code, Object.keys(body.message)]).toEqual([
      422,
      'paid_not_total',
      ['payment.amount'],
    ]);
  }
  const too_much = await pay('INSTALLMENT', 240_000);
  expect(too_much.status).toBe(422);
  // In the unit of the field: what is to be paid in all.
  expect(too_much.body.message).toEqual({
    'payment.amount': [expect.any(String)],
    'maximum amount': [210_000],
  });
  expectOk(await pay('PAID', 210_000));
  expectOk(await pay('PAID'));
  expect(await scene.detail(id)).toMatchObject({ payment_status: 'PAID', remaining_amount: 0 });
});
