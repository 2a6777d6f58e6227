import { beforeAll, describe, expect, test } from 'vitest';
import { orderScene } from '../../../../test/order-scene.ts';
import { addWarehouse, hire, layIn, type Staff } from '../../../../test/staff.ts';
import { addCustomer, expectOk, orderOf, today } from '../../../../test/stall.ts';
import { diagnose } from '../../../doctor.ts';
import { storeTallies } from '../../../../test/order-tallies.ts';

/* oxlint-disable typescript/no-explicit-any -- bodies of answers are looked into freely */

const scene = orderScene();

/** SAP does not ask why a pickup is cancelled. */
const SAP = { id: 349, rate: 10_000 };
const PICKUP_AT_SHOP = { id: 98, rate: 0 };

let paid: number;
let cod: number;
let unpaid: number;
let dropship: number;
let distant: number;
let keeper: Staff;
let branch_id: number;

const get = (input: object = {}) => scene.shop.call('GET', '/api/open/shipping', input);
const post = (path: string, body: object = {}) => scene.shop.call('POST', `/api/open/shipping/${path}`, body);
const remove = (id: number) => scene.shop.call('DELETE', `/api/open/shipping/remove/${id}`);
const request = (...pickup_request: object[]) => post('pickup-request', { pickup_request });
const idsOf = async (input: object = {}) =>
  expectOk(await get(input)).body.data.map(({ order_id }: any) => order_id);
const say = (id: number, status: string) =>
  scene.shop.call('PATCH', '/api/open/order/shipping-status', { id, status });
const inFull = () => ({ payment: { status: 'PAID', date: today(), bank_id: scene.stall.bank_id } });
const placePaid = (change: object = {}) =>
  scene.place(scene.stall, 1, { ...inFull(), expedition: SAP, ...change });

/** Lets the courier collect an order. */
async function collected(id: number): Promise<number> {
  const { pool } = scene.app.database;
  await pool.query('update orders set is_cod = true where id = $1', [id]);
  await pool.query(`update shipments set is_cod = true, list_status = 'READY_TO_SHIP' where order_id = $1`, [
    id,
  ]);
  await storeTallies(pool, scene.shop.shop_id);
  return id;
}

const shipmentRow = async (order_id: number) =>
  (await scene.app.database.pool.query('select * from shipments where order_id = $1', [order_id])).rows[0];

beforeAll(async () => {
  const { app, shop, stall } = scene;
  paid = await placePaid({ awb_number: 'jp-0001', expedition: { id: 1, rate: 10_000 } });
  cod = await collected(await scene.place(stall, 1, { expedition: SAP }));
  unpaid = await scene.place(stall);
  const customer_sender_id = await addCustomer(shop, 'D', 'Dewi Dropship', '0812-7777-8888');
  dropship = await placePaid({ customer_sender_id });
  branch_id = await addWarehouse(shop, stall.supplier_id, 'Cabang');
  const [variation_id = 0] = stall.variation_ids;
  await layIn(shop, variation_id, branch_id, 20);
  const products = [{ id: variation_id, qty: 1, product_status: 'S', warehouse_id: branch_id }];
  distant = expectOk(
    await scene.send(orderOf(stall, { ...inFull(), products, expedition: SAP, order_date: today(-40) })),
  ).body.data.order_id;
  keeper = await hire(app, shop, 'warehouse', [branch_id]);
});

async function soundness(): Promise<void> {
  const checks = await diagnose(scene.app.services.db);
  expect(checks.flatMap(({ differences }) => differences)).toEqual([]);
}

describe('the list', () => {
  test('lists what is paid or COD and ready to ship, of all time until today', async () => {
    const { body } = expectOk(await get());
    expect(body.data.map(({ order_id }: any) => order_id)).toEqual([dropship, cod, paid, distant]);
    expect(body.meta.pagination).toMatchObject({ total: 4, total_is_exact: true, per_page: 50 });
    expect(body).toMatchObject({ message: '', min_pickup: 0, min_drop_off: 0, is_cancel_requirement: true });
  });

  test('a parcel has its people, courier, service and what the courier collects', async () => {
    const { data } = expectOk(await get()).body;
    const of = (id: number) => data.find(({ order_id }: any) => order_id === id);
    expect(of(paid)).toEqual({
      order_id: paid,
      shipment: 1,
      order_date: today(),
      request_date: null,
      po_number: expect.any(Number),
      shipping_status: 'READY_TO_SHIP',
      printed: false,
      total: 110_000,
      supplier: {
        name: expect.stringContaining('Toko'),
        address: expect.any(String),
        location: expect.any(String),
        code: expect.any(String),
        phone: expect.any(String),
      },
      customer: {
        name: 'Siti',
        phone: '6281234567890',
        address: 'Jl. Melati 5',
        district: 'Tajinan',
        city: expect.stringContaining('Malang'),
        postal_code: '65172',
      },
      expedition: {
        logistic_name: 'JNE',
        rate_name: 'REG',
        is_cod: false,
        cod_amount: 0,
        awb_number: 'jp-0001',
      },
      service: { pickup: true, drop_off: true },
      dropship: [],
    });
    expect(of(cod).expedition).toMatchObject({ is_cod: true, cod_amount: 110_000 });
    expect(of(dropship).dropship).toEqual([{ name: 'Dewi Dropship', phone: '6281277778888' }]);
  });

  test.each([
    ['cod_status', { cod_status: 'cod' }, () => [cod]],
    ['no COD', { cod_status: 'Non_Cod' }, () => [dropship, paid, distant]],
    ['courier by code', { courier: 'sap' }, () => [dropship, cod, distant]],
    ['courier by name', { courier: 'JNE' }, () => [paid]],
    ['unknown courier', { courier: 'pos malaysia' }, () => []],
    ['start date', { start_date: today(-1) }, () => [dropship, cod, paid]],
    ['end date', { end_date: today(-30) }, () => [distant]],
    ['status', { status: 'delivered' }, () => []],
    ['customer name', { type: 'customer_name', keyword: 'dewi' }, () => [dropship]],
    ['any text', { keyword: 'DEWI' }, () => [dropship]],
    ['AWB beginning', { type: 'AWB_NUMBER', keyword: 'JP-00' }, () => [paid]],
    ['AWB part that is no beginning', { type: 'AWB_NUMBER', keyword: '0001' }, () => []],
    ['AWB sign that is no pattern', { type: 'AWB_NUMBER', keyword: 'J%' }, () => []],
    ['AWB without type', { keyword: 'jp-0001' }, () => [paid]],
  ])('filters by %s', async (_, input, expected) => {
    expect(await idsOf(input)).toEqual(expected());
    const { text } = await scene.shop.call('GET', '/api/open/shipping/download', input);
    expect(text.slice(0, 2)).toBe('PK');
  });

  test('an order is found by its ID and its PO number, whatever its date', async () => {
    const [row] = expectOk(await get({ type: 'ORDER_ID', keyword: String(distant) })).body.data;
    expect(row.order_id).toBe(distant);
    expect(await idsOf({ type: 'ORDER_ID', keyword: String(row.po_number) })).toContain(distant);
    expect(await idsOf({ type: 'ORDER_ID', keyword: 'bukan nomor' })).toEqual([]);
  });

  test('suppliers filter', async () => {
    expect(await idsOf({ supplier_id: scene.stall.supplier_id })).toHaveLength(4);
    expect(await idsOf({ supplier_id: 999_999 })).toEqual([]);
  });

  test('pages and cursors lead through all parcels, each once', async () => {
    for (const first of ['per_page=1', 'per_page=3']) {
      const seen: number[] = [];
      let path: string | undefined = `/api/open/shipping?${first}`;
      while (path !== undefined) {
        const { body }: any = expectOk(await scene.shop.call('GET', path));
        seen.push(...body.data.map(({ order_id }: any) => order_id));
        path = body.meta.pagination.links.next?.replace('http://ngorder.test', '');
      }
      expect(seen).toEqual([dropship, cod, paid, distant]);
    }
    const first = expectOk(await get({ per_page: '2' })).body.meta.pagination;
    expect(await idsOf({ per_page: '2', cursor: first.next_cursor })).toEqual([paid, distant]);
  });

  test('who works in a warehouse sees and ships its parcels alone', async () => {
    const { body } = expectOk(await keeper.call('GET', '/api/open/shipping'));
    expect(body.data.map(({ order_id }: any) => order_id)).toEqual([distant]);
    expect(body.meta.pagination.total).toBe(1);
    const refused = await keeper.call('POST', '/api/open/shipping/pickup-request', {
      pickup_request: [{ id: paid }],
    });
    expect([refused.status, refused.body.code]).toEqual([404, 'not_found']);
  });

  test('a page takes a fixed number of statements', async () => {
    const { statements } = scene.app.database;
    // What others do at the same time is counted too, now and then.
    const counted = async (input: object) => {
      const counts: number[] = [];
      for (let time = 0; time < 5; time += 1) {
        const before = statements.sent;
        await get(input);
        counts.push(statements.sent - before);
      }
      return Math.min(...counts);
    };
    const one = await counted({ per_page: '1' });
    expect(await counted({ per_page: '50' })).toBe(one);
  });
});

describe('pickup', () => {
  test('is requested for many orders, and each that is refused says why', async () => {
    const ready = await placePaid();
    const dropped = await placePaid();
    const at_shop = await placePaid({ expedition: PICKUP_AT_SHOP });
    const { status, body } = await request(
      { id: ready },
      { id: dropped, service: 'drop_off' },
      { id: unpaid },
      { id: at_shop },
      { id: 999_999_999 },
    );
    expect(status).toBe(200);
    expect(body).toMatchObject({
      response: 'sukses',
      message: '2 packages processed PICKREQ',
      success_data: [ready, dropped],
      status: 'PICKUP_REQUEST',
    });
    expect(body.failed_data.map(({ id, code }: any) => [id, code])).toEqual([
      [unpaid, 'parcel_not_paid'],
      [at_shop, 'parcel_without_courier'],
      [999_999_999, 'parcel_not_found'],
    ]);
    const [row] = expectOk(await get({ status: 'PICKUP_REQUEST' })).body.data;
    expect(row).toMatchObject({ order_id: ready, request_date: expect.stringContaining(today()) });
    expect(await idsOf({ status: 'DROPOFF' })).toEqual([dropped]);
    await soundness();
  });

  test('answers an error where nothing could be requested, with the reason of each', async () => {
    const { status, body } = await request({ id: unpaid }, { id: unpaid, shipment: 2 });
    expect(status).toBe(422);
    expect(Object.keys(body.message)).toContain('pickup_request.0');
  });

  test('where nothing could be requested, each order has its reason under its key, with its number', async () => {
    const canceled = await placePaid();
    expectOk(await scene.shop.call('POST', '/api/open/order/cancel', { id: canceled }));
    const at_shop = await placePaid({ expedition: PICKUP_AT_SHOP });
    const wanted = [unpaid, canceled, 999_999_999, at_shop, canceled];
    const { status, body } = await request(...wanted.map((id) => ({ id })), { id: unpaid, shipment: 9 });
    expect(status).toBe(422);
    expect(Object.keys(body.message)).toEqual([0, 1, 2, 3, 4, 5].map((index) => `pickup_request.${index}`));
    for (const [index, id] of wanted.entries()) {
      const reasons = body.message[`pickup_request.${index}`];
      expect(reasons).toHaveLength(1);
      const named = id === 999_999_999 ? id : (await scene.detail(id)).po_number;
      expect(reasons[0]).toContain(` ${named} `);
    }
    expect(body.message['pickup_request.1'][0]).toContain('CANCELED');
    expect(body.message['pickup_request.2'][0]).toContain('no order');
    const single = await request({ id: 999_999_999 });
    expect([single.status, single.body.code]).toEqual([404, 'not_found']);
  });

  test('requested twice at once is requested once', async () => {
    const id = await placePaid();
    const answers = await Promise.all([request({ id }), request({ id }), request({ id })]);
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 422, 422]);
    expect(answers.filter(({ status }) => status === 422).map(({ body }) => body.code)).toEqual([
      'parcel_already_requested',
      'parcel_already_requested',
    ]);
  });

  test('requested anew, a parcel keeps the time of its first request until the request is cancelled', async () => {
    const id = await placePaid();
    const requestedAt = async () => (await shipmentRow(id)).requested_at.toISOString();
    expectOk(await request({ id }));
    const first = '2026-01-09T03:00:00.000Z';
    await scene.app.database.pool.query('update shipments set requested_at = $1 where order_id = $2', [
      first,
      id,
    ]);
    expect((await request({ id })).body.code).toBe('parcel_already_requested');
    expect(await requestedAt()).toBe(first);
    // The courier did not come.
    expectOk(await post('tracking', { order_id: id, status: 'UNPICK' }));
    expectOk(await request({ id, service: 'DROP_OFF' }));
    expect(await shipmentRow(id)).toMatchObject({ shipping_status: 'DROPOFF', service: 'DROP_OFF' });
    expect(await requestedAt()).toBe(first);
    expectOk(await post('cancel-pickup', { id }));
    expect((await shipmentRow(id)).requested_at).toBeNull();
    expectOk(await request({ id }));
    expect(await requestedAt()).not.toBe(first);
  });

  test('of more orders than the limit is refused whole', async () => {
    const { status } = await request(...Array.from({ length: 101 }, () => ({ id: paid })));
    expect(status).toBe(422);
  });

  test('is cancelled, for JNE with a reason that the history keeps', async () => {
    expectOk(await request({ id: paid }));
    const without = await post('cancel-pickup', { id: paid });
    expect([without.status, Object.keys(without.body.message)]).toEqual([422, ['reason']]);
    const answer = expectOk(await post('cancel-pickup', { id: paid, reason: 'Stok rusak' }));
    expect(answer.body).toMatchObject({
      response: 'Success',
      message: 'Pickreq canceled successfully!',
      data: paid,
    });
    const history = expectOk(await scene.shop.call('GET', '/api/open/order/history', { id: paid })).body.data;
    expect(JSON.stringify(history[0])).toContain('Stok rusak');
    expect((await post('cancel-pickup', { id: paid, reason: 'lagi' })).body.code).toBe('no_pickup_requested');
    const other = await placePaid();
    expectOk(await request({ id: other }));
    expectOk(await post('cancel-pickup', { id: other }));
    await soundness();
  });
});

describe('the way back', () => {
  test('a parcel that was sent out is resent', async () => {
    const id = await placePaid();
    expectOk(await say(id, 'ON PROCESS'));
    expect(await idsOf({ status: 'ON_PROCESS' })).toEqual([id]);
    expect(expectOk(await post(`resend/${id}`)).body).toMatchObject({
      response: 'Success',
      message: 'The package has been successfully returned to the menu ready to be shipped',
      data: { id: String(id) },
    });
    expect(await idsOf({ status: 'ON_PROCESS' })).toEqual([]);
    expect(await idsOf()).toContain(id);
    await soundness();
  });

  test('a parcel is removed from the list until it is resent, and not picked up meanwhile', async () => {
    const id = await placePaid();
    expect(expectOk(await remove(id)).body).toMatchObject({
      response: 'Success',
      message: 'Package removed successfully',
      data: { id: String(id) },
    });
    expect(await idsOf()).not.toContain(id);
    expect((await scene.detail(id)).order_progress_status).toBe('NO AWB');
    const refused = await post('pickup-request', { pickup_request: [{ id, service: 'PICKUP' }] });
    expect(refused.body.message['pickup_request.0'][0]).toMatch('was removed from the list');
    expectOk(await post(`resend/${id}`));
    expect(await idsOf()).toContain(id);
    await soundness();
  });

  test('a shipment that the order does not have is refused', async () => {
    expect((await post(`resend/${paid}`, { shipment: 2 })).status).toBe(404);
    expect((await remove(999_999_999)).status).toBe(404);
  });
});
