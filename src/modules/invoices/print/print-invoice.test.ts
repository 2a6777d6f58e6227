import { mkdirSync, writeFileSync } from 'node:fs';
import sharp from 'sharp';
import { beforeAll, describe, expect, test } from 'vitest';
import { countStatements } from '../../../../test/count-statements.ts';
import { HOLD_MS, longestHold } from '../../../../test/event-loop.ts';
import { orderScene } from '../../../../test/order-scene.ts';
import { readPdf, textOf, type PdfPage } from '../../../../test/read-pdf.ts';
import { addCustomer, addProduct, expectOk } from '../../../../test/stall.ts';

const scene = orderScene({ stall: { stocks: [1_000_000] } });

const ask = (id: number, query = '', language = 'id', authorization = `Bearer ${scene.shop.token}`) =>
  scene.app.app.inject({
    method: 'GET',
    url: `/api/open/order/${id}/invoice${query}`,
    headers: { authorization, 'accept-language': language },
  });

async function bytesOf(id: number, format = 'A4', language = 'id'): Promise<Buffer> {
  const answer = await ask(id, `?format=${format}`, language);
  expect(answer.statusCode, answer.body.slice(0, 500)).toBe(200);
  expect(answer.headers['content-type']).toBe('application/pdf');
  if (process.env['KEEP_PAPERS']) {
    mkdirSync(process.env['KEEP_PAPERS'], { recursive: true });
    writeFileSync(`${process.env['KEEP_PAPERS']}/${id}-${format}-${language}.pdf`, answer.rawPayload);
  }
  return answer.rawPayload;
}
const pages = async (id: number, format = 'A4', language = 'id'): Promise<PdfPage[]> =>
  readPdf(await bytesOf(id, format, language));
const shown = async (id: number, format = 'A4', language = 'id') =>
  (await pages(id, format, language)).map(textOf).join('\n');
/** Without the ends of lines, which paper of 80 mm has more of. */
const read = async (id: number, format: string) => (await shown(id, format)).replaceAll('\n', ' ');
const today = async (id: number) => {
  const { order_date, po_number } = await scene.detail(id);
  const day = order_date.slice(0, 10) as string;
  return { number: `INV.${day.replaceAll('-', '.')}.${po_number}`, date: day.split('-').reverse().join('-') };
};

beforeAll(async () => {
  const form = new FormData();
  const logo = await sharp({ create: { width: 600, height: 300, channels: 4, background: '#c0392b' } })
    .png()
    .toBuffer();
  form.set('logo', new Blob([new Uint8Array(logo)]), 'logo.png');
  const body = new Response(form);
  expectOk(
    await scene.shop.call('PATCH', '/api/open/shop/logo', Buffer.from(await body.arrayBuffer()), {
      'content-type': body.headers.get('content-type') ?? '',
    }),
  );
  expectOk(
    await scene.shop.call('PATCH', '/api/open/shop/general', {
      shop_name: 'Toko Melati',
      phone: '0341-555-777',
      address: 'Jl. Ijen 20, Malang',
    }),
  );
});

describe.each(['A4', 'RECEIPT'])('an invoice on %s', (format) => {
  test('says who sells what to whom, what was paid, what is due and where it is paid to', async () => {
    const id = await scene.place(scene.stall, 3, {
      products: scene.lines(scene.stall, 3, { type: 'NOMINAL', nominal: 10_000 }),
      order_cost: [
        { category: 'OTHER COST', name: 'Kayu', type: 'NOMINAL', nominal: 5_000 },
        { category: 'DISCOUNT', name: 'Langganan', type: 'NOMINAL', nominal: 15_000 },
      ],
      note: 'Kado ulang tahun',
    });
    expectOk(await scene.pay(id, 100_000));
    const { number, date } = await today(id);
    const text = await shown(id, format);
    for (const part of [
      number,
      date,
      'Toko Melati',
      'Jl. Ijen 20, Malang',
      '0341555777',
      'DIBAYAR SEBAGIAN',
      'Siti',
      '081234567890',
      'Jl. Melati 5',
      'Tajinan',
      'Rp100.000',
      '-Rp30.000',
      'Rp270.000',
      'Kayu',
      'Rp5.000',
      'Langganan',
      '-Rp15.000',
      'Rp10.000',
      'Kado ulang tahun',
      'Terima kasih',
    ])
      expect(text).toContain(part);
    expect(text).toMatch(/Total\nRp270\.000/);
    expect(text).toMatch(new RegExp(`Dibayar ${date} \\(BCA\\)\n-Rp100\\.000`));
    expect(text).toMatch(/Sisa tagihan\nRp170\.000/);
    expect(text).toMatch(/transfer[^]*BCA \d+ a\.n\. Budi/);
    const english = await shown(id, format, 'en');
    for (const part of ['PARTLY PAID', 'Amount due\nRp170.000', 'Thank you', 'Shipping'])
      expect(english).toContain(part);
    expect(english).not.toMatch(/Sisa|Dibayar|Ongkos/);
  });

  test('is PAID without a place to pay to, and of a cancelled order says nothing of paying', async () => {
    const paid = await scene.place(scene.stall, 1);
    expectOk(await scene.pay(paid, 110_000, 'PAID'));
    expect(await shown(paid, format)).toMatch(/LUNAS[^]*Sisa tagihan\nRp0/);
    expect(await shown(paid, format)).not.toContain('Silakan transfer');
    const cancelled = await scene.place(scene.stall, 1);
    expectOk(await scene.shop.call('POST', '/api/open/order/cancel', { id: cancelled }));
    const text = await shown(cancelled, format);
    expect(text).toContain('DIBATALKAN');
    expect(text).not.toMatch(/Sisa tagihan|transfer/);
  });

  test('of a COD order is paid to the courier', async () => {
    const id = await scene.place(scene.stall, 1, { is_cod: true });
    const text = await shown(id, format);
    expect(text).toContain('COD');
    expect(text).toMatch(/Sisa tagihan\nRp110\.000/);
    expect(await read(id, format)).toContain('kepada kurir saat paket tiba');
    expect(text).not.toContain('Silakan transfer');
  });

  test('of a dropship order is for the sender and says so; its title names nobody', async () => {
    const receiver = await addCustomer(scene.shop, 'N', 'Pembeli Akhir', '0819-1111-2222');
    const id = await scene.place(scene.stall, 2, { customer_receiver_id: receiver });
    const text = await shown(id, format);
    expect(await read(id, format)).toContain('Khusus untuk pengirim. Jangan disertakan dalam paket.');
    expect(text).toMatch(/Siti[^]*Pembeli Akhir/);
    const bytes = await bytesOf(id, format);
    expect(bytes.toString('latin1')).not.toMatch(/\/Title[^/]*Melati/);
  });

  test('adds up where more is taken off than the products cost', async () => {
    const id = await scene.place(scene.stall, 1, {
      order_cost: [{ category: 'DISCOUNT', name: 'Hadiah', type: 'NOMINAL', nominal: 500_000 }],
    });
    expect(await shown(id, format)).toMatch(
      /-Rp500\.000\nDiskon yang tidak terpakai\nRp390\.000\nTotal\nRp0/,
    );
  });

  test('of another shop is as one that does not exist', async () => {
    const id = await scene.place(scene.stall, 1);
    const other = await scene.app.openShop();
    const [foreign, missing] = [
      await ask(id, `?format=${format}`, 'id', `Bearer ${other.token}`),
      await ask(999_999_999, `?format=${format}`, 'id', `Bearer ${other.token}`),
    ];
    expect([foreign.statusCode, missing.statusCode]).toEqual([404, 404]);
    expect({ ...foreign.json(), request_id: '' }).toEqual({ ...missing.json(), request_id: '' });
  });
});

test('the logo of the shop is on it, as a JPEG', async () => {
  const bytes = await bytesOf(await scene.place(scene.stall, 1));
  expect(bytes.toString('latin1')).toContain('/DCTDecode');
});

test('a logo whose file is lost leaves the invoice without it', async () => {
  const other = await scene.app.openShop();
  await scene.app.services.db
    .updateTable('shops')
    .set({ logo_url: `/files/${other.shop_id}/logo/logo-0123.webp` })
    .where('id', '=', other.shop_id)
    .execute();
  const stalls = await import('../../../../test/stall.ts');
  const stall = await stalls.openStall(other);
  const { order_id } = expectOk(await other.call('POST', '/api/open/order', stalls.orderOf(stall))).body.data;
  const answer = await ask(order_id, '', 'id', `Bearer ${other.token}`);
  expect(answer.statusCode).toBe(200);
  expect(answer.rawPayload.toString('latin1')).not.toContain('/DCTDecode');
});

describe('an order of 200 lines', () => {
  let id: number;
  beforeAll(async () => {
    const hard = (length: number) =>
      'Ñandú 王小明 & Co. WWW العربية 😀漢字漢字'.repeat(length).slice(0, length);
    const { variation_ids } = await addProduct(scene.shop, {
      stocks: Array.from({ length: 200 }, () => 1_000),
      product: { name: hard(200) },
    });
    id = await scene.place(scene.stall, 1, {
      products: variation_ids.map((variation) => ({ id: variation, qty: 2, product_status: 'S' })),
      note: hard(2_000),
    });
  }, 120_000);

  test('goes on to further pages of A4, each with the titles of its columns and within the margins', async () => {
    const found = await pages(id);
    expect(found.length).toBeGreaterThan(5);
    for (const page of found.slice(0, -1)) expect(textOf(page)).toMatch(/Jml\nHarga/);
    for (const page of found)
      for (const { text, x, y, width } of page.texts) {
        expect(x + width, text).toBeLessThan(page.width - 30);
        expect(y, text).toBeLessThan(page.height - 30);
      }
    const amounts = found
      .map(textOf)
      .join('\n')
      .match(/^Rp200\.000$/gm);
    expect(amounts).toHaveLength(200);
    expect(textOf(found.at(-1)!)).toMatch(/Halaman \d+/);
  });

  test('is one receipt, as long as its contents', async () => {
    const [page, ...others] = await pages(id, 'RECEIPT');
    expect(others).toEqual([]);
    expect(page!.width).toBeCloseTo(226.77, 1);
    const lowest = Math.max(...page!.texts.map(({ y }) => y));
    expect(page!.height - lowest).toBeLessThan(40);
    for (const { text, x, width } of page!.texts) expect(x + width, text).toBeLessThan(page!.width - 10);
  });

  test.each(['A4', 'RECEIPT'])(
    'lets others have their turn within 50 ms while it is drawn on %s',
    async (format) => {
      const held_ms = await longestHold(async () => {
        expect((await ask(id, `?format=${format}`)).statusCode).toBe(200);
      });
      console.log(`invoice of 200 lines on ${format}: held ${held_ms.toFixed(1)} ms at most`);
      expect(held_ms).toBeLessThan(HOLD_MS);
    },
  );

  test('takes as many statements as one of a line', async () => {
    const small = await scene.place(scene.stall, 1);
    const count = (order_id: number) => countStatements(scene.app, () => ask(order_id));
    expect(await count(id)).toBe(await count(small));
  });
});
