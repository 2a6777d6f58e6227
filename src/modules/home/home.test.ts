import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { countStatements } from '../../../test/count-statements.ts';
import { startTestApp, type Answered, type TestApp } from '../../../test/harness.ts';
import { openWorld } from '../../../test/open-world.ts';
import { hire, type Staff } from '../../../test/staff.ts';
import { expectOk, openStall, orderOf, today } from '../../../test/stall.ts';
import type { World } from '../../../test/world.ts';
import { KINDS_OF_WORK } from './schemas.ts';

/* oxlint-disable typescript/no-explicit-any -- bodies of answers are looked into freely */

type Call = (method: string, path: string, input?: object) => Promise<Answered>;

/** Those whose lists never grow. */
const UNCOUNTED = 1_000;

let app: TestApp;
let world: World;
let admin: Staff;
let worker: Staff;

const home = async (call: Call): Promise<any> => expectOk(await call('GET', '/api/open/home')).body.data;
const query = (text: string) => app.database.pool.query(text, [world.shop.shop_id]);
const workOf = async (call: Call) =>
  Object.fromEntries((await home(call)).work.map(({ kind, ...work }: any) => [kind, work]));

/** The kinds whose list has another total. */
async function unequal(call: Call): Promise<unknown[]> {
  const found: unknown[] = [];
  for (const { kind, count, opens } of (await home(call)).work) {
    const { meta } = expectOk(await call('GET', opens.path, opens.query)).body;
    if (meta.pagination.total !== count) found.push({ kind, count, total: meta.pagination.total });
  }
  return found;
}

const paid = () => ({ payment: { status: 'PAID', date: today(), bank_id: world.stall.bank_id } });
const place = async (change: object = {}) =>
  expectOk(
    await world.shop.call(
      'POST',
      '/api/open/order',
      orderOf(world.stall, {
        products: [{ id: world.stall.variation_ids[1], qty: 1, product_status: 'S' }],
        ...change,
      }),
    ),
  ).body.data.order_id as number;

beforeAll(async () => {
  app = await startTestApp();
  world = await openWorld(app);
  const { shop } = world;
  admin = await hire(app, shop, 'admin');
  worker = await hire(app, shop, 'warehouse', [0]);
  await query(`update buyer_payments set state = 'CLAIMED', claimed_at = now() where shop_id = $1`);
  for (const state of ['UNKNOWN', 'FAILED'])
    await query(
      `insert into messages (shop_id, key, kind, lane, customer_id, phone, name, state, next_try_at, expires_at, created_at, updated_at)
       select shop_id, '${state}', kind, lane, customer_id, phone, name, '${state}', now(), now(), now(), now()
       from messages where shop_id = $1 and key = 'dunia'`,
    );
  const [variation] = world.stall.variation_ids;
  await place({ products: [{ id: variation, qty: 1, product_status: 'S' }] });
  for (const state of ['ON_THE_WAY', 'RECEIVED'])
    await query(
      `insert into parcel_returns (shop_id, order_id, shipment, state, source, reason, courier_id, announced_at)
       values ($1, ${await place(paid())}, 1, '${state}', 'STAFF', 'Ditolak', 1, now())`,
    );
  await place({ ...paid(), awb_number: 'JP1' });
  await place({ ...paid(), awb_number: 'JP2', is_print: true });
  for (const [trip, state, entered, invoiced] of [
    [2, 'ON_ITS_WAY', 0, 'null'],
    [3, 'COLLECTED', 6_000, `'${today(-40)}'`],
    [4, 'COLLECTED', 7_000, `'${today(-9)}'`],
  ])
    await query(
      `insert into cod_parcels (shop_id, order_id, trip, po_number, courier_id, courier, state, cod_idr, shipping_idr, entered_idr,
         invoiced_on, event_position, changed_at)
       values ($1, ${world.ids.order}, ${trip}, 1, 1, 'jne', '${state}', 9000, 0, ${entered}, ${invoiced}, 0, now())`,
    );
  await query(`update stock_levels set quantity = 0 where shop_id = $1 and variation_id = ${variation}`);
});
afterAll(() => app.close());

describe('the work of now', () => {
  test('is counted of every kind, and the list that a number opens has as many', async () => {
    const work = await workOf(world.shop.call);
    expect(Object.keys(work)).toEqual(KINDS_OF_WORK);
    const nothing = Object.keys(work).filter((kind) => work[kind].count === 0);
    expect(nothing).toEqual([]);
    expect(await unequal(world.shop.call)).toEqual([]);
  });

  test('COD has its money: what is to be collected, what is to come, and what of it is overdue', async () => {
    const { COD_ON_ITS_WAY, COD_TO_COME, COD_OVERDUE, ORDERS_UNPAID } = await workOf(world.shop.call);
    expect([COD_ON_ITS_WAY, COD_TO_COME, COD_OVERDUE]).toMatchObject([
      { count: 1, amount: 9_000 },
      { count: 3, amount: 4_000 + 6_000 + 7_000 },
      { count: 1, amount: 6_000 },
    ]);
    expect(ORDERS_UNPAID.amount).toBeNull();
  });

  test('is for each role what it can read, also by an API key', async () => {
    expect(Object.keys(await workOf(admin.call))).toEqual(KINDS_OF_WORK);
    expect(await unequal(admin.call)).toEqual([]);
    const of_worker = await workOf(worker.call);
    expect(Object.keys(of_worker)).toEqual([
      'ORDERS_UNPAID',
      'ORDERS_PARTLY_PAID',
      'ORDERS_TO_PROCESS',
      'PARCELS_TO_PRINT',
      'BOOKINGS_FAILED',
      'PARCELS_TO_HAND_OVER',
      'RETURNS_ANNOUNCED',
      'RETURNS_ON_THE_WAY',
      'RETURNS_TO_SETTLE',
      'JOBS_FAILED',
    ]);
    expect(await unequal(worker.call)).toEqual([]);
    const elsewhere = await hire(app, world.shop, 'warehouse', [world.ids.warehouse]);
    const counts = Object.values(await workOf(elsewhere.call)).map(({ count }: any) => count);
    expect(new Set(counts)).toEqual(new Set([0]));
    const key = expectOk(await world.shop.call('POST', '/api/account/api-key', { name: 'Beranda' })).body
      .data;
    const call: Call = (method, path, input) =>
      app.call(method, path, input, { authorization: `Bearer ${key.key ?? key.token}` });
    expect(Object.keys(await workOf(call))).toEqual(KINDS_OF_WORK);
  });

  test('failed jobs are those of the caller', async () => {
    expect((await workOf(world.shop.call)).JOBS_FAILED.count).toBe(1);
    expect((await workOf(admin.call)).JOBS_FAILED.count).toBe(0);
  });

  test('beyond a thousand it says at least a thousand, where nothing has counted them already', async () => {
    const other = await app.openShop();
    await app.database.pool.query(
      `insert into shop_jobs (shop_id, name, input, status, failure, user_id, actor_kind, credential_id, language, base_url,
         request_id, created_at, finished_at)
       select $1, 'import', '{}', 'FAILED', '[]', $2, 'session', 1, 'id', '', '', now(), now() from generate_series(1, ${UNCOUNTED + 1})`,
      [other.shop_id, other.user_id],
    );
    expect((await workOf(other.call)).JOBS_FAILED).toMatchObject({ count: UNCOUNTED, is_exact: false });
  });
});

describe('the steps of a new shop', () => {
  const setupOf = async (call: Call) =>
    (await home(call)).setup?.map(({ step, is_done }: any) => `${step} ${is_done}`);

  test('each is done by what the shop has, and after the last nothing is left to say', async () => {
    const shop = await app.openShop();
    expect(await setupOf(shop.call)).toEqual([
      'ORIGIN false',
      'COURIERS true',
      'BANK_ACCOUNT false',
      'PRODUCT false',
      'ORDER false',
    ]);
    const none = { regular: [], express: [], trucking: [] };
    expectOk(await shop.call('PATCH', '/api/open/setting/courier/all', none));
    const stall = await openStall(shop);
    expect(await setupOf(shop.call)).toEqual([
      'ORIGIN false',
      'COURIERS false',
      'BANK_ACCOUNT true',
      'PRODUCT true',
      'ORDER false',
    ]);
    const jne = { ...none, regular: ['1'] };
    expectOk(await shop.call('PATCH', '/api/open/setting/courier/all', jne));
    const origin = { supplier_id: stall.supplier_id, district_id: '357302', address: 'Jl. Toko 1' };
    expectOk(await shop.call('PATCH', '/api/open/supplier/update', origin));
    expectOk(await shop.call('POST', '/api/open/order', orderOf(stall)));
    expect((await home(shop.call)).setup).toBeNull();
  });

  test('are of who can do them', async () => {
    const shop = await app.openShop();
    const packer = await hire(app, shop, 'warehouse', [0]);
    expect((await home(packer.call)).setup).toBeNull();
    const clerk = await hire(app, shop, 'admin');
    expect(await setupOf(clerk.call)).toHaveLength(5);
  });
});

describe('the sales of the last days', () => {
  test('each of thirty days opens to its orders, whose sum it is', async () => {
    const { days, today: now } = await home(world.shop.call);
    expect([days.length, days[0].date, days[29].date]).toEqual([30, today(-29), today()]);
    const { opens: _opens, ...last } = days[29];
    expect(now).toEqual({ ...last, last_week: expect.objectContaining({ date: today(-7), orders: 0 }) });
    for (const { net_sales, orders, opens } of [days[29], days[0]]) {
      const { meta, total } = expectOk(await world.shop.call('GET', opens.path, opens.query)).body;
      expect([total, meta.pagination.total]).toEqual([net_sales, orders]);
    }
    expect(now.net_sales).toBeGreaterThan(0);
    expect(now.gross_profit).toBe(now.net_sales - now.items * 40_000);
  });

  test('the same weekday of last week stands beside today', async () => {
    await place({ order_date: today(-7) });
    const { today: now, days } = await home(world.shop.call);
    const { opens: _opens, ...week_ago } = days[22];
    expect(now.last_week).toEqual(week_ago);
    expect(now.last_week.orders).toBe(1);
  });

  test('profit is for those who see what goods cost, and sales for those who read reports', async () => {
    const { today: now, days } = await home(admin.call);
    expect([now.gross_profit, now.last_week.gross_profit, days[29].gross_profit]).toEqual([null, null, null]);
    expect(now.net_sales).toBeGreaterThan(0);
    expect(await home(worker.call)).toMatchObject({ today: null, days: null });
  });
});

test('home is six statements, whatever there is, and for who works in a warehouse two', async () => {
  expect(await countStatements(app, () => home(world.shop.call))).toBe(6);
  expect(await countStatements(app, () => home(worker.call))).toBe(2);
});
