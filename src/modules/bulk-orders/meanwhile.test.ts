import { describe, expect, test } from 'vitest';
import { bulkScene, BULK_ORDER_IDR } from '../../../test/bulk-scene.ts';
import { hire, type Staff } from '../../../test/staff.ts';
import { expectOk } from '../../../test/stall.ts';
import { longestHold, HOLD_MS } from '../../../test/event-loop.ts';
import { jobWorker } from '../../kernel/jobs/run-job.ts';
import { workBulkRunJob } from './work-bulk-run.ts';

/** All of it: BULK_ORDERS=2000. */
const ORDERS = Number(process.env['BULK_ORDERS'] ?? 100);

/** What happens right before a statement is sent. */
const before: { text: RegExp; run: () => void }[] = [];
const at = bulkScene({
  onStatement(text) {
    const at_hand = before.findIndex((one) => one.text.test(text));
    if (at_hand >= 0) before.splice(at_hand, 1)[0]?.run();
  },
});

/** Runs once when the work has come to the nth order. */
function beforeOrder(nth: number, run: () => void): void {
  for (let order = 1; order <= nth; order += 1)
    before.push({ text: /for update of r/, run: order === nth ? run : () => undefined });
}

const paymentsOf = async (ids: number[]) =>
  at.query(
    `select order_id, count(*)::int as count, sum(amount_idr)::int as amount_idr from order_payments
     where shop_id = $1 and order_id = any($2) group by order_id order by order_id`,
    [at.shop.shop_id, ids],
  );
const once = (ids: number[]) => ids.map((order_id) => ({ order_id, count: 1, amount_idr: BULK_ORDER_IDR }));

/** Works a run as another process would. */
const work = (job_id: number) =>
  jobWorker(at.app.services, [workBulkRunJob]).run(
    { shop_id: at.shop.shop_id, id: job_id },
    new AbortController().signal,
  );

/** Does the jobs, and something else when they have come to this order and wait for it. */
async function whileHeld(order_id: number, run: () => Promise<unknown>): Promise<void> {
  const client = await at.app.database.pool.connect();
  await client.query('begin');
  await client.query('select 1 from orders where shop_id = $1 and id = $2 for update', [
    at.shop.shop_id,
    order_id,
  ]);
  const working = at.app.runJobs();
  const waits = async () =>
    (
      await at.query(
        `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
        [],
      )
    ).length > 0;
  while (!(await waits())) await new Promise((resolve) => setTimeout(resolve, 5));
  await run();
  await client.query('rollback');
  client.release();
  await working;
}

async function startedBy(staff: Staff, order_ids: number[]) {
  return at.start(at.pay({ order_ids }), staff.call);
}

describe('each order is done once', () => {
  test(`of ${ORDERS}, by two processes that work them at the same time`, async () => {
    const order_ids = await at.orders(ORDERS);
    const { id, job_id } = await at.start(at.pay({ order_ids }));
    const runs = await Promise.allSettled([work(job_id), work(job_id)]);
    // The older of the two is told that another has taken over.
    expect(runs.filter(({ status }) => status === 'fulfilled').length).toBeGreaterThan(0);
    await at.app.runJobs();
    expect(await at.get(id)).toMatchObject({ state: 'DONE', counts: { done: ORDERS } });
    expect(await paymentsOf(order_ids)).toEqual(once(order_ids));
  }, 600_000);

  test('where the run is broken off at any statement of an order, and goes on later', async () => {
    const order_ids = await at.orders(8);
    const { id, job_id } = await at.start(at.pay({ order_ids }));
    for (const text of [
      /for update of r/,
      /insert into "order_payments"/,
      /write_order|update "orders"/,
      /insert into "outbox_events"/,
      /update bulk_run_orders/,
      /^commit/,
    ]) {
      let broken = false;
      beforeOrder(1, () => {
        before.push({
          text,
          run() {
            broken = true;
            throw Object.assign(new Error('Connection terminated unexpectedly'), { code: 'ECONNRESET' });
          },
        });
      });
      await expect(work(job_id)).rejects.toThrow();
      expect([text.source, broken]).toEqual([text.source, true]);
      before.length = 0;
    }
    expect((await at.get(id)).counts.failed).toBe(0);
    await work(job_id);
    expect(await at.get(id)).toMatchObject({ state: 'DONE', counts: { done: 8 } });
    expect(await paymentsOf(order_ids)).toEqual(once(order_ids));
    await at.app.runJobs();
  });

  test('also where somebody pays, cancels or deletes it meanwhile: it is judged as it is then', async () => {
    const [paid = 0, canceled = 0, deleted = 0, other = 0] = await at.orders(4);
    const { id } = await at.start(at.pay({ order_ids: [paid, canceled, deleted, other] }));
    const payment = { status: 'INSTALLMENT', amount: 10_000, date: '2026-01-05', bank_id: at.stall.bank_id };
    expectOk(await at.shop.call('PATCH', '/api/open/order/quick-payment', { id: other, payment }));
    expectOk(
      await at.shop.call('PATCH', '/api/open/order/quick-payment', {
        id: paid,
        payment: { ...payment, amount: undefined, status: 'PAID' },
      }),
    );
    for (const order_id of [canceled, deleted])
      expectOk(await at.shop.call('POST', '/api/open/order/cancel', { id: order_id }));
    expectOk(await at.shop.call('DELETE', `/api/open/order-cancel/${deleted}`));
    await at.app.runJobs();
    const rows = await at.rows(id);
    expect(rows.map(({ result, amount, reasons }) => [result, amount, reasons[0]?.code])).toEqual([
      ['SKIPPED', 0, 'order_paid'],
      ['FAILED', 0, 'order_not_active'],
      ['FAILED', 0, 'not_found'],
      ['DONE', BULK_ORDER_IDR - 10_000, undefined],
    ]);
    expect(rows[2].po_number).toBeNull();
    // What was deleted cannot be done ever.
    expectOk(await at.post(id, 'retry'));
    await at.app.runJobs();
    expect((await at.get(id)).counts).toMatchObject({ failed: 2 });
  });

  test('or not at all, where it is stopped in the middle: what was done stays', async () => {
    const order_ids = await at.orders(6);
    const { id } = await at.start(at.pay({ order_ids }));
    let stopping: Promise<unknown> = Promise.resolve();
    beforeOrder(3, () => {
      stopping = at.post(id, 'stop');
    });
    await at.app.runJobs();
    await stopping;
    const { state, counts } = await at.get(id);
    expect([state, counts.done + counts.stopped, counts.waiting]).toEqual(['STOPPED', 6, 0]);
    expect(counts.stopped).toBeGreaterThan(0);
    expect(await paymentsOf(order_ids)).toHaveLength(counts.done);
  });
});

describe('the permission', () => {
  test('is looked at for each order: where the role is taken away in the middle, the rest is refused, and another can go on', async () => {
    const admin = await hire(at.app, at.shop, 'admin');
    const order_ids = await at.orders(5);
    const { id } = await startedBy(admin, order_ids);
    await whileHeld(order_ids[2] ?? 0, () =>
      at.query(`update users set role = 'warehouse' where shop_id = $1 and id = $2`, [
        at.shop.shop_id,
        admin.user_id,
      ]),
    );
    const { state, counts } = await at.get(id);
    // The third was begun before.
    expect([state, counts.done, counts.failed]).toEqual(['STOPPED', 3, 2]);
    expect((await at.rows(id, { result: 'FAILED' }))[0].reasons[0].code).toBe('bulk_permission_lost');
    expect(await paymentsOf(order_ids)).toEqual(once(order_ids.slice(0, 3)));
    expectOk(await at.post(id, 'retry'));
    await at.app.runJobs();
    expect(await at.get(id)).toMatchObject({ state: 'DONE', counts: { done: 5 } });
    expect(await paymentsOf(order_ids)).toEqual(once(order_ids));
  });

  test('of an API key that is revoked is gone, too', async () => {
    const { key, id: key_id } = expectOk(
      await at.shop.call('POST', '/api/account/api-key', { name: 'Program' }),
    ).body.data;
    const order_ids = await at.orders(2);
    const { id } = await at.start(at.pay({ order_ids }), (method, path, input) =>
      at.app.call(method, path, input, { authorization: `Bearer ${key}` }),
    );
    expectOk(await at.shop.call('DELETE', `/api/account/api-key/${key_id}`));
    await at.app.runJobs();
    expect(await at.get(id)).toMatchObject({ state: 'STOPPED', counts: { failed: 2 } });
    expect(await paymentsOf(order_ids)).toEqual([]);
  });

  test('of a user who was removed is gone: the run ends, and another can do the rest', async () => {
    const admin = await hire(at.app, at.shop, 'admin');
    const order_ids = await at.orders(2);
    const { id } = await startedBy(admin, order_ids);
    expectOk(await at.shop.call('DELETE', `/api/account/user/${admin.user_id}`));
    await at.app.runJobs();
    await at.app.readEvents();
    expect(await at.get(id)).toMatchObject({ state: 'STOPPED', counts: { failed: 2, waiting: 0 } });
    expect((await at.rows(id))[0].reasons[0].code).toBe('job_user_removed');
    expectOk(await at.post(id, 'retry'));
    await at.app.runJobs();
    expect(await at.get(id)).toMatchObject({ state: 'DONE', counts: { done: 2 } });
  });
});

test('a fault of ours with one order stops none of the others', async () => {
  const order_ids = await at.orders(3);
  const { id } = await at.start(at.pay({ order_ids }));
  beforeOrder(2, () => {
    before.push({
      text: /insert into "order_payments"/,
      run() {
        throw new Error('a fault');
      },
    });
  });
  await at.app.runJobs();
  expect((await at.rows(id)).map(({ result, reasons }) => [result, reasons[0]?.code])).toEqual([
    ['DONE', undefined],
    ['FAILED', 'internal'],
    ['DONE', undefined],
  ]);
});

test('ten thousand IDs hold up no other request, and neither does the work', async () => {
  const order_ids = await at.orders(50);
  const many = Array.from({ length: 10_000 }, (_, n) => 500_000_000 + n);
  const hold_ms = await longestHold(async () => {
    const refused = await at.shop.call('POST', '/api/open/bulk/order/preview', {
      action: 'CANCEL',
      order_ids: many,
    });
    expect(refused.status).toBe(422);
    await at.preview(at.pay({ order_ids }));
    const { id } = await at.start(at.pay({ order_ids }));
    await at.app.runJobs();
    expect((await at.get(id)).counts.waiting).toBe(0);
  });
  expect(hold_ms).toBeLessThan(HOLD_MS);
});
