import { beforeAll, expect, test } from 'vitest';
import { readPdf } from '../../../../test/read-pdf.ts';
import { orderScene } from '../../../../test/order-scene.ts';
import { addWarehouse, hire, type Staff } from '../../../../test/staff.ts';
import { addProduct, expectOk, orderOf } from '../../../../test/stall.ts';

const scene = orderScene();
const { pay } = scene;
let branch_id: number;
let worker: Staff;
let order_id: number;
let variation_id: number;

beforeAll(async () => {
  const { shop, stall } = scene;
  branch_id = await addWarehouse(shop, stall.supplier_id, 'Cabang');
  worker = await hire(scene.app, shop, 'warehouse', [0]);
  const goods = await addProduct(shop, {
    stocks: [0],
    product: { is_warehouse: '1' },
    variation: { warehouse_stock: [0, branch_id].map((warehouse_id) => ({ warehouse_id, stock: 50 })) },
  });
  [variation_id = 0] = goods.variation_ids;
  const products = [0, branch_id].map((warehouse_id) => ({
    id: variation_id,
    qty: 1,
    product_status: 'S',
    warehouse_id,
  }));
  const placed = await shop.call('POST', '/api/open/order', orderOf({ ...stall, ...goods }, { products }));
  order_id = expectOk(placed).body.data.order_id;
  const { total_idr } = await row('select total_idr from orders where shop_id = $1 and id = $2');
  expectOk(await pay(order_id, Number(total_idr), 'PAID'));
  expectOk(await shop.call('POST', '/api/open/shipping/split', { order_id }));
});

async function row(text: string) {
  const { rows } = await scene.app.database.pool.query(text, [scene.shop.shop_id, order_id]);
  return rows[0];
}

/** All that people of a warehouse can do with one parcel. */
const actions = (shipment: number): [method: 'POST' | 'PATCH' | 'DELETE', path: string, input: object][] => [
  ['POST', 'shipping/scan', { code: `PO${row_po}/${order_id}/${shipment}` }],
  ['POST', 'order/awb-number/add', { id: order_id, shipment, awb_number: `JP85077168${shipment}` }],
  ['POST', 'shipping/pickup-request', { pickup_request: [{ id: order_id, shipment }] }],
  ['POST', 'shipping/cancel-pickup', { id: order_id, shipment, reason: 'Libur' }],
  ['PATCH', 'order/shipping-status', { id: order_id, shipment, status: 'ON PROCESS' }],
  ['POST', 'shipping/tracking', { order_id, shipment, status: 'ON_PROCESS' }],
];
let row_po: number;

test('who works in a warehouse handles the parcels that leave from there, and none of another', async () => {
  row_po = (await row('select po_number from orders where shop_id = $1 and id = $2')).po_number;
  const all =
    'select array_agg(s order by number) as parcels from shipments s where shop_id = $1 and order_id = $2';
  const before = await row(all);
  for (const [method, path, input] of actions(2)) {
    const answer = await worker.call(method, `/api/open/${path}`, input);
    expect([path, answer.status, answer.body.code]).toEqual([path, 422, 'shipment_of_other_warehouse']);
  }
  expect(await row(all)).toEqual(before);
  for (const [method, path, input] of actions(1))
    expectOk(await worker.call(method, `/api/open/${path}`, input));
});

test('papers of a split order are those of the parcels that leave from there', async () => {
  const prints = async () =>
    (
      await row(
        'select array_agg(label_prints order by number) as n from shipments where shop_id = $1 and order_id = $2',
      )
    ).n;
  const print = async (authorization: string, paper: string) => {
    const url = `/api/open/shipping/${paper}`;
    const payload = { order_ids: [order_id] };
    const { rawPayload } = await scene.app.app.inject({
      method: 'POST',
      url,
      headers: { authorization },
      payload,
    });
    return readPdf(rawPayload);
  };
  expect(await print(worker.authorization, 'label')).toHaveLength(1);
  expect(await prints()).toEqual([1, 0]);
  expect(await print(`Bearer ${scene.shop.token}`, 'label')).toHaveLength(2);
  expect(await prints()).toEqual([2, 1]);
  expect(await print(worker.authorization, 'packing-slip')).toHaveLength(1);
  const [manifest] = await print(worker.authorization, 'manifest');
  expect(manifest?.texts.map(({ text }) => text).join(' ')).toContain('1 paket');
});

test('a booking of a parcel that leaves from elsewhere is not tried again from here', async () => {
  const booking = `insert into courier_bookings (shop_id, order_id, shipment, vendor, state, key, collection, problem,
      user_id, created_at, updated_at)
    values ($1, $2, 2, 'biteship', 'FAILED', 'kunci-cabang', 'PICKUP', 'no_rate', ${scene.shop.user_id}, now(), now())
    returning id`;
  const { id } = await row(booking);
  const path = `/api/open/shipping/work/${id}/retry`;
  const refused = await worker.call('POST', path);
  expect([refused.status, refused.body.code]).toEqual([422, 'shipment_of_other_warehouse']);
  expect(await row('select state from courier_bookings where shop_id = $1 and order_id = $2')).toEqual({
    state: 'FAILED',
  });
  expectOk(await scene.shop.call('POST', path));
  await row('delete from courier_bookings where shop_id = $1 and order_id = $2');
});

test('a status that is set without naming a parcel is that of the parcels which the user handles', async () => {
  const change = { id: order_id, status: 'DELIVERED' };
  expectOk(await worker.call('PATCH', '/api/open/order/shipping-status', change));
  const { statuses } = await row(
    'select array_agg(shipping_status order by number) as statuses from shipments where shop_id = $1 and order_id = $2',
  );
  expect(statuses).toEqual(['DELIVERED', null]);
});

test('who handles none of the parcels changes none', async () => {
  const third = await addWarehouse(scene.shop, scene.stall.supplier_id, 'Ketiga');
  const elsewhere = await hire(scene.app, scene.shop, 'warehouse', [third]);
  const change = { id: order_id, status: 'READY TO SHIP' };
  expect((await elsewhere.call('PATCH', '/api/open/order/shipping-status', change)).status).toBe(404);
});

test('the parcels of an order say what was reported of each, and whether the user handles it', async () => {
  const input = { order_id, shipment: 1, status: 'SHIPMENT_PROBLEM', description: 'Alamat <b>tidak</b> ada' };
  expectOk(await scene.shop.call('POST', '/api/open/shipping/tracking', input));
  const read = async (who: Pick<Staff, 'call'>) =>
    expectOk(await who.call('GET', '/api/open/shipping/parcel', { order_id: String(order_id) })).body.data;
  const [first, second] = await read(scene.shop);
  expect(first).toMatchObject({ shipment: 1, warehouse: { id: 0 }, is_handled: true, cod_amount: 0 });
  expect(first.history.at(-1)).toMatchObject({ by: 'STAFF', description: 'Alamat <b>tidak</b> ada' });
  expect(second).toMatchObject({
    shipment: 2,
    warehouse: { id: branch_id, name: 'Cabang' },
    is_handled: true,
  });
  expect((await read(worker)).map((parcel: { is_handled: boolean }) => parcel.is_handled)).toEqual([
    true,
    false,
  ]);
  const stranger = await scene.app.openShop();
  const answer = await stranger.call('GET', '/api/open/shipping/parcel', { order_id: String(order_id) });
  expect(answer.status).toBe(404);
});
