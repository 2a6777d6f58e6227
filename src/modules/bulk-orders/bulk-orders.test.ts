import { describe, expect, test } from 'vitest';
import { bulkScene, BULK_ORDER_IDR, BULK_PATH } from '../../../test/bulk-scene.ts';
import { countStatements } from '../../../test/count-statements.ts';
import { expectOk, today } from '../../../test/stall.ts';
import { isForSignedIn } from '../../kernel/http/route.ts';
import { routes } from '../../modules.ts';
import { openStore } from '../../../test/store-scene.ts';
import { BULK_ACTION_TABLE, type BulkActionName } from './actions.ts';
import { bulkOrderLimits } from './limits.ts';

const at = bulkScene();

const statesOf = async (ids: number[]) =>
  at.query(
    `select id, order_status, payment_status, shipping_status from orders where shop_id = $1 and id = any($2) order by id`,
    [at.shop.shop_id, ids],
  );
const rowsOf = async (id: number) =>
  (await at.rows(id)).map(({ order_id, result, reasons }) => [order_id, result, reasons[0]?.code ?? null]);

/** An order that is cancelled, and one that is paid. */
async function unlike(): Promise<{ open: number[]; canceled: number; paid: number }> {
  const [canceled = 0, paid = 0, ...open] = await at.orders(5);
  expectOk(await at.shop.call('POST', '/api/open/order/cancel', { id: canceled }));
  const payment = { status: 'PAID', date: '2026-01-05', bank_id: at.stall.bank_id };
  expectOk(await at.shop.call('PATCH', '/api/open/order/quick-payment', { id: paid, payment }));
  return { open, canceled, paid };
}

describe('a preview', () => {
  test('says with how many it can be done, why not with others, and the money; nothing is changed', async () => {
    const { open, canceled, paid } = await unlike();
    const order_ids = [...open, canceled, paid];
    const before = await at.query('select * from order_payments where shop_id = $1');
    expect(await at.preview(at.pay({ order_ids }))).toEqual({
      action: 'PAY',
      orders: 5,
      judged: 5,
      is_exact: true,
      can: 3,
      amount: 3 * BULK_ORDER_IDR,
      skipped: [{ code: 'order_paid', message: 'Order has been paid', orders: 1, order_ids: [paid] }],
      cannot: [{ code: 'order_not_active', message: expect.any(String), orders: 1, order_ids: [canceled] }],
    });
    expect(await at.query('select * from order_payments where shop_id = $1')).toEqual(before);
    // What was said is what happens.
    const { id } = await at.start(at.pay({ order_ids }));
    await at.app.runJobs();
    expect(await at.get(id)).toMatchObject({
      state: 'DONE',
      counts: { waiting: 0, done: 3, skipped: 1, failed: 1, stopped: 0 },
      amount: 3 * BULK_ORDER_IDR,
    });
  });

  test('tries no more orders than its limit, and says that it is not exact', async () => {
    const order_ids = await at.orders(4);
    const limit = bulkOrderLimits.bulk_orders_judged;
    Object.assign(bulkOrderLimits, { bulk_orders_judged: 3 });
    try {
      expect(await at.preview(at.pay({ order_ids }))).toMatchObject({
        orders: 4,
        judged: 3,
        is_exact: false,
        can: 3,
      });
    } finally {
      Object.assign(bulkOrderLimits, { bulk_orders_judged: limit });
    }
  });
});

describe('which orders', () => {
  test('a filter is of is what the list shows with it, but for those that are left out', async () => {
    const { open, paid } = await unlike();
    const filter = { payment_status: 'UNPAID', start_date: today(), end_date: today() };
    const listed = expectOk(
      await at.shop.call('GET', '/api/open/order', { ...filter, per_page: '100' }),
    ).body;
    const unpaid: number[] = listed.data.map(({ order_id }: { order_id: number }) => order_id);
    expect(unpaid).toEqual(expect.arrayContaining(open));
    expect(unpaid).not.toContain(paid);
    const except_ids = [open[0], paid];
    const { id, orders } = await at.start(at.pay({ filter, except_ids }));
    expect(orders).toBe(unpaid.length - 1);
    expect((await rowsOf(id)).map(([order_id]) => order_id)).toEqual(
      unpaid.filter((order_id) => order_id !== open[0]).toSorted((a, b) => a - b),
    );
    // What comes in later is not in it.
    const [later] = await at.orders(1);
    await at.app.runJobs();
    expect(await statesOf([open[0] ?? 0, later ?? 0])).toMatchObject([
      { payment_status: 'UNPAID' },
      { payment_status: 'UNPAID' },
    ]);
    expect(await at.get(id)).toMatchObject({ filter: { payment_status: 'UNPAID' }, counts: { waiting: 0 } });
  });

  test.each<[string, object, string[]]>([
    ['neither IDs nor a filter', {}, ['order_ids']],
    ['both', { order_ids: [1], filter: {} }, ['order_ids']],
    ['an order that does not exist', { order_ids: [987_654_321] }, ['order_ids.0']],
    ['no order at all', { filter: { keyword: 'zqxv' } }, ['filter']],
    ['an account that does not exist', { filter: {}, bank_id: 987_654_321 }, ['bank_id']],
    ['a day that is to come', { filter: {}, date: today(3) }, ['date']],
    [
      'a filter that the list does not take',
      { filter: { payment_status: 'LUNAS' } },
      ['filter.payment_status'],
    ],
  ])('with %s nothing is started, and the field is named', async (_what, change, fields) => {
    for (const path of [BULK_PATH, `${BULK_PATH}/preview`]) {
      const answer = await at.shop.call('POST', path, at.pay(change));
      expect([answer.status, Object.keys(answer.body.message)]).toEqual([422, fields]);
    }
  });

  test('more than the limit are refused', async () => {
    const order_ids = await at.orders(3);
    const limit = bulkOrderLimits.bulk_orders;
    Object.assign(bulkOrderLimits, { bulk_orders: 2 });
    try {
      const answer = await at.shop.call('POST', BULK_PATH, at.pay({ filter: {} }));
      expect([answer.status, answer.body.code, Object.keys(answer.body.message)]).toEqual([
        422,
        'bulk_too_many_orders',
        ['filter'],
      ]);
    } finally {
      Object.assign(bulkOrderLimits, { bulk_orders: limit });
    }
    expect((await statesOf(order_ids)).every(({ payment_status }) => payment_status === 'UNPAID')).toBe(true);
  });

  test('a start takes the same number of statements for two orders and for two hundred', async () => {
    const ids = await at.orders(200);
    const statements = (order_ids: number[]) =>
      countStatements(at.app, async () => {
        const { id } = await at.start(at.pay({ order_ids }));
        expectOk(await at.post(id, 'stop'));
      });
    expect(await statements(ids)).toBe(await statements(ids.slice(0, 2)));
    await at.app.runJobs();
    expect((await statesOf(ids)).every(({ payment_status }) => payment_status === 'UNPAID')).toBe(true);
  });
});

describe('an action', () => {
  test('cancels, and reactivates what it has cancelled, with stock and money as if done one by one', async () => {
    const { open, paid } = await unlike();
    const order_ids = [...open, paid];
    const cancel = await at.start({ action: 'CANCEL', order_ids });
    await at.app.runJobs();
    expect(await at.get(cancel.id)).toMatchObject({ counts: { done: 4 }, amount: BULK_ORDER_IDR });
    expect((await statesOf(order_ids)).map(({ order_status }) => order_status)).toEqual(
      order_ids.map(() => 'CANCELED'),
    );
    const again = await at.start({ action: 'CANCEL', order_ids });
    await at.app.runJobs();
    expect(await at.get(again.id)).toMatchObject({ counts: { skipped: 4 }, amount: 0 });
    const back = await at.start({ action: 'REACTIVATE', order_ids });
    await at.app.runJobs();
    expect(await at.get(back.id)).toMatchObject({ counts: { done: 4 } });
    expect((await statesOf([paid]))[0]).toMatchObject({ order_status: 'ACCEPTED', payment_status: 'PAID' });
  });

  test('marks parcels as shipped and delivered, and says what cannot be', async () => {
    const { open, canceled } = await unlike();
    const order_ids = [...open, canceled];
    const sent = await at.start({ action: 'SHIPPING_STATUS', status: 'ON PROCESS', order_ids });
    await at.app.runJobs();
    expect(await rowsOf(sent.id)).toEqual([
      [canceled, 'FAILED', 'order_not_active'],
      ...open.map((id) => [id, 'DONE', null]),
    ]);
    const delivered = await at.start({ action: 'SHIPPING_STATUS', status: 'DELIVERED', order_ids: open });
    const twice = await at.start({ action: 'SHIPPING_STATUS', status: 'DELIVERED', order_ids: open });
    await at.app.runJobs();
    expect((await at.get(delivered.id)).counts).toMatchObject({ done: 3 });
    expect(await rowsOf(twice.id)).toEqual(open.map((id) => [id, 'SKIPPED', 'bulk_order_as_wanted']));
    expect((await statesOf(open)).map(({ shipping_status }) => shipping_status)).toEqual(
      open.map(() => 'DELIVERED'),
    );
  });

  test('requests pickup of what is paid, once', async () => {
    const { open, paid } = await unlike();
    const order_ids = [...open, paid];
    const input = { action: 'REQUEST_PICKUP', service: 'DROP_OFF', order_ids };
    const { id } = await at.start(input);
    const twice = await at.start(input);
    await at.app.runJobs();
    expect(await rowsOf(id)).toEqual([
      [paid, 'DONE', null],
      ...open.map((order_id) => [order_id, 'FAILED', 'parcel_not_paid']),
    ]);
    expect((await rowsOf(twice.id)).find(([order_id]) => order_id === paid)).toEqual([
      paid,
      'SKIPPED',
      'parcel_already_requested',
    ]);
  });

  test('accepts orders of the store, with what has counted as paid', async () => {
    const store = await openStore(at.app);
    const ids: number[] = [];
    for (const n of [1, 2, 3]) {
      const { data } = expectOk(await store.visit('POST', '/checkout', store.checkout())).body;
      expect(data.payment_id).toBeGreaterThan(0);
      ids.push(n);
    }
    const input = { action: 'CONFIRM', decision: 'ACCEPT', filter: {} };
    const preview = expectOk(await store.shop.call('POST', `${BULK_PATH}/preview`, input)).body.data;
    expect(preview).toMatchObject({ orders: ids.length, can: ids.length, is_exact: true });
    const { id } = await at.start(input, store.shop.call);
    await at.app.runJobs();
    const ended = expectOk(await store.shop.call('GET', `${BULK_PATH}/${id}`)).body.data;
    expect(ended).toMatchObject({ state: 'DONE', counts: { done: 3 }, amount: preview.amount });
    expect(preview.amount).toBeGreaterThan(0);
    const again = await at.start(input, store.shop.call);
    await at.app.runJobs();
    expect(expectOk(await store.shop.call('GET', `${BULK_PATH}/${again.id}`)).body.data.counts).toMatchObject(
      {
        skipped: 3,
      },
    );
  });

  const SINGLE: Record<BulkActionName, string> = {
    PAY: 'updatePayment',
    CANCEL: 'cancelOrder',
    REACTIVATE: 'reactivateOrder',
    SHIPPING_STATUS: 'setShippingStatus',
    REQUEST_PICKUP: 'requestPickup',
    CONFIRM: 'confirmOrders',
  };
  test.each(Object.entries(BULK_ACTION_TABLE))(
    '%s wants the permission of its single operation',
    (name, action) => {
      const single = routes.find(({ operation }) => operation === SINGLE[name as BulkActionName]);
      expect(single !== undefined && isForSignedIn(single.access) && single.access.permission).toBe(
        action.permission,
      );
    },
  );
});

describe('a run', () => {
  test('is started once by two requests with the same Idempotency-Key', async () => {
    const order_ids = await at.orders(2);
    const headers = { 'idempotency-key': 'bayar-semua-hari-ini' };
    const answers = await Promise.all(
      [1, 2].map(() => at.shop.call('POST', BULK_PATH, at.pay({ order_ids }), headers)),
    );
    const again = expectOk(await at.shop.call('POST', BULK_PATH, at.pay({ order_ids }), headers));
    const started = answers.filter(({ status }) => status === 201);
    expect(new Set([...started, again].map(({ body }) => body.data.id)).size).toBe(1);
    const rows = await at.query(
      'select count(distinct run_id)::int as runs from bulk_run_orders where shop_id = $1 and order_id = any($2)',
      [at.shop.shop_id, order_ids],
    );
    expect(rows).toEqual([{ runs: 1 }]);
    await at.app.runJobs();
  });

  test('that is stopped does no more, and goes on only where a retry says so', async () => {
    const order_ids = await at.orders(4);
    const { id } = await at.start(at.pay({ order_ids }));
    const stopped = expectOk(await at.post(id, 'stop')).body.data;
    expect(stopped).toMatchObject({ state: 'STOPPED', counts: { stopped: 4, waiting: 0 } });
    expect((await at.post(id, 'stop')).status).toBe(409);
    await at.app.runJobs();
    expect((await at.get(id)).counts).toMatchObject({ stopped: 4, done: 0 });
    const nothing = await at.post(id, 'retry');
    expect([nothing.status, nothing.body.code]).toEqual([422, 'bulk_nothing_to_retry']);
    expectOk(await at.post(id, 'retry', { with_stopped: true }));
    expect((await at.post(id, 'retry')).status).toBe(409);
    await at.app.runJobs();
    expect(await at.get(id)).toMatchObject({ state: 'DONE', counts: { done: 4, stopped: 0 } });
  });

  test('does what has failed again when it is retried, and nothing else', async () => {
    const { open, canceled } = await unlike();
    const { id } = await at.start(at.pay({ order_ids: [...open, canceled] }));
    await at.app.runJobs();
    expect((await at.get(id)).counts).toMatchObject({ done: 3, failed: 1 });
    expectOk(await at.shop.call('POST', '/api/open/order-cancel/return', { id: canceled }));
    expectOk(await at.post(id, 'retry'));
    await at.app.runJobs();
    expect(await at.get(id)).toMatchObject({ counts: { done: 4, failed: 0 }, amount: 4 * BULK_ORDER_IDR });
    const payments = await at.query(
      'select count(*)::int as count from order_payments where shop_id = $1 and order_id = any($2)',
      [at.shop.shop_id, [...open, canceled]],
    );
    expect(payments).toEqual([{ count: 4 }]);
  });

  test('is listed with others, says what became of each order in the language of the reader, and who was told', async () => {
    const { open, canceled } = await unlike();
    const { id } = await at.start(at.pay({ order_ids: [...open, canceled] }));
    await at.app.runJobs();
    const { data, meta } = expectOk(await at.shop.call('GET', BULK_PATH)).body;
    expect(data[0]).toMatchObject({ id, action: 'PAY', counts: { done: 3, failed: 1 } });
    expect(meta.pagination.total).toBeGreaterThan(1);
    for (const [language, word] of [
      ['id', 'CANCELED'],
      ['en', 'CANCELED'],
    ] as const) {
      const answer = expectOk(
        await at.shop.call(
          'GET',
          `${BULK_PATH}/${id}/rows`,
          { result: 'FAILED' },
          { 'accept-language': language },
        ),
      ).body.data;
      expect(answer).toEqual([
        {
          order_id: canceled,
          po_number: expect.any(Number),
          result: 'FAILED',
          amount: 0,
          reasons: [{ code: 'order_not_active', message: expect.stringContaining(word) }],
          worked_at: expect.any(String),
        },
      ]);
    }
    expect(await at.rows(id, { result: 'SKIPPED' })).toEqual([]);
    expect((await at.shop.call('GET', `${BULK_PATH}/987654321/rows`)).status).toBe(404);
    expect((await at.shop.call('GET', `${BULK_PATH}/987654321/rows`, { result: 'DONE' })).status).toBe(404);
    const ended = await at.query(
      `select payload from outbox_events where shop_id = $1 and name = 'bulk_run.ended' and subject_id = $2`,
      [at.shop.shop_id, id],
    );
    expect(ended).toEqual([
      {
        payload: {
          action: 'PAY',
          state: 'DONE',
          done: 3,
          skipped: 0,
          failed: 1,
          stopped: 0,
          amount_idr: 3 * BULK_ORDER_IDR,
        },
      },
    ]);
    const told = await at.query(
      `select user_id from outbox_events where shop_id = $1 and name = 'job.finished'
         and payload->>'name' = 'work-bulk-run' order by id desc limit 1`,
    );
    expect(told).toEqual([{ user_id: at.shop.user_id }]);
  });
});
