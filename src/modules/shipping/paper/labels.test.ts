import { describe, expect, test } from 'vitest';
import { countStatements } from '../../../../test/count-statements.ts';
import { orderScene } from '../../../../test/order-scene.ts';
import { readCodes, readPdf, textOf, type PdfPage } from '../../../../test/read-pdf.ts';
import { hire, addWarehouse, layIn } from '../../../../test/staff.ts';
import { addProduct, expectOk } from '../../../../test/stall.ts';
import { shippingLimits } from '../limits.ts';
import { readParcelCode } from '../parcel-code.ts';
import { storeTallies } from '../../../../test/order-tallies.ts';

const scene = orderScene({ stall: { stocks: [1_000_000, 1_000_000] } });
const MM = 72 / 25.4;
const ascending = (a: number, b: number) => a - b;
const NOT_FOUND = (index: number) => `The selected order_ids.${index} does not exist.`;

async function print(
  order_ids: unknown[],
  change: object = {},
  authorization = `Bearer ${scene.shop.token}`,
) {
  return scene.app.app.inject({
    method: 'POST',
    url: '/api/open/shipping/label',
    headers: { authorization },
    payload: { order_ids, ...change },
  });
}

async function labels(order_ids: number[], change: object = {}): Promise<PdfPage[]> {
  const answer = await print(order_ids, change);
  expect(answer.statusCode, answer.body.slice(0, 500)).toBe(200);
  expect(answer.headers['content-type']).toBe('application/pdf');
  return readPdf(answer.rawPayload);
}

const place = (change: object = {}) => scene.place(scene.stall, 2, change);
const addAwb = async (id: number, awb_number: string) =>
  expectOk(await scene.shop.call('POST', '/api/open/order/awb-number/add', { id, awb_number }));
const poOf = async (id: number): Promise<number> => (await scene.detail(id)).po_number;
const customer = async (change: object) =>
  expectOk(
    await scene.shop.call('POST', '/api/open/customer/create', {
      name: 'Rina',
      phone: '0813-9000-1111',
      district_id: 350715,
      address: 'Jl. Mawar 1',
      postal_code: '65172',
      category: 'N',
      is_active: 'Y',
      ...change,
    }),
  ).body.data.customer_id as number;
/** As a courier collects it. */
const collect = async (id: number) => {
  await scene.app.services.db
    .updateTable('orders')
    .set({ is_cod: true })
    .where('shop_id', '=', scene.shop.shop_id)
    .where('id', '=', id)
    .execute();
  await storeTallies(scene.app.database.pool, scene.shop.shop_id);
};
const printed = async (id: number) => {
  const { rows } = await scene.app.database.pool.query(
    `select o.is_printed, s.label_prints from orders o join shipments s on s.shop_id = o.shop_id and s.order_id = o.id
     where o.shop_id = $1 and o.id = $2`,
    [scene.shop.shop_id, id],
  );
  return rows;
};

test('a label has the courier, the AWB number as a bar code, the order as a QR code, and who sends what to whom', async () => {
  const id = await place({ note: 'Jangan dilipat' });
  await addAwb(id, 'JP8507716855');
  const [page, ...others] = await labels([id]);
  expect(others).toEqual([]);
  expect([page!.width / MM, page!.height / MM].map(Math.round)).toEqual([100, 150]);
  expect(await readCodes(page!)).toEqual({
    Code128: ['JP8507716855'],
    QRCode: [`PO${await poOf(id)}/${id}/1`],
  });
  const text = textOf(page!);
  for (const shown of [
    'JNE',
    'REG',
    'JP8507716855',
    'Siti',
    '08123456789',
    'Jl. Melati 5',
    'TAJINAN',
    'Malang',
    '65172',
  ])
    expect(text).toContain(shown);
  for (const shown of ['2 x Sepatu', '(SKU-', 'Jangan dilipat', '0,4 kg', `PO ${await poOf(id)}`])
    expect(text).toContain(shown);
  // Nobody but the customer needs to know.
  expect(text).not.toMatch(/Rp|COD|200\.000|210\.000/);
  expect(text).not.toContain('CETAK ULANG');
});

test('district and postal code are larger than the address, and the amount of COD is the largest', async () => {
  const id = await place();
  await collect(id);
  const [page] = await labels([id]);
  const sizeOf = (text: string) => page!.texts.find((piece) => piece.text.includes(text))?.size ?? 0;
  expect(sizeOf('TAJINAN')).toBeGreaterThan(1.5 * sizeOf('Jl. Melati 5'));
  expect(sizeOf('65172')).toBeGreaterThan(1.5 * sizeOf('Jl. Melati 5'));
  expect(sizeOf('Rp210.000')).toBe(Math.max(...page!.texts.map(({ size }) => size)));
});

test('COD is what remains to be paid, and there is none when nothing remains', async () => {
  const id = await place();
  await collect(id);
  expectOk(await scene.pay(id, 50_000));
  expect(textOf((await labels([id]))[0]!)).toContain('Rp160.000');
  expectOk(await scene.pay(id, 160_000, 'PAID'));
  expect(textOf((await labels([id]))[0]!)).not.toMatch(/Rp|\bCOD\b/);
});

test('a label without AWB number has the QR code of the order and says so', async () => {
  const id = await place();
  const [page] = await labels([id]);
  expect(textOf(page!)).toContain('AWB menyusul');
  expect(await readCodes(page!)).toEqual({ Code128: [], QRCode: [`PO${await poOf(id)}/${id}/1`] });
});

test('a dropship label names the dropshipper and nothing of the shop, and no price', async () => {
  const sender = await customer({
    name: 'Toko Dropship Rina',
    phone: '0813-5555-1234',
    address: 'Jl. Rahasia 9',
  });
  const id = await place({ customer_sender_id: sender });
  const answer = await print([id]);
  const [page] = readPdf(answer.rawPayload);
  const text = textOf(page!);
  expect(text).toContain('Toko Dropship Rina');
  expect(text).toContain('081355551234');
  const general = expectOk(await scene.shop.call('GET', '/api/open/supplier')).body.data[0];
  const { rows } = await scene.app.database.pool.query('select name from shops where id = $1', [
    scene.shop.shop_id,
  ]);
  for (const hidden of [rows[0].name, general.name, general.address, 'Jl. Rahasia 9', 'Rp'].filter(Boolean)) {
    expect(text).not.toContain(hidden);
    expect(answer.rawPayload.toString('latin1')).not.toContain(`(${hidden}`);
  }
  // The same order sent by the shop names it.
  expect(textOf((await labels([await place()]))[0]!)).toContain(rows[0].name);
});

describe('printing', () => {
  test('marks orders as printed, counts each print, and marks reprints on the label and in the history', async () => {
    const id = await place();
    expect(await printed(id)).toEqual([{ is_printed: false, label_prints: 0 }]);
    expect(textOf((await labels([id]))[0]!)).not.toContain('CETAK ULANG');
    expect(await printed(id)).toEqual([{ is_printed: true, label_prints: 1 }]);
    expect(textOf((await labels([id]))[0]!)).toContain('CETAK ULANG 1');
    expect(textOf((await labels([id]))[0]!)).toContain('CETAK ULANG 2');
    const history = expectOk(await scene.shop.call('GET', `/api/open/order/history?id=${id}`)).body.data;
    expect(history.slice(0, 3).map(({ action, difference }: never) => [action, difference])).toEqual([
      ['label_printed', { label_prints: [2, 3] }],
      ['label_printed', { label_prints: [1, 2] }],
      ['label_printed', { label_prints: [0, 1], is_printed: [false, true] }],
    ]);
    const list = expectOk(await scene.shop.call('GET', '/api/open/order', { print_status: 'Y' })).body.data;
    expect(list.map((order: { order_id: number }) => order.order_id)).toContain(id);
  });

  test('of two who print the same at once, one gets the first print and the other the reprint', async () => {
    const ids = [await place(), await place(), await place()];
    const both = await Promise.all([labels(ids), labels(ids.toReversed())]);
    const reprints = both.map(
      (pages) => pages.filter((page) => textOf(page).includes('CETAK ULANG 1')).length,
    );
    expect(reprints.toSorted(ascending)).toEqual([0, 3]);
    for (const id of ids) expect(await printed(id)).toEqual([{ is_printed: true, label_prints: 2 }]);
  });

  test('follows the order requested, each order once, whatever the format', async () => {
    const ids = [];
    for (let index = 0; index < 6; index += 1) ids.push(await place());
    const requested = [ids[4]!, ids[0]!, ids[5]!, ids[0]!, ids[2]!, ids[1]!, ids[3]!];
    const once = [...new Set(requested)];
    const single = await labels(requested, { format: 'a6' });
    expect([single[0]!.width / MM, single[0]!.height / MM].map(Math.round)).toEqual([105, 148]);
    const codes = await Promise.all(
      single.map(async (page) => readParcelCode((await readCodes(page)).QRCode[0] ?? '')?.order_id),
    );
    expect(codes).toEqual(once);
    const sheets = await labels(requested, { format: 'A4' });
    expect([sheets[0]!.width / MM, sheets[0]!.height / MM].map(Math.round)).toEqual([210, 297]);
    const on_sheets = await Promise.all(
      sheets.map(async (page) =>
        (await readCodes(page)).QRCode.map((code) => Number(code.split('/')[1])).toSorted(ascending),
      ),
    );
    expect(on_sheets).toEqual([once.slice(0, 4).toSorted(ascending), once.slice(4).toSorted(ascending)]);
  });

  test('orders that are unknown, of another shop, or cancelled are named, and nothing is printed or counted', async () => {
    const id = await place();
    const cancelled = await place();
    expectOk(await scene.shop.call('POST', '/api/open/order/cancel', { id: cancelled }));
    const answer = await print([id, 999_999_999, cancelled]);
    expect(answer.statusCode).toBe(422);
    expect(answer.json().message).toEqual({
      'order_ids.1': [NOT_FOUND(1)],
      'order_ids.2': [`Order ${cancelled} is CANCELED and is not shipped.`],
    });
    expect(await printed(id)).toEqual([{ is_printed: false, label_prints: 0 }]);
    const other = await scene.app.openShop();
    const foreign = await print([id], {}, `Bearer ${other.token}`);
    expect(foreign.json().message).toEqual({ 'order_ids.0': [NOT_FOUND(0)] });
  });

  test.each([
    ['no order', []],
    [
      'more orders than allowed',
      Array.from({ length: shippingLimits.paper_orders + 1 }, (_, index) => index + 1),
    ],
    ['no number', ['satu']],
  ])('%s is refused', async (_title, order_ids) => {
    const answer = await print(order_ids);
    expect(answer.statusCode).toBe(422);
    expect(Object.keys(answer.json().message)[0]).toMatch(/^order_ids/);
  });

  test('warehouse staff print what they see, and no other orders', async () => {
    const warehouse = await addWarehouse(scene.shop, scene.stall.supplier_id, 'Gudang cetak');
    await layIn(scene.shop, scene.stall.variation_ids[0]!, warehouse, 10);
    const packer = await hire(scene.app, scene.shop, 'warehouse', [warehouse]);
    const seen = await place({ products: [scene.line({ warehouse_id: warehouse })] });
    const unseen = await place();
    expect((await print([seen], {}, packer.authorization)).statusCode).toBe(200);
    const refused = await print([seen, unseen], {}, packer.authorization);
    expect(refused.json().message).toEqual({ 'order_ids.1': [NOT_FOUND(1)] });
  });
});

describe('a label of an order that is split by warehouse', () => {
  /** An order of two parcels, of which the second leaves from another warehouse. */
  async function placeSplit(warehouse: number): Promise<number> {
    const [variation_id = 0] = scene.stall.variation_ids;
    await layIn(scene.shop, variation_id, warehouse, 10);
    const products = [0, warehouse].map((warehouse_id) => scene.line({ qty: 1, warehouse_id }));
    const id = await place({ products });
    expectOk(await scene.shop.call('POST', '/api/open/shipping/split', { order_id: id }));
    return id;
  }

  test('names as sender the address and phone number of the supplier whose warehouse the parcel leaves from', async () => {
    const supplier = {
      name: 'Cabang Solo',
      phone: '0271-7770-111',
      address: 'Jl. Slamet Riyadi 9',
      district_id: 350715,
    };
    const made = await scene.shop.call('POST', '/api/open/supplier/create', supplier);
    const id = await placeSplit(
      await addWarehouse(scene.shop, expectOk(made).body.data.supplier_id, 'Gudang Solo'),
    );
    for (const shipment of [1, 2]) {
      const given = { id, shipment, awb_number: `JP850771680${shipment}` };
      expectOk(await scene.shop.call('POST', '/api/open/order/awb-number/add', given));
    }
    const [first, second] = (await labels([id])).map(textOf);
    expect(first).not.toContain('Slamet Riyadi');
    expect(second).toContain('Jl. Slamet Riyadi 9');
    expect(second).toContain('7770');
  });

  test('is printed by who works in a warehouse for the parcels that leave from there, and counts no others', async () => {
    const warehouse = await addWarehouse(scene.shop, scene.stall.supplier_id, 'Gudang ketiga');
    const packer = await hire(scene.app, scene.shop, 'warehouse', [warehouse]);
    const id = await placeSplit(warehouse);
    const answer = await print([id], {}, packer.authorization);
    const texts = readPdf(answer.rawPayload).map(textOf);
    expect(texts).toEqual([expect.stringContaining('Paket 2/2')]);
    expect((await printed(id)).map(({ label_prints }) => label_prints)).toEqual([0, 1]);
  });

  test('is one of each parcel, with its number, products, weight and QR code', async () => {
    const warehouse = await addWarehouse(scene.shop, scene.stall.supplier_id, 'Gudang kedua');
    const other = await addProduct(scene.shop, { stocks: [10], product: { name: 'Kaos Kaki' } });
    await layIn(scene.shop, other.variation_ids[0]!, warehouse, 10);
    const id = await place({
      products: [
        scene.line({ qty: 1, warehouse_id: 0 }),
        { id: other.variation_ids[0], qty: 3, product_status: 'S', warehouse_id: warehouse },
      ],
    });
    expectOk(await scene.shop.call('POST', '/api/open/shipping/split', { order_id: id }));
    const pages = await labels([id]);
    const texts = pages.map(textOf);
    expect(texts).toEqual([expect.stringContaining('Paket 1/2'), expect.stringContaining('Paket 2/2')]);
    expect(texts[0]).toContain('1 x Sepatu');
    expect(texts[0]).not.toContain('Kaos Kaki');
    expect(texts[0]).toContain('0,2 kg');
    expect(texts[1]).toContain('3 x Kaos Kaki');
    expect(texts[1]).toContain('0,6 kg');
    const codes = await Promise.all(pages.map(readCodes));
    const po_number = await poOf(id);
    expect(codes.map(({ QRCode }) => QRCode)).toEqual([
      [`PO${po_number}/${id}/1`],
      [`PO${po_number}/${id}/2`],
    ]);
    expect(await printed(id)).toEqual([
      { is_printed: true, label_prints: 1 },
      { is_printed: true, label_prints: 1 },
    ]);
  });
});

describe('whatever texts a label has', () => {
  /** Nothing leaves the frame of the label, and no text lies on another. */
  function expectTidy(page: PdfPage): void {
    for (const { text, x, y, width, size } of page.texts) {
      expect(x, text).toBeGreaterThan(3 * MM);
      expect(x + width, text).toBeLessThanOrEqual(page.width - 3 * MM);
      expect(y, text).toBeLessThan(page.height - 3 * MM);
      expect(size, text).toBeGreaterThanOrEqual(5.5);
    }
    for (const [index, one] of page.texts.entries())
      for (const other of page.texts.slice(index + 1)) {
        // Letters above the baseline; those below it may touch the next line.
        const apart_y = Math.abs(one.y - other.y) >= 0.72 * (one.y > other.y ? one.size : other.size);
        const apart_x = one.x + one.width <= other.x + 0.1 || other.x + other.width <= one.x + 0.1;
        expect(apart_x || apart_y, `${one.text} / ${other.text}`).toBe(true);
      }
  }

  test('long names, addresses, notes and 60 products stay within it, and say what is left out', async () => {
    const receiver = await customer({
      name: 'Muhammad Abdurrahman Wahid Wijayakusumaningrat '.repeat(3).slice(0, 100).trim(),
      address: 'Jl. Panglima Besar Jenderal Sudirman Gang Mawar Blok C5 No. 12 RT 001 RW 012 '
        .repeat(4)
        .slice(0, 200)
        .trim(),
    });
    const variation_ids: number[] = [];
    for (let index = 0; index < 60; index += 1) {
      const name = `Gamis Ceruty Babydoll Premium Kombinasi Brokat ${index}`;
      variation_ids.push(
        ...(await addProduct(scene.shop, { stocks: [10], product: { name } })).variation_ids,
      );
    }
    const id = await place({
      customer_sender_id: receiver,
      customer_receiver_id: receiver,
      products: variation_ids.map((variation) => ({ id: variation, qty: 1, product_status: 'S' })),
      note: 'Mohon dibungkus rapi '.repeat(90),
    });
    await collect(id);
    await addAwb(id, 'SHOPEE-EXPRESS-ID-0123456789');
    for (const format of ['100x150', 'A6']) {
      const [page] = await labels([id], { format });
      expectTidy(page!);
      const text = textOf(page!);
      const shown = text.match(/1 x Gamis/g)?.length ?? 0;
      expect(shown).toBeGreaterThan(1);
      expect(text).toContain(`+ ${60 - shown} lainnya`);
      expect(text).toContain('ISI (60 pcs)');
      expect((await readCodes(page!)).Code128).toEqual(['SHOPEE-EXPRESS-ID-0123456789']);
    }
  });

  test('words without a blank are broken, and an AWB number that bars cannot hold stands as text', async () => {
    const receiver = await customer({ name: 'W'.repeat(60), address: 'x'.repeat(200) });
    const id = await place({ customer_receiver_id: receiver, note: 'y'.repeat(2_000) });
    for (const awb of [`RESI-${'9A'.repeat(47)}`, 'RESI ÉÈ 12']) {
      await addAwb(id, awb);
      const [page] = await labels([id]);
      expectTidy(page!);
      expect((await readCodes(page!)).Code128).toEqual([]);
      expect(textOf(page!).replaceAll('\n', '')).toContain(awb);
    }
  });

  test('accents stay, other scripts are written in Latin letters, and pictures are left out', async () => {
    const receiver = await customer({ name: 'José Ñandú 王小明 😀👨‍👩‍👧', address: 'Жукова “5” 🏠 Jl. Mawar' });
    const only_pictures = await customer({ name: '😀😀', address: '🏠🏠🏠' });
    const [page, other] = await labels([
      await place({ customer_sender_id: receiver, customer_receiver_id: receiver }),
      await place({ customer_receiver_id: only_pictures }),
    ]);
    expect(textOf(page!).replaceAll(/\s+/g, ' ')).toContain('José Ñandú WangXiaoMing 08');
    expect(textOf(page!)).toContain('Zhukova “5” Jl. Mawar');
    expectTidy(page!);
    expect(textOf(other!)).toMatch(/PENERIMA\n-  08/);
  });
});

test('printing takes the same number of statements for one order as for many', async () => {
  const ids: number[] = [];
  for (let index = 0; index < 12; index += 1) ids.push(await place());
  const one = await countStatements(scene.app, () => labels(ids.slice(0, 1)));
  const many = await countStatements(scene.app, () => labels(ids));
  expect(many).toBe(one);
  expect(one).toBeLessThanOrEqual(9);
});
