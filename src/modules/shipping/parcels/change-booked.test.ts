import { beforeAll, expect, test } from 'vitest';
import { bookingScene } from '../../../../test/integrations/booking-scene.ts';
import { report } from '../../../../test/integrations/courier-vendors.ts';
import { addCustomer, expectOk, orderOf, today, type Stall } from '../../../../test/stall.ts';

/* oxlint-disable typescript/no-explicit-any -- bodies of answers are looked into freely */

const scene = bookingScene('biteship');
const { shipment, bookings, standing, work } = scene;

const JNE_REG = { id: 1, rate: 10_000 };
const JT_EZ = { id: 57, rate: 10_000 };

let other_id: number;

beforeAll(async () => {
  await scene.connect();
  other_id = await addCustomer(scene.shop, 'N', 'Orang Baru', '0812-9999-0000');
});

const post = (path: string, body: object) => scene.shop.call('POST', `/api/open/shipping/${path}`, body);
const request = (id: number) => post('pickup-request', { pickup_request: [{ id }] });
const cancel = (id: number) => post('cancel-pickup', { id, reason: 'Salah alamat' });
const resend = (id: number) => post(`resend/${id}`, {});
const remove = (id: number) => scene.shop.call('DELETE', `/api/open/shipping/remove/${id}`);
const say = (id: number, status: string) =>
  scene.shop.call('PATCH', '/api/open/order/shipping-status', { id, status });

/** An order of two pieces, paid unless it is said otherwise. */
async function placed(change: object = {}): Promise<{ id: number; at: Stall }> {
  const at = await scene.ownProduct();
  const payment = { status: 'PAID', date: today(), bank_id: at.bank_id };
  return { id: await scene.place(at, 2, { expedition: JNE_REG, payment, ...change }), at };
}

async function booked(change: object = {}) {
  const { id, at } = await placed(change);
  expectOk(await request(id));
  await work();
  expect(standing()).toHaveLength(1);
  const { awb_number } = await shipment(id);
  expect(awb_number).not.toBeNull();
  return { id, at, awb_number, order: standing()[0] as ReturnType<typeof standing>[number] };
}

function edit(id: number, at: Stall, change: object = {}) {
  const payment = { status: 'PAID', date: today(), bank_id: at.bank_id };
  const products = scene.lines(at, 2);
  const {
    order_date: _date,
    is_print: _print,
    ...body
  } = orderOf(at, {
    products,
    expedition: JNE_REG,
    payment,
    ...change,
  }) as any;
  return scene.shop.call('PATCH', '/api/open/order', { order_id: id, ...body });
}

async function collectedByCourier(id: number, order: ReturnType<typeof standing>[number]): Promise<void> {
  report('biteship', order, 'collected', new Date().toISOString());
  expectOk(await post(`tracking/${id}/refresh`, {}));
  expect((await shipment(id)).shipping_status).toBe('ON_PROCESS');
}

const UNPAID = { payment: { status: 'UNPAID' } };
const CHANGES: [what: string, field: string, change: (at: Stall) => object][] = [
  ['courier service', 'expedition', () => ({ expedition: JT_EZ })],
  ['receiver', 'customer_receiver_id', () => ({ customer_receiver_id: other_id })],
  ['sender', 'customer_sender_id', () => ({ customer_sender_id: other_id })],
  ['quantity', 'products', (at) => ({ products: scene.lines(at, 3) })],
  ['products', 'products', () => ({ products: scene.lines(scene.stall, 2) })],
  [
    'insurance',
    'order_cost',
    () => ({ order_cost: [{ name: 'Asuransi', category: 'INSURANCE', type: 'NOMINAL', nominal: 1_000 }] }),
  ],
];

test.each(CHANGES)('of a booked parcel the %s stays as the vendor was told', async (_, field, change) => {
  const { id, at, awb_number } = await booked();
  const before = await scene.detail(id);
  const refused = await edit(id, at, { ...UNPAID, ...change(at) });
  expect([refused.status, refused.body.code, Object.keys(refused.body.message)]).toEqual([
    422,
    'parcel_booked',
    expect.arrayContaining([field]),
  ]);
  expect(JSON.stringify(refused.body.message)).toContain('Biteship');
  expect(await scene.detail(id)).toEqual(before);
  expect((await shipment(id)).awb_number).toBe(awb_number);
  expectOk(await cancel(id));
  expect((await edit(id, at, { ...UNPAID, ...change(at) })).body.code).toBe('parcel_booked');
  await work();
  expectOk(await edit(id, at, { ...UNPAID, ...change(at) }));
});

test('what the vendor was not told of a booked parcel is changed', async () => {
  const { id, at } = await booked();
  expectOk(await edit(id, at, { note: 'Pelanggan lama' }));
  expectOk(await edit(id, at, { ...UNPAID, expedition: { ...JNE_REG, rate: 12_000 } }));
  expectOk(await scene.pay(id, 2_000, 'PAID'));
  expect(await scene.detail(id)).toMatchObject({ note: 'Pelanggan lama', payment_status: 'PAID' });
});

test('a parcel that waits for the vendor is not edited; one that the vendor has refused is', async () => {
  const { id, at } = await placed();
  const change = { ...UNPAID, customer_receiver_id: other_id };
  scene.loopback.behave(({ path }) => (path === '/v1/orders' ? { status: 503 } : undefined));
  expectOk(await request(id));
  expect((await edit(id, at, change)).body.code).toBe('parcel_booked');
  scene.loopback.behave(({ path }) => (path === '/v1/orders' ? { status: 400 } : undefined));
  await work();
  expect((await bookings(id)).map(({ state }) => state)).toEqual(['FAILED']);
  expectOk(await edit(id, at, change));
  scene.loopback.behave(() => undefined);
  expectOk(await scene.retry((await bookings(id))[0].id));
  await work();
  expect(JSON.stringify(standing()[0]?.request)).toContain('Orang Baru');
});

test('a parcel that the vendor may have booked, but refuses now, is edited once its pickup is cancelled', async () => {
  const { id, at } = await placed();
  const change = { ...UNPAID, customer_receiver_id: other_id };
  for (const status of [503, 400]) {
    // A field of it is wrong, as the vendor has documented.
    const body = { success: false, error: 'The destination is not valid', code: 40_002_004 };
    scene.loopback.behave(({ path }) => (path === '/v1/orders' ? { status, body } : undefined));
    if (status === 503) expectOk(await request(id));
    await work();
    expect((await edit(id, at, change)).body.code).toBe('parcel_booked');
  }
  expect((await bookings(id)).map(({ state }) => state)).toEqual(['FAILED']);
  expectOk(await cancel(id));
  await work();
  expect((await bookings(id)).map(({ state }) => state)).toEqual(['CANCELED']);
  expectOk(await edit(id, at, change));
});

test('what the courier is to collect for a booked COD order stays as the vendor was told', async () => {
  const { id, at } = await booked({ is_cod: true, payment: { status: 'UNPAID' } });
  const refused = await edit(id, at, { ...UNPAID, expedition: { ...JNE_REG, rate: 12_000 } });
  expect([refused.body.code, Object.keys(refused.body.message)]).toEqual(['parcel_booked', ['is_cod']]);
  expect((await edit(id, at, { ...UNPAID, is_cod: false })).body.code).toBe('parcel_booked');
  expect((await scene.pay(id, 1_000)).body.code).toBe('parcel_booked');
  expectOk(await edit(id, at, { ...UNPAID, note: 'Titip satpam' }));
  expectOk(await cancel(id));
  await work();
  expectOk(await scene.pay(id, 1_000));
});

test('of an edit and a pickup request at once, the vendor has the parcel as the order has it', async () => {
  for (let round = 0; round < 4; round += 1) {
    const { id, at } = await placed();
    const change = { ...UNPAID, customer_receiver_id: other_id };
    const [edited, requested] = await Promise.all([edit(id, at, change), request(id)]);
    expect([requested.status, [200, 422].includes(edited.status)]).toEqual([200, true]);
    await work();
    const told = JSON.stringify(standing()[0]?.request);
    expect(told.includes('Orang Baru')).toBe(edited.status === 200);
    expectOk(await cancel(id));
    await work();
  }
});

test('a booked parcel that is resent is canceled with the vendor, and booked anew under another AWB number', async () => {
  const { id, awb_number } = await booked();
  expect(expectOk(await resend(id)).body).toMatchObject({
    response: 'Success',
    message:
      'Biteship is asked to cancel its booking first. The package returns to the menu ready to be shipped once Biteship confirms',
    data: { id: String(id) },
  });
  // Until the vendor has canceled it, it is booked.
  expect(await shipment(id)).toEqual({ shipping_status: 'PICKUP_REQUEST', awb_number });
  await work();
  expect(standing()).toEqual([]);
  expect(await shipment(id)).toEqual({ shipping_status: 'READY_TO_SHIP', awb_number: null });
  expect(expectOk(await request(id)).body.waiting_data).toEqual([id]);
  await work();
  expect(standing()).toHaveLength(1);
  const after = await shipment(id);
  expect(after.awb_number).toBe(standing()[0]?.awb);
  expect(after.awb_number).not.toBe(awb_number);
});

test('a booked parcel that staff have set to ON PROCESS by mistake is canceled with the vendor when it is resent', async () => {
  const { id } = await booked();
  expectOk(await say(id, 'ON PROCESS'));
  expectOk(await resend(id));
  await work();
  expect(standing()).toEqual([]);
  expect(await shipment(id)).toEqual({ shipping_status: 'READY_TO_SHIP', awb_number: null });
  expect((await bookings(id)).map(({ state }) => state)).toEqual(['CANCELED']);
});

test('a booked parcel is neither set to READY TO SHIP nor removed from the list before its pickup is cancelled', async () => {
  const { id, awb_number } = await booked();
  for (const refused of [await say(id, 'READY TO SHIP'), await remove(id)]) {
    expect([refused.status, refused.body.code]).toEqual([422, 'parcel_booked']);
    expect(JSON.stringify(refused.body.message)).toContain('Biteship');
  }
  expect(await shipment(id)).toEqual({ shipping_status: 'PICKUP_REQUEST', awb_number });
  expectOk(await cancel(id));
  expect((await say(id, 'READY TO SHIP')).body.code).toBe('parcel_booked');
  await work();
  expectOk(await say(id, 'READY TO SHIP'));
  expectOk(await remove(id));
});

test('a delivered parcel is removed from the list, whoever booked it', async () => {
  const { id } = await booked();
  expectOk(await say(id, 'DELIVERED'));
  expectOk(await remove(id));
  expect(standing()).toHaveLength(1);
});

test.each(['collected', 'delivered'] as const)(
  'a parcel that the courier has %s is not resent, and keeps its AWB number and booking',
  async (what) => {
    const { id, awb_number, order } = await booked();
    await collectedByCourier(id, order);
    if (what === 'delivered') {
      report('biteship', order, what, new Date().toISOString());
      expectOk(await post(`tracking/${id}/refresh`, {}));
    }
    const before = await shipment(id);
    const refused = await resend(id);
    expect([refused.status, refused.body.code, Object.keys(refused.body.message)]).toEqual([
      422,
      'parcel_with_courier',
      ['order_id'],
    ]);
    expect(await shipment(id)).toEqual(before);
    expect(before.awb_number).toBe(awb_number);
    expect((await bookings(id)).map(({ state }) => state)).toEqual(['BOOKED']);
  },
);

test('a pickup that waits for the vendor is not counted as processed', async () => {
  const booked_by_vendor = [(await placed()).id, (await placed()).id];
  const by_hand = (await placed({ awb_number: `LAIN-${Date.now()}` })).id;
  const pickup_request = [...booked_by_vendor, by_hand].map((id) => ({ id }));
  const { body } = expectOk(await post('pickup-request', { pickup_request }));
  expect(body).toMatchObject({
    message: '1 packages processed PICKREQ, 2 waiting for the vendor',
    success_data: [...booked_by_vendor, by_hand],
    waiting_data: booked_by_vendor,
  });
});
