import fc from 'fast-check';
import { expect, test } from 'vitest';
import { orderScene } from '../../../../test/order-scene.ts';
import { expectOk, orderOf, today } from '../../../../test/stall.ts';
import { findTallyDifferences } from './differences.ts';
import { findSalesDifferences } from './sales-differences.ts';

/* oxlint-disable typescript/no-explicit-any -- bodies of answers are looked into freely */

const scene = orderScene({ stall: { stocks: [100_000, 100_000] } });
const SEQUENCES = 10;
const DAYS = 4;

const differences = async () => {
  const db = scene.app.services.db.withoutPlugins();
  return [...(await findTallyDifferences(db)), ...(await findSalesDifferences(db))];
};
const send = (method: string, path: string, input: object) => scene.shop.call(method, path, input);

/** An order as `n` has it. */
const bodyOf = (n: number, change: object = {}) =>
  orderOf(scene.stall, {
    order_date: today(-(n % DAYS)),
    expedition: { id: n % 5 === 0 ? 98 : 1, rate: 10_000 },
    products: scene.lines(scene.stall, 1 + (n % 3), {
      ...(n % 2 === 0 && { discount: { type: 'NOMINAL', nominal: 100 * n } }),
    }),
    order_cost: n % 3 === 0 ? [{ name: 'Bungkus', category: 'OTHER COST', type: 'NOMINAL', nominal: n }] : [],
    ...change,
  });

const payment = (status: string, amount?: number) => ({
  payment: { status, amount, date: today(), bank_id: scene.stall.bank_id },
});

/** What can be done to an order; some of it is refused. */
const ACTIONS: Record<string, (id: number, n: number) => Promise<unknown>> = {
  pay: (id, n) => scene.pay(id, 1_000 + n),
  'pay the rest': (id) => send('PATCH', '/api/open/order/quick-payment', { id, ...payment('PAID') }),
  'take back a payment': async (id) => {
    const { data } = (await send('GET', '/api/open/order/payment-history', { id })).body;
    return send('DELETE', `/api/open/order/installment/${data?.[0]?.payment_id ?? 0}`, {});
  },
  'add an AWB number': (id, n) =>
    send('POST', '/api/open/order/awb-number/add', { id, awb_number: `JP${id}${n}` }),
  send: (id) => send('PATCH', '/api/open/order/shipping-status', { id, status: 'ON PROCESS' }),
  deliver: (id) => send('PATCH', '/api/open/order/shipping-status', { id, status: 'DELIVERED' }),
  edit: (id, n) => send('PATCH', '/api/open/order', { ...bodyOf(n), order_id: id }),
  cancel: (id) => send('POST', '/api/open/order/cancel', { id }),
  reactivate: (id) => send('POST', '/api/open/order-cancel/return', { id }),
  delete: (id) => send('DELETE', `/api/open/order-cancel/${id}`, {}),
  print: (id) => send('POST', '/api/open/shipping/label', { order_ids: [id] }),
  fold: () => scene.app.readEvents(),
};

/** Filters of the list, some of which let nothing through. */
const FILTERS: Record<string, string | number>[] = [
  {},
  ...Object.entries({
    payment_status: ['PAID', 'UNPAID', 'INSTALLMENT'],
    order_progress_status: ['UNPAID', 'NO AWB', 'ON PROCESS', 'DELIVERED', 'INSTALLMENT', 'UNPROCESSED'],
    order_category: ['APP', 'STORE_FRONT'],
    order_source_id: [1],
    user_id: [0, 1],
    customer_category_code: ['N', 'Y'],
    expedition_id: [1, 98],
    product_type: ['S', 'R'],
    print_status: ['Y', 'N'],
    pickup: [0, 1, 2],
    warehouse_id: [0, 1],
    bank_id: [1],
  }).flatMap(([filter, values]) => values.map((value) => ({ [filter]: value }))),
];

const PER_PAGE = 50;

/** What a list says of its orders where that is not how many it holds. */
async function wrongTotal(path: string, filter: object): Promise<object[]> {
  const totals = new Set<number>();
  let listed = 0;
  for (let page = 1; page * PER_PAGE <= listed + PER_PAGE; page += 1) {
    const input = { ...filter, per_page: PER_PAGE, pagination_offset: page };
    const { data, meta } = expectOk(await send('GET', path, input)).body;
    totals.add(meta.pagination.total);
    listed += data.length;
  }
  return totals.size === 1 && totals.has(listed) ? [] : [{ path, ...filter, totals: [...totals], listed }];
}

async function wrongTotals(): Promise<object[]> {
  const start_date = today(1 - DAYS);
  const wrong = await wrongTotal('/api/open/order-cancel', { type: 'CANCEL' });
  for (const filter of FILTERS)
    wrong.push(...(await wrongTotal('/api/open/order', { ...filter, start_date })));
  for (const filter of [{}, ...DETAIL_FILTERS])
    wrong.push(...(await wrongTotal('/api/open/order/details', filter)));
  return wrong;
}

/** Filters of the list of orders in full detail. */
const DETAIL_FILTERS = Object.entries({
  order_status: ['ACCEPT', 'CANCELED'],
  payment_status: ['PAID', 'UNPAID', 'FAIL', 'WAITING PAYMENT'],
  order_progress_status: ['UNPAID', 'DELIVERED'],
  order_category: ['APP', 'SF_GUEST'],
}).flatMap(([filter, values]) => values.map((value) => ({ [filter]: value })));

test('a list says how many orders it holds, whatever was done to them, and however much has yet to be added up', async () => {
  const step = fc.record({
    action: fc.constantFrom(...Object.keys(ACTIONS), 'place', 'place'),
    order: fc.nat(5),
    n: fc.nat(20),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 25 }), async (steps) => {
      const ids: number[] = [];
      for (const { action, order, n } of steps) {
        const id = ids[order % Math.max(1, ids.length)];
        if (action === 'place' || id === undefined) {
          const paid = [{}, payment('PAID'), payment('INSTALLMENT', 1_000)][n % 3];
          ids.push(expectOk(await scene.send(bodyOf(n, paid))).body.data.order_id);
        } else await ACTIONS[action]?.(id, n);
      }
      expect(await differences()).toEqual([]);
      expect(await wrongTotals()).toEqual([]);
      for (const id of ids) {
        await ACTIONS['cancel']?.(id, 0);
        await ACTIONS['delete']?.(id, 0);
      }
    }),
    { numRuns: SEQUENCES, endOnFailure: true },
  );
}, 240_000);

test('changes that arrive at once, while others are added up, are all counted', async () => {
  const total = async () =>
    expectOk(await send('GET', '/api/open/order', { expedition_id: 1 })).body.meta.pagination.total;
  const before = await total();
  const over = new AbortController();
  const folding = (async () => {
    while (!over.signal.aborted) await scene.app.readEvents();
  })();
  const placed = await Promise.all(
    Array.from({ length: 8 }, async () => {
      const ids: number[] = [];
      for (let n = 0; n < 10; n += 1) {
        const { order_id } = expectOk(await scene.send(bodyOf(1))).body.data;
        ids.push(order_id);
        expectOk(await scene.pay(order_id, 1_000));
        if (n % 2 === 0) expectOk(await send('POST', '/api/open/order/cancel', { id: order_id }));
      }
      return ids;
    }),
  );
  over.abort();
  await folding;
  expect(await total()).toBe(before + placed.flat().length / 2);
  expect(await differences()).toEqual([]);
}, 60_000);

test('a count that is wrong is told', async () => {
  const { pool } = scene.app.database;
  const { shop_id } = scene.shop;
  await pool.query(`update order_tallies set paid_idr = paid_idr + 1 where shop_id = $1 and facet = 'all'`, [
    shop_id,
  ]);
  expect(await differences()).not.toEqual([]);
  await pool.query(`update order_tallies set paid_idr = paid_idr - 1 where shop_id = $1 and facet = 'all'`, [
    shop_id,
  ]);
  expect(await differences()).toEqual([]);
});
