import { beforeAll, describe, expect, test } from 'vitest';
import { awbImporter } from '../../../../test/awb-sheets.ts';
import { orderScene } from '../../../../test/order-scene.ts';
import { addCustomer, expectOk, today } from '../../../../test/stall.ts';
import { formWithFile } from '../../../../test/upload.ts';
import { FORMULA_WITHOUT_VALUE } from '../../../kernel/sheets/cells.ts';
import { TitleMatcher } from '../../../kernel/sheets/match-titles.ts';
import { AWB_COLUMNS } from './columns.ts';

const scene = orderScene({ stall: { stocks: [1_000_000, 1_000_000] } });
let imports: ReturnType<typeof awbImporter>;
let next = 0;
const newAwb = () => `JX${4_000_000_000 + (next += 1)}`;

/** An order for a receiver with a phone number of its own. */
async function placeFor(name: string, change: object = {}) {
  const phone = `0858${7_000_000 + (next += 1)}`;
  const customer_receiver_id = await addCustomer(scene.shop, 'N', name, phone);
  const id = await scene.place(scene.stall, 1, { customer_receiver_id, ...change });
  return { id, po: (await scene.detail(id)).po_number as number, phone, customer_receiver_id };
}
const outcomes = async (id: number) =>
  (await imports.rows(id)).map(({ outcome, reason, po_number }) =>
    reason === null ? `${outcome} ${po_number}` : `${outcome} ${reason.code}`,
  );
const read = async (text: string) => outcomes((await imports.upload(text)).id);

beforeAll(() => {
  imports = awbImporter(scene.shop.call, scene.app);
});
describe('an order number that is the PO number of one order and the ID of another', () => {
  /** Two orders, of which the second has the PO number that is the ID of the first. */
  async function alike() {
    const first = await placeFor('Rina Wati');
    const second = await placeFor('Budi Hartono');
    const rename = (from: number, to: number) =>
      scene.app.database.pool.query(
        'update orders set po_number = $3 where shop_id = $1 and po_number = $2',
        [scene.shop.shop_id, from, to],
      );
    // It changes its number with the order that has it, and back: what the search reads of orders stays as it is.
    const exchange = async (one: number, other: number) => {
      const aside = 1_000_000;
      await rename(one, aside);
      await rename(other, one);
      await rename(aside, other);
    };
    await exchange(first.id, second.po);
    const { po_number } = await scene.detail(first.id);
    return {
      first: { ...first, po: po_number as number },
      second: { ...second, po: first.id },
      restore: () => exchange(first.id, second.po),
    };
  }

  test('is the PO number, whatever the column is called', async () => {
    const { second, restore } = await alike();
    for (const title of ['No Pesanan', 'Order ID', 'Reference No', 'No. PO'])
      expect(await read(`AWB;${title}\n${newAwb()};${second.po}`)).toEqual([`MATCHED ${second.po}`]);
    const cells = `${newAwb()};${second.po};Budi;${second.phone}`;
    expect(await read(`AWB;No Pesanan;Nama;No HP\n${cells}`)).toEqual([`MATCHED ${second.po}`]);
    await restore();
  });

  test('is the ID where the receiver of the row says so', async () => {
    const { first, second, restore } = await alike();
    const cells = `${newAwb()};${second.po};Rina;${first.phone}`;
    expect(await read(`AWB;No Pesanan;Nama;No HP\n${cells}`)).toEqual([`MATCHED ${first.po}`]);
    await restore();
  });
});

test('a number of ours with the phone number of another order is not taken for ours: the phone number counts', async () => {
  const [ours, other] = [await placeFor('Wulan Sari'), await placeFor('Joko Susilo')];
  const { id } = await imports.upload(
    `No Order;AWB;Nama;No HP\n${ours.po};${newAwb()};Joko;${other.phone}\n${ours.po};${newAwb()};Joko;081299887766`,
  );
  expect(await outcomes(id)).toEqual([`MATCHED ${other.po}`, 'WRONG awb_other_receiver']);
  expect((await imports.rows(id))[0]).toMatchObject({ matched_by: 'PHONE', order_id: other.id });
});

test('a number to which a program has added a decimal is read without it, one with dots of thousands is refused', async () => {
  const [one, two] = [await placeFor('Sari'), await placeFor('Tini')];
  const digits = 1_293_464_790_000 + (next += 1);
  const { id } = await imports.upload(
    `No. Resi;No. Pesanan\n${digits}.0;${one.po}.0\n1.2934647.567.890;${two.po}\n1.293.464.790.123;${two.po}\n${newAwb()};${two.po},0`,
  );
  expect(await outcomes(id)).toEqual([
    `MATCHED ${one.po}`,
    'WRONG awb_format',
    'WRONG awb_format',
    `MATCHED ${two.po}`,
  ]);
  expect((await imports.rows(id))[0].awb_number).toBe(String(digits));
});

test('the day tells orders of a receiver apart in any writing, and one that cannot be read is named', async () => {
  const old = await placeFor('Dewi', { order_date: today(-3) });
  const { customer_receiver_id } = old;
  const id = await scene.place(scene.stall, 1, { customer_receiver_id, order_date: today(0) });
  const { po_number } = await scene.detail(id);
  const [year = '', month = '', day = ''] = today(0).split('-');
  const names = 'Jan Pebruari Maret Apr Mei Juni Juli Agt September Okt Nopember Des'.split(' ');
  const days = [
    `${day} ${names[Number(month) - 1]} ${year}`,
    `${day}/${month}/${year.slice(2)}`,
    `${year}${month}${day}`,
  ];
  for (const written of days)
    expect(await read(`AWB;No HP;Tanggal\n${newAwb()};${old.phone};${written}`), written).toEqual([
      `MATCHED ${po_number}`,
    ]);
  const unread = await imports.upload(`AWB;No HP;Tanggal\n${newAwb()};${old.phone};kemarin`);
  const [row] = await imports.rows(unread.id);
  expect(row).toMatchObject({ outcome: 'WRONG', reason: { code: 'awb_day_unread' } });
  expect(row.reason.text).toMatch(/Several parcels match: PO.*The date kemarin cannot be read/);
});

test('rows that sum up others are passed over, wherever they say so', async () => {
  const { po } = await placeFor('Lia');
  const lines = [
    'No;No. Resi;No PO;Nama',
    `1;${newAwb()};${po};Lia`,
    ';TOTAL;;',
    ';Grand Total;1;',
    'Jumlah;1 paket;;',
  ];
  expect(await read(lines.join('\n'))).toEqual([
    `MATCHED ${po}`,
    'PASSED_OVER awb_row_total',
    'PASSED_OVER awb_row_total',
    'PASSED_OVER awb_row_total',
  ]);
  // A receiver may be called so.
  const total = await placeFor('Total');
  expect(await read(`AWB;Nama;No HP\n${newAwb()};Total;${total.phone}`)).toEqual([`MATCHED ${total.po}`]);
});

test("below titles in two rows, the receiver's phone finds the order and not the sender's", async () => {
  const [sender, receiver] = [await placeFor('Rina Wati'), await placeFor('Siti Aminah')];
  for (const [from, to] of [
    ['PENGIRIM', 'PENERIMA'],
    ['Shipper', 'Consignee'],
  ]) {
    const text = `No;No Resi;${from};;${to};\n;;Nama;Telp;Nama;Telp\n1;${newAwb()};Rina Wati;${sender.phone};Siti Aminah;${receiver.phone}`;
    const { id, columns } = await imports.upload(text);
    expect(columns).toContainEqual({ title: `${to} Telp`, read_as: 'phone' });
    expect(await outcomes(id)).toEqual([`MATCHED ${receiver.po}`]);
  }
});

test('an order number in the second of two columns is read where the first is empty', async () => {
  const [one, two] = [await placeFor('Ani'), await placeFor('Ina')];
  const lines = ['No Resi,No Order,Reference No', `${newAwb()},,${one.po}`, `${newAwb()},${two.po},`];
  expect(await read(lines.join('\n'))).toEqual([`MATCHED ${one.po}`, `MATCHED ${two.po}`]);
});

describe('columns', () => {
  const matcher = new TitleMatcher(AWB_COLUMNS);
  const keyOf = (title: string) => matcher.match([title]).get(0);

  test.each<[string, string]>([
    [
      'awb_number',
      'STT No|STT Number|No Barcode|No. Barcode|Barcode|Nomor Barcode|Nomor Kiriman|No Pengiriman|Connote No|CN No|' +
        'Airway Bill No|No Resi / Kode Booking|No. Resi / AWB|Resi/AWB|AWB/Resi|NOMOR RESI (AWB)|NO RESI JNE|' +
        'Nomor Resi SiCepat|No. Resi/Barcode|Kode Tracking|Nomor Lacak|tracking_number|trackingCode|CNOTE_NO',
    ],
    [
      'order_number',
      'CNOTE_REFNO|Reff No|No. Reff|Reff|No. Ref|Referensi|Kode Referensi|Shipper Ref|Shipper Order Ref No|' +
        'Customer Reference|Customer Ref|Merchant Order ID|Kode Order|No. Ref Eksternal|Seller Order No|No Order Toko|' +
        'Reference 1|orderNumber',
    ],
    [
      'phone',
      'Handphone|No. Handphone|Tlp|No. Tlp|Kontak|Telephone|Receiver Mobile|Receiver Tel|Consignee Mobile|Consignee Tel|' +
        'Customer Phone|Customer Phone Number|Buyer Phone|Contact Number|CNOTE_RECEIVER_PHONE|No WA Penerima|No. WA|' +
        'Telepon / HP Penerima|Telp. Penerima',
    ],
    ['name', 'CNOTE_RECEIVER_NAME|Buyer Name|Ship To Name|Nama Lengkap Penerima|Recipient'],
    ['day', 'Tgl. Pickup|Waktu Pickup|CNOTE_DATE|Tgl Transaksi|Entry Date|Booking Date|Created Time'],
  ])('of %s are known by the titles that couriers give them', (key, titles) => {
    for (const title of titles.split('|')) expect(keyOf(title), title).toBe(key);
  });

  test.each([
    'No',
    'Pengirim|Nama Pengirim|Sender Phone|Telp Pengirim|Shipper Phone|Shipper Name|No HP Toko',
    'Resi Retur|No Resi Retur|Status Resi|Tracking Status|Tracking URL|Return AWB|Resi Lama',
    'Order Status|Order Type|Total Order|Nilai Order|Jumlah Pesanan|Catatan Pesanan|ID Pelanggan|Kode Pos|Customer',
    'Tanggal Lahir|Estimasi Tiba|Delivered Date|Tanggal Diterima|Nama Barang|Alamat Penerima|Kota Asal',
  ])('that are something else are not taken: %s', (titles) => {
    for (const title of titles.split('|')) expect(keyOf(title), title).toBeUndefined();
  });

  test('that nobody knows are named when the file is sent', async () => {
    const { po } = await placeFor('Nia');
    const send = async (columns: string) => {
      const form = await formWithFile(`Kode Unik;Acuan\n${newAwb()};${po}`, 'resi.csv', { columns });
      return scene.shop.call('POST', '/api/open/shipping/awb-import', form.body, form.headers);
    };
    const { body } = expectOk(await send('{"awb_number": "kode unik", "order_number": "Acuan"}'));
    expect(body.data.counts).toMatchObject({ rows: 1, matched: 1 });
    expect(body.data.columns).toContainEqual({ title: 'Kode Unik', read_as: 'awb_number' });
    expect((await send('{"awb_number": "Resi"}')).body).toMatchObject({ code: 'column_missing' });
    expect((await send('{"awb": "Kode Unik"}')).body.message).toHaveProperty(['columns.awb']);
    const twice = await send('{"awb_number": "Kode Unik", "order_number": "kode unik"}');
    expect(twice.body.message['columns.order_number'][0]).toMatch('named for two');
    expect((await send('{"awb_number": null}')).body.message).toHaveProperty(['columns.awb_number']);
    expect((await send('Kode Unik')).body.message.columns[0]).toMatch(
      /must be a JSON object of column titles/,
    );
  });
});

test('a formula without a stored value is said to be one', async () => {
  const { po } = await placeFor('Oki');
  const { id } = await imports.upload(`No. PO;AWB\n${po};${FORMULA_WITHOUT_VALUE}`);
  const [row] = await imports.rows(id);
  expect(row.reason.text).toMatch(/is a formula without a stored value/);
});
