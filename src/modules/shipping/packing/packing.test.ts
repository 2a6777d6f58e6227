import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { diagnose } from '../../../doctor.ts';
import { orderScene } from '../../../../test/order-scene.ts';
import { addProduct, expectOk, today } from '../../../../test/stall.ts';
import { addWarehouse, hire, layIn } from '../../../../test/staff.ts';
import { parcelCode } from '../parcel-code.ts';
import { storeTallies } from '../../../../test/order-tallies.ts';

/* oxlint-disable typescript/no-explicit-any -- bodies of answers are looked into freely */

const scene = orderScene({ stall: { stocks: [1_000_000, 1_000_000] } });
const names = { count: 0 };

/** A paid order of one variation, in pieces, and of another one. */
let order: { id: number; po_number: number; awb_number: string; skus: [string, string] };

async function place(first: number, second: number, change: object = {}): Promise<typeof order> {
  const variation_ids: number[] = [];
  for (const _ of [first, second]) {
    const made = await addProduct(scene.shop, {
      stocks: [100],
      product: { name: `Barang ${(names.count += 1)}` },
    });
    variation_ids.push(...made.variation_ids);
  }
  const [one, other] = variation_ids as [number, number];
  const awb_number = `JP${8_000_000_000 + names.count}`;
  const id = await scene.place(scene.stall, 1, {
    products: [
      { id: one, qty: first, product_status: 'S' },
      { id: other, qty: second, product_status: 'S' },
    ],
    payment: { status: 'PAID', date: today(), bank_id: scene.stall.bank_id },
    ...change,
  });
  expectOk(await scene.shop.call('POST', '/api/open/order/awb-number/add', { id, awb_number }));
  const detail = await scene.detail(id);
  const skus = detail.order_detail.map(({ sku }: { sku: string }) => sku) as [string, string];
  return { id, po_number: detail.po_number, awb_number, skus };
}

beforeEach(async () => {
  order = await place(3, 1);
});
afterAll(async () => {
  for (const check of await diagnose(scene.app.services.db))
    expect(check.differences, check.title).toEqual([]);
});

const scan = (input: object, call = scene.shop.call) => call('POST', '/api/open/shipping/scan', input);
const show = async (code = order.awb_number) => expectOk(await scan({ code })).body.data;
const refusal = (answer: { status: number; body: any }) => {
  expect(answer.status, JSON.stringify(answer.body)).toBe(422);
  return answer.body.message;
};

test('an AWB number, a PO number, an invoice and the QR code of the label name the same parcel', async () => {
  const { id, po_number, awb_number, skus } = order;
  const parcel = await show();
  expect(parcel).toMatchObject({
    order_id: id,
    po_number,
    shipment: 1,
    shipment_count: 1,
    awb_number,
    courier: 'JNE REG',
    receiver: 'Siti',
    is_complete: false,
    qty: 4,
    packed: 0,
  });
  expect(parcel.lines.map(({ sku, qty, packed }: any) => [sku, qty, packed])).toEqual([
    [skus[0], 3, 0],
    [skus[1], 1, 0],
  ]);
  const day = today().replaceAll('-', '.');
  for (const code of [
    ` ${awb_number.toLowerCase()} `,
    String(po_number),
    `po ${po_number}`,
    `#${po_number}`,
    `INV.${day}.${po_number}`,
    parcelCode({ po_number, order_id: id, number: 1 }),
  ])
    expect(await show(code), code).toEqual(parcel);
});

test('units are packed one by one or several at once, until the parcel is complete, and each is counted once', async () => {
  const [first, second] = order.skus;
  const pack = async (change: object) =>
    expectOk(await scan({ code: order.awb_number, ...change })).body.data;
  expect(await pack({ sku: first.toLowerCase() })).toMatchObject({ packed: 1, is_complete: false });
  expect(await pack({ barcode: second })).toMatchObject({ packed: 2, is_complete: false });
  const complete = await pack({ sku: first, qty: 2 });
  expect(complete).toMatchObject({ packed: 4, qty: 4, is_complete: true });
  // Looking at it packs nothing.
  expect(await show()).toEqual(complete);
  expect(await show(String(order.po_number))).toEqual(complete);
  const { rows } = await scene.app.database.pool.query(
    `select name, payload from outbox_events where shop_id = $1 and subject_id = $2 and name like 'order.%packed'`,
    [scene.shop.shop_id, order.id],
  );
  expect(rows).toEqual([{ name: 'order.packed', payload: { shipment: 1 } }]);
});

test('a wrong unit is refused with what is expected, and one too many with what is left', async () => {
  const [first, second] = order.skus;
  expectOk(await scan({ code: order.awb_number, sku: first }));
  expect(refusal(await scan({ code: order.awb_number, sku: 'SALAH-1' }))).toEqual({
    sku: [`SALAH-1 is not in this parcel. Still to pack: 2 x ${first}, 1 x ${second}.`],
  });
  expect(refusal(await scan({ code: order.awb_number, sku: first, qty: 3 }))).toEqual({
    sku: [
      `Only 2 more of ${first} can be packed into this parcel. Still to pack: 2 x ${first}, 1 x ${second}.`,
    ],
  });
  expect(await show()).toMatchObject({ packed: 1 });
  expectOk(await scan({ code: order.awb_number, sku: second }));
  expect(refusal(await scan({ code: order.awb_number, sku: second }))).toEqual({
    sku: [`Only 0 more of ${second} can be packed into this parcel. Still to pack: 2 x ${first}.`],
  });
});

test('packers at the same time cannot pack a unit twice', async () => {
  const [first] = order.skus;
  const answers = await Promise.all(
    Array.from({ length: 12 }, () => scan({ code: order.awb_number, sku: first })),
  );
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(3);
  expect(answers.filter(({ status }) => status === 422)).toHaveLength(9);
  expect((await show()).lines[0]).toMatchObject({ sku: first, qty: 3, packed: 3 });
});

test('a scan that is sent again with its key packs nothing more', async () => {
  const send = () =>
    scene.shop.call(
      'POST',
      '/api/open/shipping/scan',
      { code: order.awb_number, sku: order.skus[0] },
      { 'idempotency-key': `pindai-${order.id}` },
    );
  const first = expectOk(await send());
  expect(expectOk(await send()).body).toEqual(first.body);
  expect(await show()).toMatchObject({ packed: 1 });
});

test('a reset takes everything out, and a reset of nothing does nothing', async () => {
  const reset = async () =>
    expectOk(await scene.shop.call('POST', '/api/open/shipping/scan/reset', { code: order.awb_number })).body
      .data;
  const before = await show();
  expectOk(await scan({ code: order.awb_number, sku: order.skus[0], qty: 3 }));
  expect(await reset()).toEqual(before);
  expect(await reset()).toEqual(before);
  expect(await show()).toEqual(before);
});

describe('an order that is not to be packed is refused with the reason:', () => {
  test('cancelled', async () => {
    expectOk(await scene.shop.call('POST', '/api/open/order/cancel', { id: order.id }));
    for (const input of [{}, { sku: order.skus[0] }])
      expect(refusal(await scan({ code: order.awb_number, ...input }))).toEqual({
        code: ['The order is CANCELED and cannot be changed, paid or shipped.'],
      });
  });

  test('not paid in full, unless the courier collects it', async () => {
    const unpaid = await place(1, 1, { payment: { status: 'UNPAID' } });
    expect(refusal(await scan({ code: unpaid.awb_number }))).toEqual({
      code: [`Order PO ${unpaid.po_number} is not paid yet and is not packed.`],
    });
    const indonesian = await scene.shop.call(
      'POST',
      '/api/open/shipping/scan',
      { code: unpaid.awb_number, sku: unpaid.skus[0] },
      { 'accept-language': 'id' },
    );
    expect(refusal(indonesian)).toEqual({
      code: [`Pesanan PO ${unpaid.po_number} belum lunas, sehingga belum dikemas.`],
    });
    await scene.app.database.pool.query(
      `with changed as (update orders set is_cod = true where shop_id = $1 and id = $2)
       update shipments set is_cod = true, list_status = 'READY_TO_SHIP' where shop_id = $1 and order_id = $2`,
      [scene.shop.shop_id, unpaid.id],
    );
    await storeTallies(scene.app.database.pool, scene.shop.shop_id);
    expect(await show(unpaid.awb_number)).toMatchObject({ qty: 2, packed: 0 });
  });

  test('unknown, of another shop, or in none of the warehouses of the user', async () => {
    const unknown = { code: [expect.stringContaining('No order has this code')] };
    const other = await scene.app.openShop();
    const packer = await hire(scene.app, scene.shop, 'warehouse', [
      await addWarehouse(scene.shop, scene.stall.supplier_id, 'Gudang lain'),
    ]);
    for (const code of [
      order.awb_number,
      parcelCode({ po_number: order.po_number, order_id: order.id, number: 1 }),
    ])
      for (const call of [other.call, packer.call])
        expect(refusal(await scan({ code }, call))).toEqual(unknown);
    for (const code of [
      'TIDAK-ADA',
      '999999999999',
      parcelCode({ po_number: order.po_number + 1, order_id: order.id, number: 1 }),
      parcelCode({ po_number: order.po_number, order_id: order.id, number: 2 }),
    ])
      expect(refusal(await scan({ code }))).toEqual(unknown);
  });
});

test('an AWB number of several orders names them, and one of a cancelled order gives way', async () => {
  const twin = await place(1, 1);
  expectOk(
    await scene.shop.call('POST', '/api/open/order/awb-number/add', {
      id: twin.id,
      awb_number: order.awb_number,
    }),
  );
  expect(refusal(await scan({ code: order.awb_number })).code[0]).toContain(
    `PO ${twin.po_number}, ${order.po_number}`,
  );
  expectOk(await scene.shop.call('POST', '/api/open/order/cancel', { id: order.id }));
  expect(await show()).toMatchObject({ order_id: twin.id });
});

test('an order that is edited while it is packed asks for what is missing, and for what must be taken out', async () => {
  const [first, second] = order.skus;
  expectOk(await scan({ code: order.awb_number, sku: first, qty: 3 }));
  expectOk(await scan({ code: order.awb_number, sku: second }));
  const { order_detail } = await scene.detail(order.id);
  const [line, other] = order_detail;
  const edit = (products: object[]) =>
    scene.shop.call('PATCH', '/api/open/order', {
      order_id: order.id,
      customer_sender_id: scene.stall.customer_id,
      customer_receiver_id: scene.stall.customer_id,
      supplier_id: scene.stall.supplier_id,
      products,
      expedition: { id: 1, rate: 10_000, name: 'JNE', auto_pickup: false },
      payment: { status: 'UNPAID' },
      source: 'WEB',
    });
  // More of the first, which is not paid yet.
  expectOk(await edit([{ id: line.variation_id, qty: 5, product_status: 'S', flag: 'EDIT' }]));
  expectOk(await scene.pay(order.id, 200_000, 'PAID'));
  expect(await show()).toMatchObject({ qty: 6, packed: 4, is_complete: false });
  expectOk(await scan({ code: order.awb_number, sku: first, qty: 2 }));
  expect(await show()).toMatchObject({ is_complete: true });
  expect(other.sku).toBe(second);
});

test('a split order is packed parcel by parcel, and keeps what is packed', async () => {
  const warehouse = await addWarehouse(scene.shop, scene.stall.supplier_id, 'Gudang jauh');
  const near = await addProduct(scene.shop, { stocks: [10] });
  await layIn(scene.shop, near.variation_ids[0]!, warehouse, 10);
  const lineOf = (warehouse_id: number, qty: number) => ({
    id: near.variation_ids[0],
    qty,
    product_status: 'S',
    warehouse_id,
  });
  const id = await scene.place(scene.stall, 1, {
    products: [lineOf(0, 2), lineOf(warehouse, 3)],
    payment: { status: 'PAID', date: today(), bank_id: scene.stall.bank_id },
  });
  const { po_number, order_detail } = await scene.detail(id);
  const { sku } = order_detail[0];
  // One parcel yet: of the main warehouse first.
  expect(expectOk(await scan({ code: String(po_number), sku, qty: 3 })).body.data).toMatchObject({
    packed: 3,
    qty: 5,
  });
  expectOk(await scene.shop.call('POST', '/api/open/shipping/split', { order_id: id }));
  expect(refusal(await scan({ code: String(po_number) })).code[0]).toContain('has 2 parcels');
  const parcel = async (number: number) => show(parcelCode({ po_number, order_id: id, number }));
  expect(await parcel(1)).toMatchObject({
    qty: 2,
    packed: 2,
    is_complete: true,
    shipment: 1,
    shipment_count: 2,
  });
  expect(await parcel(2)).toMatchObject({ qty: 3, packed: 1, is_complete: false });
  expect(expectOk(await scan({ code: String(po_number), shipment: 2, sku, qty: 2 })).body.data).toMatchObject(
    { is_complete: true, shipment: 2 },
  );
  // What lies in two parcels lies in none of one.
  expectOk(await scene.shop.call('POST', '/api/open/shipping/merge', { order_id: id }));
  expect(await show(String(po_number))).toMatchObject({ qty: 5, packed: 0, shipment_count: 1 });
});

test('an order that was cancelled is packed anew when it is made active again', async () => {
  const id = await scene.place(await scene.ownProduct(), 2);
  expectOk(await scene.pay(id, 210_000, 'PAID'));
  const { po_number, order_detail } = await scene.detail(id);
  const { sku } = order_detail[0];
  const code = String(po_number);
  expectOk(await scan({ code, sku }));
  expectOk(await scene.shop.call('POST', '/api/open/order/cancel', { id }));
  expectOk(await scene.shop.call('POST', '/api/open/order-cancel/return', { id }));
  await scene.app.readEvents();
  expect(await show(code)).toMatchObject({ qty: 2, packed: 0 });
  expectOk(await scan({ code, sku }));
  await scene.app.readEvents();
  expect(await show(code)).toMatchObject({ packed: 1 });
});

test('what was delivered or came back is packed no more, and shown as it was packed', async () => {
  const { id, awb_number: code, skus } = order;
  expectOk(await scan({ code, sku: skus[0] }));
  for (const status of ['DELIVERED', 'RETURNED']) {
    expectOk(await scene.shop.call('POST', '/api/open/shipping/tracking', { order_id: id, status }));
    expect(refusal(await scan({ code, sku: skus[0] })).code[0]).toMatch(status);
    expect(refusal(await scene.shop.call('POST', '/api/open/shipping/scan/reset', { code })).code[0]).toMatch(
      status,
    );
    expect(await show()).toMatchObject({ packed: 1 });
  }
});

test('the shelves of products are shown, and where they are expected', async () => {
  const { order_detail } = await scene.detail(order.id);
  const [first, second] = order_detail.map(({ variation_id }: any) => variation_id);
  const put = (shelves: object[], change: object = {}) =>
    scene.shop.call('PATCH', '/api/open/warehouse/shelf', { shelves, ...change });
  expectOk(
    await put([
      { variation_id: first, shelf: 'Z-9' },
      { variation_id: second, shelf: 'A-01' },
    ]),
  );
  expect((await show()).lines.map(({ shelf }: any) => shelf)).toEqual(['A-01', 'Z-9']);
  expect(refusal(await scan({ code: order.awb_number, sku: 'SALAH' })).sku[0]).toContain('(A-01), 3 x');
  expectOk(await put([{ variation_id: first, shelf: '' }]));
  expect((await show()).lines.map(({ shelf }: any) => shelf)).toEqual(['A-01', null]);
  expect(
    refusal(
      await put([
        { variation_id: first, shelf: 'B' },
        { variation_id: 999_999_999, shelf: 'B' },
      ]),
    ),
  ).toEqual({
    'shelves.1.variation_id': [expect.any(String)],
  });
  expect(refusal(await put([{ variation_id: first, shelf: 'B' }], { warehouse_id: 999_999 }))).toHaveProperty(
    'warehouse_id',
  );
});
