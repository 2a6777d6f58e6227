import { describe, expect, test } from 'vitest';
import { countStatements } from '../../../../test/count-statements.ts';
import { orderScene } from '../../../../test/order-scene.ts';
import { readPdf, textOf, type PdfPage } from '../../../../test/read-pdf.ts';
import { addCustomer, addProduct, expectOk } from '../../../../test/stall.ts';
import { addWarehouse, hire, layIn } from '../../../../test/staff.ts';
import { storeTallies } from '../../../../test/order-tallies.ts';

/* oxlint-disable typescript/no-explicit-any -- bodies of answers are looked into freely */

const scene = orderScene({ stall: { stocks: [1_000_000, 1_000_000] } });

const send = (paper: string, payload: object, authorization = `Bearer ${scene.shop.token}`) =>
  scene.app.app.inject({
    method: 'POST',
    url: `/api/open/shipping/${paper}`,
    headers: { authorization },
    payload,
  });

async function pages(paper: string, order_ids: number[], change: object = {}): Promise<PdfPage[]> {
  const answer = await send(paper, { order_ids, ...change });
  expect(answer.statusCode, answer.body.slice(0, 500)).toBe(200);
  expect(answer.headers['content-type']).toBe('application/pdf');
  return readPdf(answer.rawPayload);
}
const product = async (name: string, warehouses: number[] = []) => {
  const { variation_ids } = await addProduct(scene.shop, { stocks: [1_000], product: { name } });
  const [id] = variation_ids as [number];
  for (const warehouse of warehouses) await layIn(scene.shop, id, warehouse, 100);
  return id;
};
const line = (id: number, qty: number, warehouse_id = 0) => ({ id, qty, product_status: 'S', warehouse_id });
const place = (products: object[], change: object = {}) =>
  scene.place(scene.stall, 1, { products, ...change });
const shelf = async (variation_id: number, name: string, warehouse_id = 0) =>
  expectOk(
    await scene.shop.call('PATCH', '/api/open/warehouse/shelf', {
      warehouse_id,
      shelves: [{ variation_id, shelf: name }],
    }),
  );

describe('a pick list', () => {
  test('has each product once with the sum of all orders, by warehouse and in the order of shelves', async () => {
    const far = await addWarehouse(scene.shop, scene.stall.supplier_id, 'Gudang jauh');
    const [hat, bag, sock] = [await product('Topi', [far]), await product('Tas'), await product('Kaos kaki')];
    await shelf(hat, 'C-1');
    await shelf(bag, 'A-1');
    await shelf(hat, 'X-9', far);
    const ids = [
      await place([line(hat, 2), line(sock, 1)]),
      await place([line(hat, 3), line(bag, 1)]),
      await place([line(hat, 4, far)]),
    ];
    const query = ids.map((id) => `order_ids[]=${id}`).join('&');
    const list = expectOk(await scene.shop.call('GET', `/api/open/shipping/pick-list?${query}`)).body.data;
    const seen = list.warehouses.map(({ warehouse, qty, lines }: any) => [
      warehouse,
      qty,
      lines.map((part: any) => [part.shelf, part.name, part.qty, part.orders]),
    ]);
    expect(list.orders).toBe(3);
    expect(seen).toEqual([
      [
        expect.any(String),
        7,
        [
          ['A-1', 'Tas', 1, 1],
          ['C-1', 'Topi', 5, 2],
          [null, 'Kaos kaki', 1, 1],
        ],
      ],
      ['Gudang jauh', 4, [['X-9', 'Topi', 4, 1]]],
    ]);
    const many = expectOk(await scene.shop.call('POST', '/api/open/shipping/pick-list', { order_ids: ids }));
    expect(many.body.data).toEqual(list);
    const [near, other] = await pages('pick-list', ids, { format: 'pdf' });
    const rows = textOf(near!);
    expect(rows).toMatch(/3 pesanan {2}\| {2}3 produk, 7 pcs/);
    expect(rows.indexOf('A-1')).toBeLessThan(rows.indexOf('C-1'));
    expect(textOf(other!)).toContain('Daftar ambil: Gudang jauh');

    // Who works there picks there.
    const picker = await hire(scene.app, scene.shop, 'warehouse', [far]);
    const own = await picker.call('POST', '/api/open/shipping/pick-list', { order_ids: [ids[2]] });
    expect(expectOk(own).body.data.warehouses).toEqual([list.warehouses[1]]);
    const both = await place([line(hat, 1), line(hat, 1, far)]);
    const part = await picker.call('POST', '/api/open/shipping/pick-list', { order_ids: [both] });
    expect(expectOk(part).body.data.warehouses.map(({ warehouse_id }: any) => warehouse_id)).toEqual([far]);
  });

  test('takes the same number of statements for one order as for many', async () => {
    const ids: number[] = [];
    for (let index = 0; index < 8; index += 1) ids.push(await scene.place(scene.stall));
    const ask = (order_ids: number[]) =>
      countStatements(scene.app, () =>
        scene.shop.call('POST', '/api/open/shipping/pick-list', { order_ids }),
      );
    expect(await ask(ids)).toBe(await ask(ids.slice(0, 1)));
  });
});

describe('a packing slip', () => {
  test('says what is in the parcel and what it cost', async () => {
    const cap = await product('Topi rajut');
    const id = await place([line(cap, 3)], { note: 'Kado' });
    const [page] = await pages('packing-slip', [id]);
    const text = textOf(page!);
    for (const shown of [
      'Topi rajut',
      '3',
      'Rp100.000',
      'Rp300.000',
      'Ongkos kirim: Rp10.000',
      'Total: Rp310.000',
      'Kado',
      'Siti',
    ])
      expect(text).toContain(shown);
  });

  test('of a dropship order has no price and nothing of the shop', async () => {
    const receiver = await addCustomer(scene.shop, 'N', 'Pembeli Akhir', '0819-1111-2222');
    const id = await scene.place(scene.stall, 2, { customer_receiver_id: receiver });
    const [page] = await pages('packing-slip', [id]);
    const text = textOf(page!);
    const { rows } = await scene.app.database.pool.query(
      `select shops.name, suppliers.address from shops join suppliers on suppliers.shop_id = shops.id
       where shops.id = $1 and suppliers.id = $2`,
      [scene.shop.shop_id, scene.stall.supplier_id],
    );
    expect(text).toContain('Pembeli Akhir');
    expect(text).toMatch(/Pengirim: Siti/);
    expect(text).not.toMatch(/Rp|Harga|Total/);
    for (const hidden of [rows[0].name, rows[0].address].filter(Boolean)) expect(text).not.toContain(hidden);
  });

  test('of 60 products goes on to further pages, each with the titles of its columns', async () => {
    const products: object[] = [];
    for (let index = 0; index < 60; index += 1)
      products.push(line(await product(`Barang panjang sekali ${index}`), 1));
    const found = await pages('packing-slip', [await place(products)]);
    expect(found.length).toBeGreaterThan(1);
    for (const page of found) {
      expect(textOf(page)).toContain('Produk');
      for (const { text, x, y, width } of page.texts) {
        expect(x + width, text).toBeLessThan(page.width - 20);
        expect(y, text).toBeLessThan(page.height - 15);
      }
    }
    const all = found.map(textOf).join('\n').replaceAll('\n', ' ');
    for (let index = 0; index < 60; index += 1) expect(all).toContain(`sekali ${index}`);
  });
});

describe('a manifest', () => {
  test('has a page for each courier with AWB numbers, weights, COD and their sums, and places to sign', async () => {
    const [jne, cod, tiki] = [
      await scene.place(scene.stall, 2),
      await scene.place(scene.stall, 1),
      await scene.place(scene.stall, 1, { expedition: { id: 98, rate: 0 } }),
    ];
    await scene.app.services.db
      .updateTable('orders')
      .set({ is_cod: true })
      .where('shop_id', '=', scene.shop.shop_id)
      .where('id', '=', cod)
      .execute();
    await storeTallies(scene.app.database.pool, scene.shop.shop_id);
    expectOk(
      await scene.shop.call('POST', '/api/open/order/awb-number/add', { id: jne, awb_number: 'JP00000012' }),
    );
    const found = (await pages('manifest', [tiki, jne, cod])).map(textOf);
    expect(found).toHaveLength(2);
    const page = found.find((text) => text.includes('Serah terima paket: JNE')) ?? '';
    for (const shown of ['JP00000012', 'AWB menyusul', '0,4 kg', '0,2 kg', '0,6 kg', 'Rp110.000', '2 paket'])
      expect(page).toContain(shown);
    expect(page).toMatch(/2 paket {2}\| {2}0,6 kg {2}\| {2}COD 1 paket, Rp110\.000/);
    for (const text of found) expect(text).toMatch(/Diserahkan oleh\n.*\nDiterima oleh kurir/);
  });
});

test.each(['pick-list', 'packing-slip', 'manifest'])(
  'a %s of orders that are unknown, cancelled or of another shop names them',
  async (paper) => {
    const id = await scene.place(scene.stall);
    const cancelled = await scene.place(scene.stall);
    expectOk(await scene.shop.call('POST', '/api/open/order/cancel', { id: cancelled }));
    const answer = await send(paper, { order_ids: [id, 999_999_999, cancelled] });
    expect(answer.statusCode).toBe(422);
    expect(answer.json().message).toEqual({
      'order_ids.1': ['The selected order_ids.1 does not exist.'],
      'order_ids.2': [`Order ${cancelled} is CANCELED and is not shipped.`],
    });
    const other = await scene.app.openShop();
    const foreign = await send(paper, { order_ids: [id] }, `Bearer ${other.token}`);
    expect(foreign.json().message).toEqual({ 'order_ids.0': ['The selected order_ids.0 does not exist.'] });
  },
);
