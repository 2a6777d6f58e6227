import { request, Agent } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { diagnose } from '../../src/doctor.ts';
import { startTestApp, type TestApp, type TestShop } from '../harness.ts';
import { addCustomer, openStall, orderOf } from '../stall.ts';

let test_app: TestApp;
let shop: TestShop;
let base: URL;

beforeAll(async () => {
  test_app = await startTestApp({ pool_size: 32 });
  shop = await test_app.openShop();
  base = new URL(await test_app.app.listen({ host: '127.0.0.1', port: 0 }));
});
afterAll(() => test_app.close());

/** Every request on a connection of its own, so that they really run side by side. */
const agent = new Agent({ keepAlive: false, maxSockets: Infinity });

function post(
  path: string,
  body: object,
  method = 'POST',
): Promise<{ status: number; body: { data: { po_number: number }; message: object } }> {
  const text = JSON.stringify(body);
  return new Promise((resolve, reject) => {
    const headers = {
      authorization: `Bearer ${shop.token}`,
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(text),
    };
    const sent = request({ agent, host: base.hostname, port: base.port, path, method, headers }, (answer) => {
      let received = '';
      answer.setEncoding('utf8').on('data', (chunk: string) => (received += chunk));
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, body: JSON.parse(received) }));
    });
    sent.on('error', reject).end(text);
  });
}

async function noDifferences(): Promise<void> {
  for (const check of await diagnose(test_app.services.db))
    expect(check.differences, check.title).toEqual([]);
}

test('200 parallel orders for 50 pieces of two variations, in opposite line orders: 50 made, 150 refused, numbers 1 to 50', async () => {
  const stall = await openStall(shop, { stocks: [50, 50] });
  const orders = Array.from({ length: 200 }, (_, index) => {
    const order = orderOf(stall);
    return index % 2 === 0 ? order : { ...order, products: [...(order['products'] as object[])].reverse() };
  });
  const answers = await Promise.all(orders.map((order) => post('/api/open/order', order)));
  const made = answers.filter((answer) => answer.status === 200);
  const refused = answers.filter((answer) => answer.status === 422);
  expect([made.length, refused.length]).toEqual([50, 150]);
  for (const answer of refused) expect(Object.keys(answer.body.message)).toContain('products.0.qty');
  const numbers = made.map((answer) => answer.body.data.po_number).sort((left, right) => left - right);
  expect(numbers).toEqual(Array.from({ length: 50 }, (_, index) => index + 1));
  for (const id of stall.variation_ids)
    expect(
      (await shop.call('GET', '/api/open/product/check-stock', { variation_id: String(id) })).body.data.stock,
    ).toBe(0);
  await noDifferences();
});

test('parallel instalments never exceed the total, and one order is never paid twice', async () => {
  const stall = await openStall(shop, { stocks: [10] });
  const made = await post('/api/open/order', orderOf(stall));
  const { order_id, total } = {
    order_id: (made.body.data as unknown as { order_id: number }).order_id,
    total: 110_000,
  };
  const answers = await Promise.all(
    Array.from({ length: 30 }, () =>
      post(
        '/api/open/order/quick-payment',
        {
          id: order_id,
          payment: { status: 'INSTALLMENT', amount: 10_000, date: '2026-01-05', bank_id: stall.bank_id },
        },
        'PATCH',
      ),
    ),
  );
  expect(answers.filter((answer) => answer.status === 200)).toHaveLength(total / 10_000);
  expect(answers.filter((answer) => answer.status === 422)).toHaveLength(30 - total / 10_000);
  const detail = await shop.call('GET', '/api/open/order/detail', { id: String(order_id) });
  expect(detail.body.data).toMatchObject({ remaining_amount: 0, payment_status: 'PAID' });
  await noDifferences();
});

test('many orders over shared variations and customers reach every client without a deadlock', async () => {
  const stall = await openStall(shop, { stocks: Array.from({ length: 6 }, () => 1_000) });
  const customers = await Promise.all([addCustomer(shop), addCustomer(shop, 'Y'), addCustomer(shop, 'D')]);
  const answers = await Promise.all(
    Array.from({ length: 120 }, (_, index) => {
      const turned = [...stall.variation_ids.slice(index % 6), ...stall.variation_ids.slice(0, index % 6)];
      return post('/api/open/order', {
        ...orderOf(stall),
        customer_sender_id: customers[index % 3],
        customer_receiver_id: customers[(index + 1) % 3],
        products: turned.slice(0, 4).map((id) => ({ id, qty: 1, product_status: 'S' })),
      });
    }),
  );
  expect(new Set(answers.map((answer) => answer.status))).toEqual(new Set([200]));
  await noDifferences();
});
