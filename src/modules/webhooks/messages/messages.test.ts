import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { countStatements } from '../../../../test/count-statements.ts';
import type { Answered, TestApp, TestShop } from '../../../../test/harness.ts';
import { addWarehouse } from '../../../../test/staff.ts';
import { addProduct, expectOk, openStall, orderOf, today, type Stall } from '../../../../test/stall.ts';
import { addWebhook, startWebhookApp } from '../../../../test/webhook-scene.ts';
import { messageTypes, type MessageName } from '../message-types.ts';

let app: TestApp;
let shop: TestShop;
let stall: Stall;

beforeAll(async () => {
  app = await startWebhookApp();
});
beforeEach(async () => {
  shop = await app.openShop();
  stall = await openStall(shop);
  await app.readEvents();
});
afterAll(() => app.close());

interface Told {
  type: MessageName;
  version: number;
  timestamp: string;
  data: Record<string, unknown>;
}

/** What was told since, in order; each as its schema says. */
async function told(run: () => Promise<unknown>, ...types: string[]): Promise<Told[]> {
  const newest = 'select coalesce(max(id), 0)::int as id from webhook_messages';
  const [before] = (await app.database.pool.query(newest)).rows;
  const answer = await run();
  if (typeof answer === 'object' && answer !== null && 'text' in answer) expectOk(answer as Answered);
  await app.readEvents();
  const { rows } = await app.database.pool.query(
    'select body from webhook_messages where shop_id = $1 and id > $2 order by id',
    [shop.shop_id, before.id],
  );
  const all = rows.map(({ body }) => JSON.parse(body) as Told);
  for (const { type, data } of all)
    expect(z.strictObject(messageTypes[type].data.shape).parse(data)).toEqual(data);
  return types.length === 0 ? all : all.filter(({ type }) => types.some((wanted) => type.startsWith(wanted)));
}

const placed = async (change: Record<string, unknown> = {}) => {
  const body = orderOf(stall, change);
  return expectOk(await shop.call('POST', '/api/open/order', body)).body.data as { order_id: number };
};
const pay = (order_id: number, payment: object) =>
  shop.call('PATCH', '/api/open/order/quick-payment', {
    id: order_id,
    payment: { date: today(), bank_id: stall.bank_id, ...payment },
  });
const typesOf = (messages: Told[]) => messages.map(({ type }) => type);

test('a shop without webhooks has no messages', async () => {
  expect(await told(() => placed())).toEqual([]);
});

test('an order tells its IDs, states and total, and what it took of the stock', async () => {
  await addWebhook(shop, 'https://hooks.example.com/');
  const messages = await told(() => placed());
  const [order, ...stock] = messages;
  expect(order).toMatchObject({
    type: 'order.created',
    version: 1,
    data: {
      po_number: 1,
      order_status: 'ACCEPTED',
      payment_status: 'UNPAID',
      order_progress_status: 'UNPAID',
      customer_id: stall.customer_id,
      courier: 'JNE',
      total: 210_000,
      paid: 0,
      remaining: 210_000,
    },
  });
  expect(stock.map(({ type, data }) => [type, data['variation_id'], data['stock']])).toEqual(
    stall.variation_ids.map((id) => ['stock.changed', id, 99]),
  );
  expect(stock[0]?.data['warehouses']).toEqual([{ warehouse_id: 0, stock: 99 }]);
});

test('nothing that is told says what goods cost the shop', async () => {
  await addWebhook(shop, 'https://hooks.example.com/');
  const messages = await told(async () => {
    const { order_id } = await placed({ payment: { status: 'PAID', date: today(), bank_id: stall.bank_id } });
    expectOk(await shop.call('POST', '/api/open/order/cancel', { id: order_id, paid_as: 'BALANCE' }));
    await addProduct(shop);
  });
  expect(messages.length).toBeGreaterThan(6);
  expect(JSON.stringify(messages)).not.toMatch(/cost|profit|margin|price_buy|40000|80000/);
});

describe('payments', () => {
  beforeEach(async () => {
    await addWebhook(shop, 'https://hooks.example.com/', {
      event_types: ['payment.received', 'payment.removed', 'order.paid'],
    });
  });

  test('each is told, and the last one that the order is paid in full', async () => {
    const { order_id } = await placed();
    const messages = await told(async () => {
      expectOk(await pay(order_id, { status: 'INSTALLMENT', amount: 10_000 }));
      expectOk(await pay(order_id, { status: 'PAID' }));
    });
    expect(messages.map(({ type, data }) => [type, data['amount'] ?? data['paid']])).toEqual([
      ['payment.received', 10_000],
      ['payment.received', 200_000],
      ['order.paid', 210_000],
    ]);
  });

  test('one with which an order is placed is told too', async () => {
    const payment = { status: 'PAID', date: today(), bank_id: stall.bank_id };
    expect(typesOf(await told(() => placed({ payment })))).toEqual(['payment.received', 'order.paid']);
  });

  test('one that is deleted is told with its ID', async () => {
    const { order_id } = await placed();
    expectOk(await pay(order_id, { status: 'INSTALLMENT', amount: 10_000 }));
    await app.readEvents();
    const [message] = await told(() => shop.call('DELETE', `/api/open/order/installment/${order_id}`));
    expect(message).toMatchObject({
      type: 'payment.removed',
      data: { order_id, payment_id: expect.any(Number), amount: 10_000, paid: 0 },
    });
  });
});

test('what becomes of an order is told in order, the last of it after it is gone', async () => {
  await addWebhook(shop, 'https://hooks.example.com/');
  const { order_id } = await placed();
  await app.readEvents();
  const awb = await told(
    () => shop.call('POST', '/api/open/order/awb-number/add', { id: order_id, awb_number: 'JNE123' }),
    'shipment',
  );
  expect(awb).toEqual([
    expect.objectContaining({
      type: 'shipment.updated',
      data: expect.objectContaining({
        order_id,
        awb_number: 'JNE123',
        shipments: [{ shipment: 1, warehouse_id: null, shipping_status: null, awb_number: 'JNE123' }],
      }),
    }),
  ]);
  const canceled = await told(() => shop.call('POST', '/api/open/order/cancel', { id: order_id }));
  expect(typesOf(canceled)).toEqual(['order.canceled', 'stock.changed', 'stock.changed']);
  expect(canceled[1]?.data['stock']).toBe(100);
  const gone = await told(() => shop.call('DELETE', `/api/open/order-cancel/${order_id}`));
  expect(gone).toEqual([
    expect.objectContaining({ type: 'order.deleted', data: { order_id, po_number: 1 } }),
  ]);
});

test('stock that staff change, move or count is told by variation', async () => {
  await addWebhook(shop, 'https://hooks.example.com/', { event_types: ['stock.changed'] });
  const [variation_id] = stall.variation_ids;
  const warehouse_id = await addWarehouse(shop, stall.supplier_id, 'Gudang');
  const changed = await told(() =>
    shop.call('PATCH', '/api/open/product/update-stock', {
      variation_id,
      stock: [{ amount: 5, status: 'add', warehouse_id: 0 }],
      description: 'Datang',
    }),
  );
  expect(changed.map(({ data }) => [data['variation_id'], data['stock']])).toEqual([[variation_id, 105]]);
  const moved = await told(() =>
    shop.call('POST', '/api/open/stock-transfer', {
      origin_warehouse_id: 0,
      destination_warehouse_id: warehouse_id,
      description: 'Kirim',
      stock_adjustment: [{ variation_id, transfer_stock: 4 }],
    }),
  );
  expect(moved.map(({ data }) => data['warehouses'])).toEqual([
    [
      { warehouse_id: 0, stock: 101 },
      { warehouse_id, stock: 4 },
    ],
  ]);
  const counted = await told(() =>
    shop.call('POST', '/api/open/stock-opname', {
      warehouse_id,
      description: 'Hitung',
      stock_adjustment: [{ variation_id, warehouse_stock: 3 }],
    }),
  );
  expect(counted.map(({ data }) => data['stock'])).toEqual([104]);
});

test('customers and products are told by their IDs, each of several that are deleted together', async () => {
  await addWebhook(shop, 'https://hooks.example.com/', {
    event_types: ['customer.updated', 'product.created', 'product.updated', 'product.deleted'],
  });
  const { customer_id } = stall;
  expect(
    await told(() => shop.call('PATCH', '/api/open/customer/update', { customer_id, name: 'Ani' })),
  ).toEqual([
    expect.objectContaining({ type: 'customer.updated', data: expect.objectContaining({ customer_id }) }),
  ]);
  let ids: number[] = [];
  const created = await told(async () => {
    ids = [(await addProduct(shop)).product_id, (await addProduct(shop)).product_id];
  });
  expect(created.map(({ type, data }) => [type, data['product_id'], data['variations']])).toEqual(
    ids.map((id) => ['product.created', id, 2]),
  );
  const gone = await told(() => shop.call('DELETE', '/api/open/product', { id: ids }));
  expect(gone.map(({ type, data }) => [type, data['product_id']])).toEqual(
    ids.map((id) => ['product.deleted', id]),
  );
});

test('stock that many orders change at once is told once, as it is afterwards', async () => {
  await addWebhook(shop, 'https://hooks.example.com/');
  const messages = await told(async () => {
    for (let number = 0; number < 5; number += 1) await placed();
  });
  expect(typesOf(messages).filter((type) => type === 'order.created')).toHaveLength(5);
  expect(messages.filter(({ type }) => type === 'stock.changed').map(({ data }) => data['stock'])).toEqual([
    95, 95,
  ]);
});

test('an event is told once to each webhook that wants it, however often it is read', async () => {
  const first = await addWebhook(shop, 'https://hooks.example.com/1', { event_types: ['order.created'] });
  const second = await addWebhook(shop, 'https://hooks.example.com/2');
  await placed();
  await app.readEvents();
  const counts = async () =>
    (
      await app.database.pool.query(
        `select endpoint_id::int as id, type, count(*)::int as count from webhook_deliveries
         where shop_id = $1 group by 1, 2 order by 1, 2`,
        [shop.shop_id],
      )
    ).rows;
  const once = await counts();
  expect(once).toEqual([
    { id: first.id, type: 'order.created', count: 1 },
    { id: second.id, type: 'order.created', count: 1 },
    { id: second.id, type: 'stock.changed', count: 2 },
  ]);
  await app.database.pool.query(`update event_readers set position = 0 where name = 'webhook-messages'`);
  await app.readEvents();
  expect((await counts()).filter(({ type }) => type === 'order.created')).toEqual(once.slice(0, 2));
});

test('reading events takes the same number of statements for 1, 10 and 50 of them', async () => {
  await addWebhook(shop, 'https://hooks.example.com/', { event_types: ['order.created'] });
  const taken: number[] = [];
  for (const count of [1, 10, 50]) {
    for (let number = 0; number < count; number += 1) await placed();
    taken.push(await countStatements(app, () => app.readEvents()));
  }
  expect(taken[1]).toBe(taken[0]);
  expect(taken[2]).toBe(taken[0]);
});
