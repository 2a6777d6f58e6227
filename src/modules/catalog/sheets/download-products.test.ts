import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { startTestApp, type TestApp, type TestShop } from '../../../../test/harness.ts';
import { addProduct, expectOk } from '../../../../test/stall.ts';
import type { Cell } from '../../../kernel/sheets/cells.ts';
import { readSheet } from '../../../kernel/sheets/read-sheet.ts';
import { XLSX_TYPE } from '../../../kernel/sheets/write-sheet.ts';

let test_app: TestApp;
let shop: TestShop;

beforeAll(async () => {
  test_app = await startTestApp();
});
beforeEach(async () => {
  shop = await test_app.openShop();
});
afterAll(() => test_app.close());

const PATH = '/api/open/product/download';
const request = (input: Record<string, string> = {}, headers: Record<string, string> = {}) =>
  shop.call('GET', PATH, input, headers);

async function rowsOf(bytes: Buffer): Promise<Cell[][]> {
  const rows: Cell[][] = [];
  for await (const row of readSheet(bytes, 'file')) rows.push(row.cells);
  return rows;
}
/** The workbook that is the answer itself: a record of cells by their titles for each row. */
async function atOnce(input: Record<string, string> = {}, token = shop.token, language = 'en') {
  const query = new URLSearchParams({ ...input, without_being_sent: 'true' }).toString();
  const answer = await test_app.app.inject({
    url: `${PATH}?${query}`,
    headers: { authorization: `Bearer ${token}`, 'accept-language': language },
  });
  expect(answer.statusCode, answer.body.slice(0, 300)).toBe(200);
  expect(answer.headers['content-type']).toBe(XLSX_TYPE);
  return records(await rowsOf(answer.rawPayload));
}
function records([head = [], ...rows]: Cell[][]): Record<string, Cell>[] {
  return rows.map((row) => Object.fromEntries(head.map((title, index) => [title, row[index] ?? ''])));
}

test('a workbook with a row for each variation is made, and the link to it mailed to who asked', async () => {
  await addProduct(shop, {
    stocks: [5, 0],
    product: {
      name: 'Kaos "Ayu"; =1+1',
      wholesale_status: 'Y',
      wholesale: [{ from: 3, to: 11, price: 4_500 }],
    },
    variation: { color: 'merah', weight: 250, price: 5_000, price_buy: 3_000, price_reseller: 4_800 },
  });
  expect(expectOk(await request({}, { 'accept-language': 'id' })).body).toMatchObject({
    response: 'Success',
    message: `Berhasil, data produk akan segera dikirim ke ${shop.email}`,
  });
  await test_app.runJobs();
  const [mail] = expectOk(await shop.call('GET', '/api/account/outbox')).body.data;
  expect(mail).toMatchObject({ recipient: shop.email, subject: 'Data produk Anda sudah siap' });
  const link = /http:\/\/ngorder\.test(\/api\/download\/\S+)/.exec(mail.body)?.[1] ?? '';
  const file = await test_app.app.inject({ url: link });
  expect(file.headers['content-disposition']).toBe('attachment; filename="produk.xlsx"');
  const rows = records(await rowsOf(file.rawPayload));
  expect(rows).toHaveLength(2);
  expect(rows[0]).toMatchObject({
    'Nama produk': 'Kaos "Ayu"; =1+1',
    'Jenis (S, R, atau PO)': 'S',
    Warna: 'merah',
    'Berat (gram)': 250,
    'Harga beli': 3_000,
    Harga: 5_000,
    'Harga reseller': 4_800,
    Grosir: '3-11: 4500',
    'Ditampilkan (Y atau N)': 'Y',
    Stok: 5,
  });
  expect(rows[1]).toMatchObject({ Stok: 0 });
  const [job] = expectOk(await shop.call('GET', '/api/account/job')).body.data;
  expect(job).toMatchObject({ name: 'download-products', status: 'SUCCESS', result: { rows: 2 } });
});

test('asked for again while it is on its way, it is made and mailed once', async () => {
  expectOk(await request());
  expectOk(await request());
  expectOk(await request({ order_by: 'CHEAPEST' }));
  await test_app.runJobs();
  expect(expectOk(await shop.call('GET', '/api/account/outbox')).body.data).toHaveLength(2);
});

test('the filters and the order of the list choose what is in it', async () => {
  for (const [name, price] of [
    ['Tas mahal', 9_000],
    ['Tas murah', 1_000],
    ['Sepatu', 5_000],
  ] as const)
    await addProduct(shop, { stocks: [1], product: { name }, variation: { price } });
  const names = async (input: Record<string, string>) =>
    (await atOnce(input)).map((row) => row['Product name']);
  expect(await names({ keyword: 'tas', order_by: 'CHEAPEST' })).toEqual(['Tas murah', 'Tas mahal']);
  expect(await names({ order_by: 'ASC' })).toEqual(['Sepatu', 'Tas mahal', 'Tas murah']);
  expect(await names({ category: 'ARCHIVED' })).toEqual([]);
  const { product_id } = await addProduct(shop, { stocks: [1, 2], product: { name: 'Dibuang' } });
  expectOk(await shop.call('DELETE', '/api/open/product', { id: [product_id] }));
  expect(await names({ category: 'ARCHIVED' })).toEqual(['Dibuang', 'Dibuang']);
});

test('what every warehouse holds has its own column, and another shop is not in it', async () => {
  const other = await test_app.openShop();
  await addProduct(other, { product: { name: 'Milik orang' } });
  const suppliers = expectOk(await shop.call('GET', '/api/open/supplier')).body.data;
  const { id } = expectOk(
    await shop.call('POST', '/api/open/warehouse', { warehouse: 'Malang', supplier_id: suppliers[0].id }),
  ).body.data;
  const { variation_ids } = await addProduct(shop, { stocks: [5] });
  expectOk(
    await shop.call('PATCH', '/api/open/product/update-stock', {
      variation_id: variation_ids[0],
      description: 'Kirim',
      stock: [{ amount: 3, status: 'ADD', warehouse_id: id }],
    }),
  );
  expect(await atOnce()).toMatchObject([{ Stock: 5, 'Stock: Malang': 3 }]);
});

test('purchase prices are only for who may see them', async () => {
  await addProduct(shop, { stocks: [1] });
  const password = 'sandi-pegawai-toko';
  const email = `gudang-${shop.shop_id}@example.com`;
  const invited = await shop.call('POST', '/api/account/user/invite', {
    email,
    full_name: 'Admin',
    role: 'admin',
  });
  const { token } = expectOk(invited).body.data;
  expectOk(await test_app.call('POST', '/api/account/user/accept', { token, password }));
  const login = expectOk(await test_app.call('POST', '/api/account/login', { email, password }));
  const [row = {}] = await atOnce({}, login.body.data.token);
  expect(Object.keys(row)).not.toContain('Purchase price');
  expect(Object.keys((await atOnce())[0] ?? {})).toContain('Purchase price');
  const refused = await test_app.call(
    'GET',
    PATH,
    { price: 'NON_PROFIT' },
    { authorization: `Bearer ${login.body.data.token}` },
  );
  expect(refused.status).toBe(403);
});
