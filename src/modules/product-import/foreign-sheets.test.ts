import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp, type TestShop } from '../../../test/harness.ts';
import { IMPORT, importer } from '../../../test/import-sheets.ts';
import { expectOk } from '../../../test/stall.ts';
import { workbook } from '../../../test/workbook.ts';

/* oxlint-disable typescript/no-explicit-any -- bodies of answers are looked into freely */

const SAMPLES = join(import.meta.dirname, 'samples');

let test_app: TestApp;

beforeAll(async () => {
  test_app = await startTestApp();
});
afterAll(() => test_app.close());

/** What the shop has after a file was applied: product, whether it is published, and what tells its variations apart. */
const RIGHT: Record<string, string[]> = {
  'shopee-mass-upload.csv': [
    'Rok Plisket Danila Y: Mocca/Standar DNL-MC-S 75000 x 10 300g',
    'Rok Plisket Danila Y: Mocca/Jumbo DNL-MC-J 85000 x 4 350g',
    'Rok Plisket Danila Y: Navy/Standar DNL-NV-S 75000 x 0 300g',
    'Peniti Bros Sachi Y: / BR-12 12500 x 200 20g',
  ],
  'shopee-sales-info.csv': [
    'Sweater Rajut Dinara Y: Abu/M DNR-AB-M 139000 x 6 0g',
    'Sweater Rajut Dinara Y: Abu/L DNR-AB-L 139000 x 2 0g',
    'Kaos Kaki Wudhu Y: / KKW-1 9500 x 80 0g',
  ],
  'tokopedia-import.csv': [
    'Rak Bumbu Susun Y: / RB-2 85500 x 14 1200g',
    'Lap Mikrofiber N: / LM-3 17000 x 60 90g',
  ],
  'tiktok-batch.csv': [
    'Kaos Anime Kobo Y: Hitam/L KB-H-L 68000 x 12 250g',
    'Kaos Anime Kobo Y: Hitam/XL KB-H-XL 72000 x 3 260g',
  ],
  'lazada-price-stock.csv': [
    'Sandal Gunung Arga Y: Hitam/40 AR-40 119000 x 5 0g',
    'Sandal Gunung Arga Y: Hitam/41 AR-41 119000 x 7 0g',
    'Gantungan Kunci N: / GK-1 8000 x 300 0g',
  ],
  'woocommerce-export.csv': [
    'Blazer Nayla Y: Hitam/M BLZ-M-H 249000 x 3 400g',
    'Blazer Nayla Y: Krem/L BLZ-L-K 259000 x 2 450g',
    'Pin Enamel Y: Logam/ PIN-1 15000 x 40 10g',
    'Tas Lama N: / OLD-1 99000 x 0 500g',
  ],
  'shopify-export.csv': [
    'Kemeja Linen Oka Y: Putih/S OKA-P-S 189000 x 8 210g',
    'Kemeja Linen Oka Y: Putih/M OKA-P-M 189000 x 6 215g',
    'Gelang Tali N: / GT-1 12000 x 55 10g',
  ],
  'jurnal-products.csv': [
    'Kopi Robusta Dampit 250gr Y: / KRD-250 65000 x 24 0g',
    'Gula Aren Bubuk Y: / GAB-1 18500 x 100 0g',
  ],
  'stock-card.csv': [
    'Gerobak Sorong Y: / GRB-1 385000 x 17 0g',
    'Sekop Baja Y: / SKP-2 69500 x 25 0g',
    'Ember Cor Y: / EMB-3 11000 x 70 0g',
  ],
  'odoo-variants.csv': [
    'Kursi Bar Rotan Y: Natural/Tinggi KBR-N 425000 x 6 0g',
    'Kursi Bar Rotan Y: Hitam/Tinggi KBR-H 425000 x 4 0g',
    'Taplak Batik Y: / TPB 65000 x 31 0g',
  ],
  'woocommerce-export-id.csv': [
    'Sepatu Kanvas Gema Y: /39 SPT-39 155000 x 4 700g',
    'Sepatu Kanvas Gema Y: /40 SPT-40 155000 x 2 700g',
    'Semir Sepatu N: / SMR 22000 x 25 100g',
  ],
  'own-list.csv': [
    'Hijab Segi Empat Rara Y: Milo/ HR-1 35000 x 12 100g',
    'Hijab Segi Empat Rara Y: Hitam/ HR-2 35000 x 9 100g',
    'Ciput Rajut Y: /All Size CR-1 12500 x 40 50g',
  ],
};

async function goodsOf(shop: TestShop): Promise<string[]> {
  const products = await importer(test_app, shop).products();
  const lines: string[] = products.flatMap(({ name, publish_status, variations }: any) =>
    variations.map(
      ({ color, size, sku, price, stock_quantity, weight }: any) =>
        `${name} ${publish_status}: ${color}/${size} ${sku} ${price} x ${stock_quantity} ${weight}g`,
    ),
  );
  return lines.toSorted();
}

test('files of other programs are read without a wrong row, and what they made comes back unchanged', async () => {
  const files = await readdir(SAMPLES);
  expect(files.toSorted()).toEqual(Object.keys(RIGHT).toSorted());
  let unchanged = 0;
  let variations = 0;
  for (const file of files) {
    const shop = await test_app.openShop();
    const seller = importer(test_app, shop);
    const made = expectOk(await seller.send(await readFile(join(SAMPLES, file)))).body.data;
    expect(await seller.errorsOf(made.id), file).toEqual([]);
    expect(made, file).toMatchObject({ status: 'READY', counts: { wrong: 0 } });
    await seller.apply(made.id);
    expect(await goodsOf(shop), file).toEqual(RIGHT[file]?.toSorted());
    const exported = await test_app.app.inject({
      url: '/api/open/product/download?without_being_sent=true',
      headers: { authorization: `Bearer ${shop.token}` },
    });
    const again = expectOk(await seller.send(exported.rawPayload)).body.data;
    expect(again.counts, file).toMatchObject({
      unchanged: RIGHT[file]?.length,
      changed: 0,
      created: 0,
      wrong: 0,
    });
    // The file itself says the same once more, too.
    const twice = expectOk(await seller.send(await readFile(join(SAMPLES, file)))).body.data;
    expect(twice.counts, file).toMatchObject({
      unchanged: RIGHT[file]?.length,
      changed: 0,
      created: 0,
      wrong: 0,
    });
    unchanged += again.counts.unchanged;
    variations += made.counts.created;
  }
  console.log(
    `sheets of other programs: ${files.length} layouts, ${variations} variations, 0 wrong rows; ` +
      `exported and imported again: ${unchanged} unchanged`,
  );
  expect(unchanged).toBe(variations);
});

test('what is not read of a file is said: sheets, rows above the titles, explanations, totals, and parents', async () => {
  const shop = await test_app.openShop();
  const seller = importer(test_app, shop);
  const of = async (file: string) => {
    const made = expectOk(await seller.send(await readFile(join(SAMPLES, file)))).body.data;
    const rows = expectOk(await shop.call('GET', `${IMPORT}/${made.id}/rows`, { outcome: 'PASSED_OVER' }))
      .body.data;
    return [
      made.passed_over.map(({ row }: any) => row),
      rows.map(({ row }: any) => row),
      made.unknown_columns,
      rows[0].errors[0].reason,
    ];
  };
  expect(await of('shopee-mass-upload.csv')).toEqual([
    [1, 2],
    [4, 5],
    ['Kategori'],
    expect.stringMatching(/explains the columns/),
  ]);
  expect(await of('tiktok-batch.csv')).toEqual([
    [1, 2],
    [4, 5],
    ['Category', 'Brand'],
    expect.stringMatching(/explains the columns/),
  ]);
  expect(await of('own-list.csv')).toEqual([[], [5], ['no'], expect.stringMatching(/sums up those above/)]);
  expect(await of('woocommerce-export.csv')).toEqual([
    [],
    [2],
    expect.arrayContaining(['Sale price', 'Categories']),
    expect.stringMatching(/describes the product/),
  ]);
});

/** A file, and what is wrong in it: row, column as in the file, what the reason says. */
const WRONG: [string, string, [number, string, RegExp][]][] = [
  [
    'two variations that look the same, wherever they stand',
    'Nama produk;Warna;Ukuran;SKU;Harga;Stok\nTas Rotan;Coklat;M;TR-1;125000;4\nTopi;;;TP-1;9000;1\nTas Rotan;coklat ;m;TR-2;125000;2',
    [
      [2, 'Nama produk', /^Baris 4 dari produk yang sama masih salah/],
      [4, 'Warna', /^Sama dengan baris 2/],
    ],
  ],
  [
    'no price is read',
    'Nama Barang;Harga Tayang Toko;Stok\nTopi;45000;3',
    [[2, 'Harga', /Tidak ada kolom di file ini yang dikenali sebagai harga/]],
  ],
  [
    'prices that are none, or may be another',
    'Nama;Harga\nA;tanya admin\nB;45.00\nC;12,5\nD;\nE;0\nF;1.250rb',
    [2, 3, 4, 5, 6, 7].map((row) => [
      row,
      'Harga',
      row === 5 || row === 6 ? /harus punya harga/ : /satu nilai rupiah/,
    ]),
  ],
  [
    'a comma of a price that was taken for a separator',
    'Nama,SKU,Harga,Stok\nTikar,TK-1,45,000,3',
    [[2, 'di luar judul', /lebih banyak sel/]],
  ],
  [
    'a comma of a price far below, before an empty cell',
    `Nama,Harga,Stok\n${Array.from({ length: 45 }, (_, at) => `Baju ${at},"45,000",5\n`).join('')}Topi,45,000,5\nSyal,45,500,`,
    [
      [47, 'di luar judul', /lebih banyak sel/],
      [48, 'di luar judul', /lebih banyak sel/],
    ],
  ],
  [
    'a price in another currency, and a discount in percent, are none of ours',
    'Nama;Harga $;Diskon %\nTopi;45;10',
    [[2, 'Harga', /Tidak ada kolom di file ini yang dikenali sebagai harga/]],
  ],
  [
    'sizes and SKUs that became dates, and SKUs that lost digits',
    'Nama,Ukuran,SKU,Harga\nKaus Kaki,03-Apr,KK-1,9000\nSepatu,Mei-37,SP-1,90000\nSabun,,"8,99E+12",5000\nTeh,,899100210123450000,5000',
    [
      [2, 'Ukuran', /diubah menjadi tanggal/],
      [3, 'Ukuran', /diubah menjadi tanggal/],
      [4, 'SKU', /dipersingkat/],
      [5, 'SKU', /dipersingkat/],
    ],
  ],
  [
    'errors of formulas',
    'Nama,Harga,Stok\nTopi,#N/A,3\nTas,9000,#REF!',
    [
      [2, 'Harga', /galat #N\/A/],
      [3, 'Stok', /galat #REF!/],
    ],
  ],
  [
    'a type that is none, though objects have such a property',
    'Nama produk,"Jenis (S, R, atau PO)",Harga\nTopi,constructor,9000',
    [[2, 'Jenis (S, R, atau PO)', /.*S, R, PO/]],
  ],
  [
    'a parent without its variations',
    'Type,SKU,Name,Regular price,Parent\nvariable,BLZ,Blazer,,\nsimple,PIN,Pin,9000,',
    [[2, 'Type', /tidak memuat baris variasi/]],
  ],
];

test('a workbook is read from its sheet of products: sheets that explain, or have something else, are named', async () => {
  const shop = await test_app.openShop();
  const seller = importer(test_app, shop);
  const text = (value: string) => `<c t="inlineStr"><is><t>${value}</t></is></c>`;
  const row = (...values: string[]) => `<row>${values.map(text).join('')}</row>`;
  const made = expectOk(
    await seller.send(
      workbook({
        rows: row('Cara mengisi') + row('Isi nama produk, SKU, dan harga'),
        name: 'Petunjuk',
        more: [
          { name: 'Rahasia', rows: row('Nama', 'Harga') + row('Tersembunyi', '1'), state: 'hidden' },
          { name: 'Kategori', rows: row('Kode', 'Kategori') + row('1', 'Baju') },
          {
            name: 'Isian',
            rows:
              row('Nama', 'Harga', 'Stok', 'SKU') +
              `<row>${text('Topi')}<c><f>A1*2</f></c><c t="str"><f>""</f><v></v></c><c><v>899100210123456</v></c></row>` +
              `<row>${text('Tas')}<c><v>9000</v></c><c><f>SUM(A1:A2)</f><v>7</v></c><c><v>8991002101234567</v></c></row>`,
          },
        ],
      }),
    ),
  ).body.data;
  expect(made.passed_over.map(({ sheet }: any) => sheet)).toEqual(['Petunjuk', 'Kategori']);
  expect(await seller.errorsOf(made.id)).toEqual([
    [2, [expect.stringMatching(/^Harga: This formula has no calculated value/)]],
    [3, [expect.stringMatching(/^SKU: The spreadsheet application has shortened/)]],
  ]);
});

test('categories that there are not yet are shown, added when the file is applied, and go when it is undone', async () => {
  const shop = await test_app.openShop();
  const seller = importer(test_app, shop);
  const categories = async () =>
    expectOk(await shop.call('GET', '/api/open/product-category')).body.data.map(({ name }: any) => name);
  const own: string[] = await categories();
  const made = expectOk(
    await seller.send(
      'Nama;Kategori;Harga\nTopi;Aksesori;9000\nTas;aksesori;9000\nKaos;Kaos;x\nRok;Bawahan;8000',
    ),
  ).body.data;
  expect(made).toMatchObject({ new_categories: ['Aksesori', 'Bawahan'], counts: { created: 3, wrong: 1 } });
  expect(await categories()).not.toContain('Aksesori');
  await seller.apply(made.id, { partial: true });
  expect((await categories()).toSorted()).toEqual(['Aksesori', 'Bawahan', ...own].toSorted());
  const products = await seller.products();
  expect(products.map(({ name, category_name }: any) => `${name} ${category_name}`).toSorted()).toEqual([
    'Rok Bawahan',
    'Tas Aksesori',
    'Topi Aksesori',
  ]);
  await seller.undo(made.id);
  expect(await categories()).toEqual(own);
});

test.each(WRONG)('told in the cell that it is about: %s', async (_title, file, wrong) => {
  const shop = await test_app.openShop();
  const seller = importer(test_app, shop);
  const made = expectOk(await seller.send(file)).body.data;
  const found = await seller.errorsOf(made.id, { 'accept-language': 'id' });
  expect(found).toEqual(
    wrong.map(([row, column, reason]) => [
      row,
      [
        expect.stringMatching(
          new RegExp(
            `^${column.replaceAll(/[()]/g, '.')}: ${reason.source.replace(/^\^/, '')}|${column}: .*${reason.source.replace(/^\^/, '')}`,
          ),
        ),
      ],
    ]),
  );
  if (made.counts.created > 0) await seller.apply(made.id, { partial: true });
  const published = (await seller.products()).filter(({ publish_status }: any) => publish_status === 'Y');
  const prices = published.flatMap(({ variations }: any) => variations.map(({ price }: any) => price));
  expect(prices).not.toContain(0);
});

test('a row that only names a product above its variations is none, and two that only name it are wrong', async () => {
  const shop = await test_app.openShop();
  const seller = importer(test_app, shop);
  const made = expectOk(
    await seller.send(
      'Nama;Deskripsi;Warna;Harga\nTas;Kulit asli;;\n;;Coklat;9000\n;;Hitam;9000\nRok;;;\nRok;;;',
    ),
  ).body.data;
  expect(made.counts).toMatchObject({ created: 2, wrong: 2, passed_over: 1 });
  await seller.apply(made.id, { partial: true });
  const [{ id }] = await seller.products();
  const { description } = expectOk(await shop.call('GET', `/api/open/product/${id}/detail`)).body.data;
  expect(description).toBe('Kulit asli');
});

test('SKUs and colours that only begin like a month are no dates, and a merged colour is of all rows below it', async () => {
  const shop = await test_app.openShop();
  const seller = importer(test_app, shop);
  const file =
    'Nama;Warna;Ukuran;SKU;Harga\nSepatu;Marun 12;38;SEPATU-01;9000\n;;39;MAR-01;9000\n;;40;12-SEPATU;9000\nDesi;;;DESI-2026;9000';
  const made = expectOk(await seller.send(file)).body.data;
  expect(await seller.errorsOf(made.id)).toEqual([]);
  await seller.apply(made.id);
  expect(await goodsOf(shop)).toEqual(
    [
      'Desi Y: / DESI-2026 9000 x 0 0g',
      'Sepatu Y: Marun 12/38 SEPATU-01 9000 x 0 0g',
      'Sepatu Y: Marun 12/39 MAR-01 9000 x 0 0g',
      'Sepatu Y: Marun 12/40 12-SEPATU 9000 x 0 0g',
    ].toSorted(),
  );
});

test.each([
  ['the first line says how it is separated', 'sep=;\nNama;Harga\nTopi, biru;9.000'],
  ['pipes', 'Nama|Harga\nTopi, biru|9.000'],
  ['a banner with commas above', 'Isi, lalu simpan, lalu unggah\n\nNama;Harga\nTopi, biru;9.000'],
  ['titles in two rows', 'Produk;;Harga;\nNama;Kode;Jual;Beli\nTopi, biru;T-1;9.000;5.000'],
  ['titles with marks and units', 'NAMA_BARANG*;"Harga (Rp)";Published\nTopi, biru;Rp 9.000,-;ya'],
  ['cells that Excel must not change', 'Nama;Harga;SKU\n"Topi, biru";9.000;"=""00123"""'],
])('a CSV file is read where %s', async (_title, file) => {
  const shop = await test_app.openShop();
  const seller = importer(test_app, shop);
  const made = expectOk(await seller.send(file)).body.data;
  expect(made.counts).toMatchObject({ created: 1, wrong: 0 });
  await seller.apply(made.id);
  expect((await goodsOf(shop)).join()).toMatch(/^Topi, biru Y: \/ \S+ 9000 x 0 0g$/);
});
