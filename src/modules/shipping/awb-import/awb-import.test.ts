import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { diagnose } from '../../../doctor.ts';
import { awbImporter } from '../../../../test/awb-sheets.ts';
import { orderScene } from '../../../../test/order-scene.ts';
import { addCustomer, expectOk, today } from '../../../../test/stall.ts';

/* oxlint-disable typescript/no-explicit-any -- bodies of answers are looked into freely */

const scene = orderScene({ stall: { stocks: [1_000_000, 1_000_000] } });
let imports: ReturnType<typeof awbImporter>;

interface Placed {
  id: number;
  po: number;
}

async function place(change: object = {}): Promise<Placed> {
  const id = await scene.place(scene.stall, 1, change);
  return { id, po: (await scene.detail(id)).po_number };
}
const awbOf = async (id: number) => (await scene.detail(id)).awb_number;
const addAwb = async (id: number, awb_number: string) =>
  expectOk(await scene.shop.call('POST', '/api/open/order/awb-number/add', { id, awb_number }));
const outcomes = async (id: number) =>
  (await imports.rows(id)).map(({ outcome, reason }) =>
    reason === null ? outcome : `${outcome} ${reason.code}`,
  );
const counters = { receivers: 0, awb: 0 };
/** A receiver with a phone number of its own, and an order for it. */
async function placeFor(name: string, change: object = {}): Promise<Placed & { phone: string }> {
  const phone = `0857${7_000_000 + (counters.receivers += 1)}`;
  const customer_receiver_id = await addCustomer(scene.shop, 'N', name, phone);
  return { ...(await place({ customer_receiver_id, ...change })), phone };
}
const newAwb = () => `JX${3_000_000_000 + (counters.awb += 1)}`;

beforeAll(() => {
  imports = awbImporter(scene.shop.call, scene.app);
});
afterAll(async () => {
  for (const check of await diagnose(scene.app.services.db))
    expect(check.differences, check.title).toEqual([]);
});

describe('finding the parcel', () => {
  test('every spelling of an order number finds its order, and nothing is set before it is applied', async () => {
    const orders = await Promise.all(Array.from({ length: 6 }, () => place()));
    const [po, hash, prefixed, invoice, by_id, qr] = orders as [
      Placed,
      Placed,
      Placed,
      Placed,
      Placed,
      Placed,
    ];
    const written = [
      po.po,
      `#${hash.po}`,
      `PO ${prefixed.po}`,
      `INV.2026.01.18.${invoice.po}`,
      by_id.id,
      `po${qr.po}/${qr.id}/1`,
    ];
    const awbs = written.map(newAwb);
    const lines = ['No. Pesanan;Nomor Resi', ...written.map((number, index) => `${number};${awbs[index]}`)];
    const { id, counts, status, columns } = await imports.upload(lines.join('\n'));
    expect({ status, counts }).toMatchObject({ status: 'READY', counts: { rows: 6, matched: 6, wrong: 0 } });
    expect(columns).toContainEqual({ title: 'Nomor Resi', read_as: 'awb_number' });
    expect(await awbOf(po.id)).toBeNull();
    expect((await imports.run(id, 'apply')).counts).toMatchObject({ applied: 6, matched: 0 });
    expect(await Promise.all(orders.map((order) => awbOf(order.id)))).toEqual(awbs);
  });

  test('without an order number, the phone number in any spelling finds it, with name and day', async () => {
    const one = await placeFor('Siti Aminah');
    const awb = newAwb();
    const { id } = await imports.upload([
      {
        'Waybill No': awb,
        Consignee: 'IBU SITI AMINAH',
        'Consignee Phone': `+62 ${one.phone.slice(1, 5)}-${one.phone.slice(5)}`,
        'Ship Date': today(1),
      },
      { 'Waybill No': newAwb(), Consignee: 'Joko', 'Consignee Phone': one.phone, 'Ship Date': today(1) },
      { 'Waybill No': newAwb(), Consignee: 'Siti', 'Consignee Phone': one.phone, 'Ship Date': today(-9) },
    ]);
    expect(await outcomes(id)).toEqual(['MATCHED', 'WRONG awb_order_unknown', 'WRONG awb_order_unknown']);
    expect((await imports.rows(id))[0]).toMatchObject({ matched_by: 'PHONE', po_number: one.po });
    await imports.run(id, 'apply');
    expect(await awbOf(one.id)).toBe(awb);
  });

  test('of several orders none is taken: the row names them all', async () => {
    const first = await placeFor('Rina');
    const { customer_receiver_id } = (
      await scene.app.services.db
        .selectFrom('orders')
        .select('receiver_id as customer_receiver_id')
        .where('shop_id', '=', scene.shop.shop_id)
        .where('id', '=', first.id)
        .execute()
    )[0] as { customer_receiver_id: number };
    const second = await place({ customer_receiver_id });
    const { id } = await imports.upload(`AWB;No HP\n${newAwb()};${first.phone}`);
    const [row] = await imports.rows(id, { outcome: 'WRONG' });
    expect(row.reason.code).toBe('awb_several_orders');
    expect(row.candidates.map(({ po_number }: any) => po_number)).toEqual([first.po, second.po]);
    expect((await imports.act(id, 'apply')).status).toBe(422);
  });

  test("a courier's own number that happens to be an order number is not taken for it", async () => {
    const order = await placeFor('Wulan Sari');
    const { id } = await imports.upload(
      `Order ID;AWB;Consignee;Consignee Phone\n${order.po};${newAwb()};Bambang;081399988877`,
    );
    const [row] = await imports.rows(id);
    expect(row).toMatchObject({ outcome: 'WRONG', reason: { code: 'awb_other_receiver' }, order_id: null });
    expect(row.candidates).toMatchObject([{ po_number: order.po, receiver_name: 'Wulan Sari' }]);
  });

  test('masked names and phone numbers contradict nothing, and find nothing', async () => {
    const order = await placeFor('Dewi Lestari');
    const { id } = await imports.upload(
      [
        'No. Pesanan;No. Resi;Penerima;Telepon',
        `${order.po};${newAwb()};D*** L***;62857****12`,
        `;${newAwb()};D*** L***;62857****12`,
      ].join('\n'),
    );
    expect(await outcomes(id)).toEqual(['MATCHED', 'WRONG awb_row_without_order']);
  });
});

describe('what is refused', () => {
  test('dates, shortened numbers, blanks and formulas are no AWB numbers, rows without any are passed over', async () => {
    const { po } = await place();
    const cells = [
      '2026-01-31',
      '31/01/2026 10:00',
      '1.23E+12',
      '"1,23E+12"',
      'JP 123 456 789',
      'RESI',
      '#REF!',
      '=HYPERLINK("http://x")',
      "JP1';drop table orders;--",
      '',
    ];
    const { id } = await imports.upload(
      ['PO,AWB', ...cells.map((cell) => `${po},"${cell.replaceAll('"', '')}"`)].join('\n'),
    );
    expect(await outcomes(id)).toEqual([
      'WRONG awb_is_day',
      'WRONG awb_is_day',
      'WRONG awb_shortened',
      'WRONG awb_shortened',
      ...Array.from({ length: 5 }, () => 'WRONG awb_format'),
      'PASSED_OVER awb_empty',
    ]);
    const workbook = await imports.upload([
      { PO: po, AWB: 1_234_567_890_123_456 },
      { PO: po, AWB: 12.5 },
    ]);
    expect(await outcomes(workbook.id)).toEqual(['WRONG awb_shortened', 'WRONG awb_shortened']);
  });

  test('an order with another AWB number keeps it, and a number of another order is not given again', async () => {
    const [has, free, gone] = [await place(), await place(), await place()];
    const [own, other] = [newAwb(), newAwb()];
    await addAwb(has.id, own);
    expectOk(await scene.shop.call('POST', '/api/open/order/cancel', { id: gone.id }));
    const { id } = await imports.upload(
      [
        'PO;AWB',
        `${has.po};${other}`,
        `${has.po};${own.toLowerCase()}`,
        `${free.po};${own}`,
        `${gone.po};${newAwb()}`,
        `99887766;${newAwb()}`,
      ].join('\n'),
    );
    expect(await outcomes(id)).toEqual([
      'WRONG awb_order_has_other',
      'UNCHANGED',
      'WRONG awb_of_other_order',
      'WRONG awb_order_not_active',
      'WRONG awb_order_unknown',
    ]);
    const [, , row] = await imports.rows(id);
    expect(row.reason.text).toContain(String(has.po));
  });

  test('rows that contradict one another are all refused, a repeated one is passed over', async () => {
    const [one, two, three] = [await place(), await place(), await place()];
    const [first, second, shared, same] = [newAwb(), newAwb(), newAwb(), newAwb()];
    const { id } = await imports.upload(
      [
        'PO;AWB',
        `${one.po};${first}`,
        `${one.po};${second}`,
        `${two.po};${shared}`,
        `${three.po};${same}`,
        `${three.po};${same}`,
      ].join('\n'),
    );
    expect(await outcomes(id)).toEqual([
      'WRONG awb_order_of_several_rows',
      'WRONG awb_order_of_several_rows',
      'MATCHED',
      'MATCHED',
      'PASSED_OVER awb_row_repeated',
    ]);
  });

  test('files without AWB numbers, or too long, are refused before anything is stored', async () => {
    expect((await imports.send('Nama;Kota\nSiti;Malang')).status).toBe(422);
    expect((await imports.send(Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 0, 0]))).status).toBe(422);
    const rows = Array.from({ length: 20_001 }, (_, index) => `${index};JX${index}00000`);
    expect((await imports.send(`PO;AWB\n${rows.join('\n')}`)).status).toBe(422);
  });
});
