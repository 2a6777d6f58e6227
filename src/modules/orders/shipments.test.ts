import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { orderScene } from '../../../test/order-scene.ts';
import { addProduct, expectOk, orderOf, today, type Stall } from '../../../test/stall.ts';
import { diagnose } from '../../doctor.ts';
import { SHIPPING_STEPS, combinedStatus, type ShippingStatus } from './shipping-states.ts';

/* oxlint-disable typescript/no-explicit-any -- bodies of answers are looked into freely */

const scene = orderScene();
const { send, place, pay, detail, ownProduct } = scene;

/** Products of which some are in the main warehouse and some in another. */
let at: Stall;
let branch_id: number;

beforeAll(async () => {
  const { shop, stall } = scene;
  const branch = {
    warehouse: 'Cabang',
    supplier_id: stall.supplier_id,
    user_id: [shop.user_id],
    is_active: true,
  };
  branch_id = expectOk(await shop.call('POST', '/api/open/warehouse', branch)).body.data.id;
  at = {
    ...stall,
    ...(await addProduct(shop, {
      stocks: [0],
      product: { is_warehouse: '1' },
      variation: {
        warehouse_stock: [
          { warehouse_id: 0, stock: 50 },
          { warehouse_id: branch_id, stock: 50 },
        ],
      },
    })),
  };
});

/** An order with products of both warehouses. */
async function placeWide(change: object = {}): Promise<number> {
  const [id] = at.variation_ids;
  const products = [0, branch_id].map((warehouse_id) => ({ id, qty: 1, product_status: 'S', warehouse_id }));
  return expectOk(await send(orderOf(at, { products, ...change }))).body.data.order_id;
}

const post = (path: string, body: object) => scene.shop.call('POST', `/api/open/${path}`, body);
const split = (order_id: number) => post('shipping/split', { order_id });
const addAwb = (id: number, awb_number: string, shipment?: number) =>
  post('order/awb-number/add', { id, awb_number, shipment });
const say = (id: number, status: string, shipment?: number) =>
  scene.shop.call('PATCH', '/api/open/order/shipping-status', { id, status, shipment });
const shipmentsOf = async (order_id: number) =>
  (
    await scene.app.database.pool.query(
      `select number, warehouse_id, shipping_status, awb_number, list_status, left_at is not null as has_left,
         ended_at is not null as has_ended from shipments where shop_id = $1 and order_id = $2 order by number`,
      [scene.shop.shop_id, order_id],
    )
  ).rows;

async function soundness(): Promise<void> {
  const checks = await diagnose(scene.app.services.db);
  expect(checks.flatMap(({ differences }) => differences)).toEqual([]);
}

test('every order has one shipment, which is listed once it is paid and follows the order until it is deleted', async () => {
  const id = await place(await ownProduct(), 2, { awb_number: 'JP0001' });
  expect(await shipmentsOf(id)).toEqual([
    {
      number: 1,
      warehouse_id: null,
      shipping_status: null,
      awb_number: 'JP0001',
      list_status: null,
      has_left: false,
      has_ended: false,
    },
  ]);
  expectOk(await pay(id, 210_000, 'PAID'));
  expect(await shipmentsOf(id)).toMatchObject([{ list_status: 'READY_TO_SHIP' }]);
  expectOk(await say(id, 'ON PROCESS'));
  expect(await shipmentsOf(id)).toMatchObject([
    { list_status: 'ON_PROCESS', has_left: true, has_ended: false },
  ]);
  expectOk(await say(id, 'DELIVERED'));
  expect(await shipmentsOf(id)).toMatchObject([
    { list_status: 'DELIVERED', has_left: true, has_ended: true },
  ]);
  expectOk(await say(id, 'READY TO SHIP'));
  expect(await shipmentsOf(id)).toMatchObject([
    { list_status: 'READY_TO_SHIP', has_left: false, has_ended: false },
  ]);
  expectOk(await post('order/cancel', { id }));
  expect(await shipmentsOf(id)).toMatchObject([{ list_status: null }]);
  expectOk(await scene.shop.call('DELETE', `/api/open/order-cancel/${id}`));
  expect(await shipmentsOf(id)).toEqual([]);
  await soundness();
});

test('a parcel left and ended when that was said first, however often it is said again', async () => {
  const momentsOf = async (order_id: number) =>
    (
      await scene.app.database.pool.query(
        'select left_at, ended_at from shipments where shop_id = $1 and order_id = $2',
        [scene.shop.shop_id, order_id],
      )
    ).rows[0];
  const id = await place(await ownProduct(), 2);
  expectOk(await pay(id, 210_000, 'PAID'));
  expectOk(await say(id, 'ON PROCESS'));
  const { left_at } = await momentsOf(id);
  expect(left_at).not.toBeNull();
  expectOk(await say(id, 'ON PROCESS'));
  expectOk(await say(id, 'DELIVERED'));
  const { ended_at } = await momentsOf(id);
  expectOk(await say(id, 'DELIVERED'));
  expect(await momentsOf(id)).toEqual({ left_at, ended_at });
  // It was not delivered after all: it is on its way since it left.
  expectOk(await say(id, 'ON PROCESS'));
  expect(await momentsOf(id)).toEqual({ left_at, ended_at: null });
});

test('an order of two warehouses is split into shipments with their own AWB numbers and statuses', async () => {
  const id = await placeWide();
  expect(expectOk(await split(id)).body.data.shipments).toEqual([
    { number: 1, warehouse_id: 0 },
    { number: 2, warehouse_id: branch_id },
  ]);
  expectOk(await addAwb(id, 'SATU'));
  expectOk(await addAwb(id, 'DUA', 2));
  expect((await detail(id)).awb_number).toBe('SATU, DUA');
  const found = await scene.shop.call('GET', '/api/open/order', { keyword: 'DUA', type: 'AWB_NUMBER' });
  expect(found.body.data.map((order: any) => order.order_id)).toEqual([id]);
  expectOk(await say(id, 'ON PROCESS', 2));
  expect((await detail(id)).order_progress_status).toBe('UNPAID');
  expect((await post('order/cancel', { id })).body.code).toBe('order_with_courier');
  expectOk(await say(id, 'DELIVERED', 2));
  expect(await shipmentsOf(id)).toMatchObject([
    { shipping_status: null, awb_number: 'SATU' },
    { shipping_status: 'DELIVERED', awb_number: 'DUA' },
  ]);
  expect((await detail(id)).order_progress_status).not.toBe('DELIVERED');
  expectOk(await say(id, 'DELIVERED'));
  expect((await detail(id)).order_progress_status).toBe('DELIVERED');
  expect((await say(id, 'DELIVERED', 3)).status).toBe(404);
  await soundness();
});

test('each shipment of an order is promised by its own way, from the supplier of its warehouse', async () => {
  const tariff = { service_id: 57, first_kg: 8_000, next_kg: 8_000, min_days: 1 };
  const rows = [
    { ...tariff, zone: 'CITY', max_days: 1 },
    { ...tariff, zone: 'ISLAND', max_days: 4 },
  ];
  expectOk(await scene.shop.call('PUT', '/api/open/setting/courier/tariff', { rows }));
  const there = { name: 'Malang', phone: '0341-777-000', address: 'Jl. Semeru 1', district_id: 350715 };
  const { supplier_id } = expectOk(await post('supplier/create', there)).body.data;
  await scene.app.database.pool.query(
    'update suppliers set district_code = 317101 where shop_id = $1 and id <> $2',
    [scene.shop.shop_id, supplier_id],
  );
  await scene.app.database.pool.query(
    'update warehouses set supplier_id = $1 where shop_id = $2 and id = $3',
    [supplier_id, scene.shop.shop_id, branch_id],
  );
  const id = await placeWide({
    expedition: { id: 57, rate: 10_000 },
    payment: { status: 'PAID', date: today(), bank_id: at.bank_id },
  });
  expectOk(await split(id));
  expectOk(await say(id, 'ON PROCESS'));
  const { rows: promised } = await scene.app.database.pool.query(
    'select promised_days from shipments where shop_id = $1 and order_id = $2 order by number',
    [scene.shop.shop_id, id],
  );
  expect(promised.map(({ promised_days }) => promised_days)).toEqual([4, 1]);
});

test('merged shipments are one again, and what was started is neither split nor merged', async () => {
  const id = await placeWide();
  expectOk(await split(id));
  expect(expectOk(await post('shipping/merge', { order_id: id })).body.data.shipments).toEqual([
    { number: 1, warehouse_id: null },
  ]);
  expectOk(await addAwb(id, 'JP9'));
  expect((await split(id)).body.code).toBe('shipment_started');
  const single = await place(await ownProduct());
  expect((await split(single)).body.code).toBe('order_in_one_warehouse');
  await soundness();
});

test('products and AWB number of an order with several shipments are not edited as if there were one', async () => {
  const id = await placeWide();
  expectOk(await split(id));
  const edit = (change: object) =>
    scene.shop.call('PATCH', '/api/open/order', {
      ...orderOf(at, {
        products: [{ id: at.variation_ids[0], qty: 1, product_status: 'S', warehouse_id: 0 }],
      }),
      order_id: id,
      ...change,
    });
  const refused = await edit({ awb_number: 'BARU' });
  expect([refused.status, refused.body.code]).toEqual([422, 'order_split']);
  // The courier collects with one parcel.
  const whole = {
    products: [0, branch_id].map((warehouse_id) => ({
      id: at.variation_ids[0],
      qty: 1,
      product_status: 'S',
      warehouse_id,
    })),
  };
  const to_cod = await edit({ ...whole, is_cod: true });
  expect([to_cod.status, to_cod.body.code, Object.keys(to_cod.body.message)]).toEqual([
    422,
    'cod_order_not_split',
    ['is_cod'],
  ]);
  expect(await detail(id)).toMatchObject({ is_cod: false });
  expectOk(await post('shipping/merge', { order_id: id }));
  expectOk(await edit({ ...whole, is_cod: true }));
  expect((await split(id)).body.code).toBe('cod_order_not_split');
  await soundness();
});

test('two people who split an order at once leave two shipments', async () => {
  for (let round = 0; round < 5; round += 1) {
    const id = await placeWide();
    await Promise.all([split(id), split(id), addAwb(id, 'X1')]);
    expect([1, 2]).toContain((await shipmentsOf(id)).length);
  }
  await soundness();
});

const statuses = fc.array(
  fc.constantFrom(
    ...(Object.keys(SHIPPING_STEPS).filter((status) => status !== 'NOT_SAID') as ShippingStatus[]),
    null,
  ),
  { minLength: 1, maxLength: 5 },
);

test('an order is delivered only when all of its shipments have ended, and has left when one has', () => {
  const left = new Set<ShippingStatus | null>([
    'DROPOFF',
    'ON_PROCESS',
    'DELIVERED',
    'LOST',
    'SHIPMENT_PROBLEM',
  ]);
  fc.assert(
    fc.property(statuses, (all) => {
      const combined = combinedStatus(all);
      const have_ended = all.every((status) => status === 'DELIVERED' || status === 'RETURNED');
      expect(combined !== 'DELIVERED' || have_ended).toBe(true);
      expect(combined === 'RETURNED' || left.has(combined)).toBe(
        all.every((status) => status === 'RETURNED') || all.some((status) => left.has(status)),
      );
      expect(new Set(all).size > 1 || combined === all[0]).toBe(true);
    }),
  );
});

test('an order that gets another date and courier is listed by these', async () => {
  const at_own = await ownProduct();
  const id = await place(at_own);
  const changed = { order_date: today(-1), expedition: { id: 349, rate: 10_000 } };
  const body = orderOf(at_own, { products: scene.lines(at_own, 2, { flag: 'EDIT' }), ...changed });
  expectOk(await scene.shop.call('PATCH', '/api/open/order', { ...body, order_id: id }));
  const { rows } = await scene.app.database.pool.query(
    'select order_date::text, courier_id from shipments where order_id = $1',
    [id],
  );
  expect(rows).toEqual([{ order_date: today(-1), courier_id: 10 }]);
  await soundness();
});
