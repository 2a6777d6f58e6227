import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startTestApp, type TestApp, type TestShop } from '../../../../test/harness.ts';
import { expectOk, openStall, orderOf, today, type Stall } from '../../../../test/stall.ts';
import { storeTallies } from '../../../../test/order-tallies.ts';
import { diagnose } from '../../../doctor.ts';
import { paymentLimits } from '../../payments/limits.ts';

const TOTAL = 210_000;

let test_app: TestApp;
let shop: TestShop;
let stall: Stall;
/** A fresh unpaid order of 210,000. */
let id: number;

beforeAll(async () => {
  test_app = await startTestApp();
  shop = await test_app.openShop();
  stall = await openStall(shop, { stocks: [1_000, 1_000] });
});
beforeEach(async () => {
  id = expectOk(await shop.call('POST', '/api/open/order', orderOf(stall))).body.data.order_id;
});
afterAll(async () => {
  for (const check of await diagnose(test_app.services.db))
    expect(check.differences, check.title).toEqual([]);
  await test_app.close();
});

const pay = (status: string, change: Record<string, unknown> = {}, order_id = id) =>
  shop.call('PATCH', '/api/open/order/quick-payment', {
    id: order_id,
    payment: { status, date: '2026-01-05', bank_id: stall.bank_id, ...change },
  });
const detail = async () =>
  expectOk(await shop.call('GET', '/api/open/order/detail', { id: String(id) })).body.data;
const history = async (input: Record<string, string>) =>
  shop.call('GET', '/api/open/order/payment-history', input);
const ship = (awb_number: unknown) => shop.call('POST', AWB_PATH, { id, awb_number });
const AWB_PATH = '/api/open/order/awb-number/add';

describe('a payment', () => {
  test('of a part leaves the rest, and PAID takes all that remains', async () => {
    const part = expectOk(await pay('INSTALLMENT', { amount: '10000' }));
    expect(part.body).toEqual({
      request_id: expect.any(String),
      response: 'success',
      message: ['Payment Updated'],
      data: { order_id: id, po_number: expect.any(Number), payment_status: 'C' },
    });
    expect(await detail()).toMatchObject({
      payment_status: 'INSTALLMENT',
      order_progress_status: 'INSTALLMENT',
      remaining_amount: TOTAL - 10_000,
    });
    expect(expectOk(await pay('paid')).body.data.payment_status).toBe('L');
    expect(await detail()).toMatchObject({ payment_status: 'PAID', remaining_amount: 0 });
  });

  test('is of today or before, or of tomorrow, where a day begins sooner: never of a day that is to come', async () => {
    const ahead = await pay('INSTALLMENT', { amount: 10_000, date: today(2) });
    expect({ status: ahead.status, message: ahead.body.message }).toEqual({
      status: 422,
      message: { 'payment.date': [`The payment.date must not be after ${today(1)}.`] },
    });
    const payment = { status: 'PAID', date: '2100-12-31', bank_id: stall.bank_id };
    const made = await shop.call('POST', '/api/open/order', { ...orderOf(stall), payment });
    expect({ status: made.status, code: made.body.code }).toEqual({
      status: 422,
      code: 'payment_date_ahead',
    });
    expect((await detail()).payment_status).toBe('UNPAID');
    expectOk(await pay('PAID', { date: today(1) }));
  });

  test('is in the history with its account, oldest first, and is found by its own id', async () => {
    expectOk(await pay('INSTALLMENT', { amount: 10_000, date: '2026-01-03' }));
    expectOk(await pay('PAID', { date: '2026-01-04' }));
    const { response, data } = expectOk(await history({ id: String(id) })).body;
    // In small letters, as the reference has it here.
    expect(response).toBe('success');
    expect(data).toEqual([
      {
        payment_id: expect.any(Number),
        bank_id: String(stall.bank_id),
        bank_name: expect.stringMatching(/BCA|Bank Central Asia/i),
        account_number: expect.any(String),
        paid_at: '2026-01-03',
        created_at: expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/),
        nominal: 'Rp10.000',
        status: 'INSTALLMENT',
      },
      expect.objectContaining({ paid_at: '2026-01-04', nominal: 'Rp200.000' }),
    ]);
    const one = expectOk(await history({ id: String(data[1].payment_id), status: 'payment' })).body;
    expect(one.data).toEqual([data[1]]);
  });

  test('of an order without payments is an empty history; of no order it is not found', async () => {
    expect(expectOk(await history({ id: String(id) })).body.data).toEqual([]);
    expect((await history({ id: '999999999' })).status).toBe(404);
  });

  test.each<[string, string, Record<string, unknown>, string[]]>([
    ['more than remains', 'INSTALLMENT', { amount: TOTAL + 1 }, ['amount', 'maximum amount']],
    ['PAID with another amount than remains', 'PAID', { amount: TOTAL - 1 }, ['amount']],
    ['an instalment of nothing', 'INSTALLMENT', { amount: 0 }, ['payment.amount']],
    ['an instalment without amount', 'INSTALLMENT', {}, ['payment.amount']],
    ['a bank account that does not exist', 'PAID', { bank_id: 999_999 }, ['payment.bank_id']],
    ['a day that does not exist', 'PAID', { date: '2026-02-30' }, ['payment.date']],
    ['a status of its own', 'LUNAS', {}, ['payment.status']],
  ])('%s is refused and changes nothing', async (_title, status, change, fields) => {
    const answer = await pay(status, change);
    expect(answer.status).toBe(422);
    expect(Object.keys(answer.body.message)).toEqual(fields);
    expect(await detail()).toMatchObject({ payment_status: 'UNPAID', remaining_amount: TOTAL });
    expect(expectOk(await history({ id: String(id) })).body.data).toEqual([]);
  });

  test('on a paid order is refused, and says that nothing remains', async () => {
    expectOk(await pay('PAID'));
    const again = await pay('PAID');
    expect(again.status).toBe(422);
    expect(again.body.message).toMatchObject({ id: ['Order has been paid'], 'maximum amount': [0] });
  });

  test('is refused where the order has as many as it may, with what is allowed', async () => {
    await test_app.services.db
      .insertInto('order_payments')
      .columns(['shop_id', 'order_id', 'bank_account_id', 'amount_idr', 'paid_on', 'status', 'created_at'])
      .expression(
        sql`select ${shop.shop_id}::bigint, ${id}::bigint, ${stall.bank_id}::bigint, 1, date '2026-01-05', 'INSTALLMENT', now()
          from generate_series(1, ${paymentLimits.payments_per_order - 1}::integer)`,
      )
      .execute();
    await test_app.services.db
      .updateTable('orders')
      .set({ paid_idr: paymentLimits.payments_per_order - 1 })
      .where('shop_id', '=', shop.shop_id)
      .where('id', '=', id)
      .execute();
    await storeTallies(test_app.database.pool, shop.shop_id);
    expectOk(await pay('INSTALLMENT', { amount: 1 }));
    const one_more = await pay('PAID');
    expect(one_more.status).toBe(422);
    expect(one_more.body.message).toEqual({ payment: [expect.stringContaining('200')] });
    expect(await detail()).toMatchObject({ remaining_amount: TOTAL - paymentLimits.payments_per_order });
  });

  test('of an order that does not exist is not found', async () => {
    expect((await pay('PAID', {}, 999_999_999)).status).toBe(404);
  });

  test('sent by many at once is kept once for each that fits, to the rupiah', async () => {
    const answers = await Promise.all(
      Array.from({ length: 12 }, () => pay('INSTALLMENT', { amount: 30_000 })),
    );
    expect(answers.filter((answer) => answer.status === 200)).toHaveLength(7);
    expect(await detail()).toMatchObject({ payment_status: 'PAID', remaining_amount: 0 });
  });
});

describe('an AWB number', () => {
  test('puts a paid order on its way, and the answer is as the reference has it', async () => {
    expectOk(await pay('PAID'));
    const answer = expectOk(await ship('  00046512912705 '));
    expect(answer.body.data).toEqual({
      order_id: id,
      po_number: expect.any(Number),
      notification: { id: expect.any(Number), title: expect.any(String), content: expect.any(String) },
    });
    expect(await detail()).toMatchObject({
      awb_number: '00046512912705',
      order_progress_status: 'ON PROCESS',
    });
  });

  test('of an unpaid order is kept, and the order stays unpaid', async () => {
    expectOk(await ship('JP85'));
    expect(await detail()).toMatchObject({ awb_number: 'JP85', order_progress_status: 'UNPAID' });
  });

  test('can be corrected', async () => {
    expectOk(await ship('SALAH'));
    expectOk(await ship('BENAR'));
    expect((await detail()).awb_number).toBe('BENAR');
  });

  test('locks nothing: the label is printed before the parcel leaves', async () => {
    expectOk(await pay('PAID'));
    expectOk(await ship('JP1'));
    expect((await detail()).order_progress_status).toBe('ON PROCESS');
    expectOk(await shop.call('POST', '/api/open/order/cancel', { id }));
  });

  test('that is empty or endless is refused', async () => {
    for (const awb_number of ['', ' ', 'x'.repeat(101), null])
      expect(Object.keys((await ship(awb_number)).body.message)).toEqual(['awb_number']);
    expect((await detail()).awb_number).toBeNull();
  });
});

test('staff say that a parcel was delivered', async () => {
  expectOk(await pay('PAID'));
  expectOk(await shop.call('PATCH', '/api/open/order/shipping-status', { id, status: 'delivered' }));
  expect((await detail()).order_progress_status).toBe('DELIVERED');
});

test('a parcel said to be shipped by a slip is ready to ship again, and its order can be cancelled', async () => {
  const say = (status: string) => shop.call('PATCH', '/api/open/order/shipping-status', { id, status });
  const cancel = () => shop.call('POST', '/api/open/order/cancel', { id });
  expectOk(await pay('PAID'));
  for (const slip of ['ON PROCESS', 'DELIVERED']) {
    expectOk(await say(slip));
    expect((await cancel()).status).toBe(422);
  }
  expectOk(await say('READY TO SHIP'));
  expect((await detail()).order_progress_status).toBe('NO AWB');
  expectOk(await cancel());
});

test("another shop's order is answered as one that does not exist", async () => {
  const other = await test_app.openShop();
  const get = async (order_id: number) => [
    await other.call('GET', '/api/open/order/detail', { id: String(order_id) }),
    await other.call('GET', '/api/open/order/payment-history', { id: String(order_id) }),
    await other.call('POST', AWB_PATH, { id: order_id, awb_number: 'X' }),
    await other.call('PATCH', '/api/open/order/shipping-status', { id: order_id, status: 'DELIVERED' }),
  ];
  const strip = (answers: { status: number; body: object }[]) =>
    answers.map(({ status, body }) => ({ status, ...body, request_id: '' }));
  expect(strip(await get(id))).toEqual(strip(await get(999_999_999)));
  expect((await detail()).awb_number).toBeNull();
});

describe('where staff say that a parcel is', () => {
  const say = (status: string) => shop.call('PATCH', '/api/open/order/shipping-status', { id, status });
  /** As the courier has told it. */
  const recorded = async (status: string) => {
    const { db } = test_app.services;
    const said = { shipping_status: status as 'LOST' };
    const { shop_id } = shop;
    await db.updateTable('orders').set(said).where('shop_id', '=', shop_id).where('id', '=', id).execute();
    await db
      .updateTable('shipments')
      .set({ ...said, list_status: status })
      .where('shop_id', '=', shop_id)
      .where('order_id', '=', id)
      .execute();
    await storeTallies(test_app.database.pool, shop_id);
  };

  test.each(['ON PROCESS', 'DELIVERED'])(
    'a parcel that came back is not %s before it is ready to ship again',
    async (status) => {
      await recorded('RETURNED');
      const refused = await say(status);
      expect(refused.status).toBe(422);
      expect(refused.body.message).toEqual({
        status: ['The shipping status is RETURNED. It can only be changed to READY TO SHIP.'],
      });
      expectOk(await say('READY TO SHIP'));
      expectOk(await say(status));
    },
  );

  test('what is lost only its courier finds again, in both languages', async () => {
    await recorded('LOST');
    for (const status of ['READY TO SHIP', 'ON PROCESS', 'DELIVERED'])
      expect((await say(status)).body.message).toEqual({
        status: ['The shipping status is LOST. Only the courier can change it.'],
      });
    const refused = await shop.call(
      'PATCH',
      '/api/open/order/shipping-status',
      { id, status: 'DELIVERED' },
      { 'accept-language': 'id' },
    );
    expect(refused.body.message).toEqual({
      status: ['Status pengiriman LOST hanya dapat diubah oleh kurir.'],
    });
  });

  test('saying once more what is known is no fault', async () => {
    expectOk(await say('DELIVERED'));
    expect((await say('DELIVERED')).status).toBe(200);
  });
});
