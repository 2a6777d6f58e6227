import { beforeAll, expect, test } from 'vitest';
import { orderScene } from '../../../../test/order-scene.ts';
import { returnScene } from '../../../../test/return-scene.ts';
import { hire } from '../../../../test/staff.ts';
import { expectOk, today, type Stall } from '../../../../test/stall.ts';

/* oxlint-disable typescript/no-explicit-any -- bodies of answers are looked into freely */

const scene = orderScene();
const { call, announce, receive, settle, data, report, placeSent } = returnScene(scene);
let shoes: Stall;
let shirts: Stall;
const orders: Record<string, number> = {};

const perform = async (group_by: string, change: object = {}) =>
  expectOk(await call('GET', 'shipping/performance', { group_by, ...change })).body;
const parcelsOf = async (group_by: string, figure: string, change: object = {}) =>
  expectOk(await call('GET', 'shipping/performance/parcels', { group_by, figure, ...change })).body.data.map(
    ({ order_id }: any) => order_id,
  );

/** Sets when a parcel left and arrived, in days before today. */
const travelled = (id: number, left: number, ended: number | null) =>
  scene.app.database.pool.query(
    `update shipments set left_at = now() - make_interval(days => $3),
       ended_at = case when $4::int is null then null else now() - make_interval(days => $4) end
     where shop_id = $1 and order_id = $2`,
    [scene.shop.shop_id, id, left, ended],
  );

beforeAll(async () => {
  shoes = await scene.ownProduct(50);
  shirts = await scene.ownProduct(50);
  const sap = { expedition: { id: 349, rate: 10_000, name: 'SAP', auto_pickup: false } };
  for (const [name, at, change] of [
    ['quick', shoes, {}],
    ['slow', shoes, {}],
    ['coming', shoes, {}],
    ['back', shirts, sap],
    ['gone', shirts, sap],
  ] as const)
    orders[name] = await placeSent(at, 1, change);
  await scene.place(shoes, 1);
  for (const name of ['quick', 'slow']) await report(orders[name] ?? 0, 'DELIVERED');
  await travelled(orders['quick'] ?? 0, 5, 4);
  await travelled(orders['slow'] ?? 0, 20, 0);
  const { id } = await data(announce(orders['back'] ?? 0));
  expectOk(await receive(id));
  expectOk(await settle(id, { return_fee: 5_000 }));
  await report(orders['gone'] ?? 0, 'LOST');
});

test('parcels are counted by courier: what became of them, how fast, and what returns cost', async () => {
  const { data: rows, total, meta } = await perform('courier');
  expect(rows).toMatchObject([
    {
      id: 1,
      name: 'JNE',
      sent: 3,
      delivered: 2,
      on_the_way: 1,
      returned: 0,
      return_rate: 0,
      on_time: 1,
      late: 1,
      on_time_rate: 50,
      average_days: 10.5,
      cost_of_returns: 0,
    },
    {
      id: 10,
      sent: 2,
      returned: 1,
      lost: 1,
      return_rate: 50,
      lost_rate: 50,
      on_time_rate: null,
      cost_of_returns: 15_000,
    },
  ]);
  expect(total).toMatchObject({
    sent: 5,
    delivered: 2,
    returned: 1,
    lost: 1,
    cost_of_returns: 15_000,
    return_rate: 20,
  });
  expect(meta.pagination.total).toBe(2);
});

test('groups are products, customers, users and provinces as well, and come in pages', async () => {
  const products = await perform('product');
  expect(products.data.map((row: any) => [row.id, row.sent])).toEqual([
    [shoes.product_id, 3],
    [shirts.product_id, 2],
  ]);
  expect((await perform('customer')).data).toMatchObject([
    { id: scene.stall.customer_id, name: 'Siti', sent: 5 },
  ]);
  expect((await perform('user')).data).toMatchObject([{ id: scene.shop.user_id, sent: 5 }]);
  expect((await perform('province')).data).toMatchObject([
    { id: 35, name: expect.stringMatching(/jawa timur/i), sent: 5 },
  ]);
  const second = await perform('courier', { per_page: '1', pagination_offset: '2' });
  expect(second.data).toMatchObject([{ id: 10 }]);
  expect(second.total.sent).toBe(5);
});

test('a period counts the parcels that left in it, by the days of the shop', async () => {
  expect((await perform('courier', { courier: 'jne', end_date: today(-10) })).total).toMatchObject({
    sent: 1,
    late: 1,
  });
  expect((await perform('courier', { start_date: today(-6), end_date: today(-4) })).total.sent).toBe(1);
  const long = await call('GET', 'shipping/performance', { group_by: 'courier', start_date: today(-100) });
  expect([long.status, long.body.code]).toEqual([422, 'performance_period_long']);
});

test('each figure opens to its parcels', async () => {
  const { quick, slow, coming, back, gone } = orders;
  expect(await parcelsOf('courier', 'ON_TIME')).toEqual([quick]);
  expect(await parcelsOf('courier', 'LATE', { id: 1 })).toEqual([slow]);
  expect(await parcelsOf('courier', 'LATE', { id: 10 })).toEqual([]);
  expect(await parcelsOf('product', 'RETURNED', { id: shirts.product_id })).toEqual([back]);
  expect(await parcelsOf('province', 'LOST', { id: 35 })).toEqual([gone]);
  expect(await parcelsOf('user', 'ON_THE_WAY')).toEqual([coming]);
  expect(new Set(await parcelsOf('customer', 'SENT', { courier: 'JNE' }))).toEqual(
    new Set([quick, slow, coming]),
  );
});

test('a parcel is late by the days of the tariff when it left, where its service names none', async () => {
  const jnt = { expedition: { id: 57, rate: 10_000, name: 'J&T', auto_pickup: false } };
  const tariff = (max_days: number) =>
    call('PUT', 'setting/courier/tariff', {
      rows: [{ service_id: 57, city_id: 3507, first_kg: 8_000, next_kg: 8_000, min_days: 1, max_days }],
    });
  await scene.app.database.pool.query('update suppliers set district_code = 317101 where shop_id = $1', [
    scene.shop.shop_id,
  ]);
  expectOk(await tariff(2));
  const within = await placeSent(shoes, 1, jnt);
  const beyond = await placeSent(shoes, 1, jnt);
  expectOk(await tariff(9));
  for (const id of [within, beyond]) await report(id, 'DELIVERED');
  await travelled(within, 5, 3);
  await travelled(beyond, 5, 1);
  expect(await parcelsOf('courier', 'ON_TIME', { courier: 'jnt' })).toEqual([within]);
  expect(await parcelsOf('courier', 'LATE', { courier: 'jnt' })).toEqual([beyond]);
});

test('it is of the office, and costs are of the owner', async () => {
  const admin = await hire(scene.app, scene.shop, 'admin');
  const worker = await hire(scene.app, scene.shop, 'warehouse', [0]);
  const path = '/api/open/shipping/performance?group_by=courier';
  expect((await worker.call('GET', path)).status).toBe(403);
  const seen = expectOk(await admin.call('GET', path)).body;
  expect([seen.total.cost_of_returns, seen.data[1].cost_of_returns]).toEqual([null, null]);
});
