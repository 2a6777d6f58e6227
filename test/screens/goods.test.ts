import { expect } from 'vitest';
import type { Page } from 'playwright-core';
import type { TestShop } from '../harness.ts';
import { addProduct, expectOk } from '../stall.ts';
import { openScreens, screenTest } from './browser.ts';

const screens = openScreens();

const PLANTED = '<img src=x onerror="document.title=1">';

/** As a seller has it: a title that says nothing, a price that is none, and something planted. */
const FILE = [
  'Isi;Warna;SKU;Harga (Rp);Stok',
  'Topi Anyam;Coklat;TA-C;45.000;12',
  'Topi Anyam;Hitam;TA-H;45.000;7',
  'Tas Rotan;Putih;TR-P;gratis;3',
  `${PLANTED}${'N'.repeat(150)};Merah;TM-1;20.000;1`,
].join('\n');

screenTest(
  'a file is mapped, looked at by cell, applied without what is wrong in it, and undone',
  async () => {
    for (const size of ['laptop', 'phone'] as const) {
      const shop = await screens.app.openShop();
      const page = await screens.enter(shop, '/products/import', size);
      await page.getByText('Seret berkas ke sini').waitFor();
      await screens.look(page, 'import');
      const file = { name: 'produk.csv', mimeType: 'text/csv', buffer: Buffer.from(FILE) };
      await page.locator('input[type=file]').setInputFiles(file);
      await page.waitForURL(/\/products\/import\/\d+$/);
      await page.getByText('Misalnya: Topi Anyam').waitFor();
      await screens.look(page, 'import-columns');
      await page.getByLabel('Isi dibaca sebagai').click();
      await page.getByRole('option', { name: 'Nama produk' }).click();
      await page.getByRole('button', { name: 'Periksa dengan kolom ini' }).click();
      // The rows that are wrong come first, each reason in the cell that it is of.
      await page.getByText(/Harus satu nilai rupiah/).waitFor();
      await page.getByText('TA-C').waitFor({ state: 'hidden' });
      await screens.look(page, 'import-preview');
      await page.getByText('Semua (4)').click();
      await page.getByText(PLANTED).filter({ visible: true }).first().waitFor();
      await page.getByRole('button', { name: /^Terapkan 3 baris yang benar/ }).click();
      // One may leave while the server works, and come back to it.
      await page.getByText('Halaman ini boleh ditinggal').waitFor();
      await screens.look(page, 'import-applying');
      await page.goto('/products/import');
      await screens.app.runJobs();
      await page.getByRole('link', { name: /produk\.csv/ }).click();
      await page.getByText('Sudah diterapkan').waitFor();
      const found = expectOk(await shop.call('GET', '/api/open/product/search?keyword=topi')).body.data;
      expect(found[0].variations.map(({ sku }: { sku: string }) => sku)).toEqual(['TA-C', 'TA-H']);
      await page.getByRole('button', { name: 'Urungkan impor' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByText(/3 varian baru dihapus lagi/).waitFor();
      await screens.look(page, 'import-undo');
      await dialog.getByRole('button', { name: 'Urungkan impor' }).click();
      await page.getByText('Halaman ini boleh ditinggal').waitFor();
      await screens.app.runJobs();
      await page.getByText('Sudah diurungkan').waitFor();
      expect(expectOk(await shop.call('GET', '/api/open/product/search')).body.data).toEqual([]);
      await page.goto('/products/import');
      await page.getByRole('link', { name: /produk\.csv/ }).waitFor();
    }
  },
);

const variationsOf = async (shop: TestShop) =>
  expectOk(await shop.call('GET', '/api/open/product/variation')).body.data as {
    variation_id: number;
    sku: string;
    color: string;
    size: string;
    price: number;
    stock_quantity: number;
  }[];

screenTest(
  'the first product is made by hand: a grid of colours and sizes, filled down and pasted into',
  async () => {
    const shop = await screens.app.openShop();
    const page = await screens.enter(shop, '/products/new');
    await page.getByLabel('Nama produk').fill('Kemeja Lurik');
    await page.getByRole('button', { name: 'Buat warna × ukuran' }).click();
    const dialog = page.getByRole('dialog');
    for (const [label, texts] of [
      ['Warna', ['Merah', 'Biru']],
      ['Ukuran', ['M', 'L']],
    ] as const)
      for (const text of texts) {
        await dialog.getByLabel(label).fill(text);
        await page.keyboard.press('Enter');
      }
    await dialog.getByRole('button', { name: 'Tambah 4 varian' }).click();
    const cell = (row: string, column: string) => page.getByLabel(`${row}: ${column}`, { exact: true });
    await cell('Merah M', 'Harga jual').fill('50000');
    await page.keyboard.press('Control+d');
    await cell('Merah M', 'SKU').focus();
    // As Excel gives it: cells by tab, rows by line.
    await page.evaluate(`{
    const data = new DataTransfer();
    data.setData('text/plain', 'KL-1\\tRp60.000\\nKL-2\\t61.000');
    document.activeElement.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  }`);
    await cell('Biru L', 'Stok awal').fill('7');
    await screens.look(page, 'product-new');
    await page.keyboard.press('Control+s');
    await page.waitForURL(/\/products\/\d+$/);
    const made = await variationsOf(shop);
    const facts = made.map(
      ({ color, size, price, stock_quantity }) => `${color} ${size} ${price} ${stock_quantity}`,
    );
    expect(new Set(facts)).toEqual(
      new Set(['Merah M 60000 0', 'Merah L 61000 0', 'Biru M 50000 0', 'Biru L 50000 7']),
    );
  },
);

/** A hardware scanner is a keyboard that ends with Enter. */
async function scan(page: Page, code: string): Promise<void> {
  await page.keyboard.type(code, { delay: 2 });
  await page.keyboard.press('Enter');
}

screenTest(
  'goods are counted with a scanner, kept through a crash, and what is sold meanwhile stays sold',
  async () => {
    for (const size of ['laptop', 'phone'] as const) {
      const shop = await screens.app.openShop();
      await addProduct(shop, { stocks: [10, 20] });
      const [first, second] = (await variationsOf(shop)).toSorted(
        (a, b) => a.stock_quantity - b.stock_quantity,
      );
      const skus = [first?.sku ?? '', second?.sku ?? ''] as const;
      const page = await screens.enter(shop, '/stock/opname', size);
      await screens.look(page, 'opname-list');
      await page.getByRole('link', { name: 'Mulai hitung' }).click();
      await page.getByLabel('Pindai kode (SKU)').focus();
      for (const code of [skus[0], skus[0], '8991234567890', skus[1]]) await scan(page, code);
      const counted = page.getByRole('list', { name: 'Barang' }).getByRole('textbox');
      await counted.nth(1).waitFor();
      await page.getByText('1 kode tidak dikenal').waitFor();
      await screens.look(page, 'opname');
      // A crash, an empty battery: all is there again.
      await page.reload();
      await page.getByText('Isian yang belum disimpan dilanjutkan.').waitFor();
      expect([await counted.nth(0).inputValue(), await counted.nth(1).inputValue()]).toEqual(['1', '2']);
      await page.getByRole('button', { name: 'Lewati' }).click();
      await counted.nth(0).fill('25');
      const sold = [{ warehouse_id: 0, amount: 4, status: 'SUB' }];
      const sale = { variation_id: second?.variation_id, stock: sold, description: 'terjual' };
      expectOk(await shop.call('PATCH', '/api/open/product/update-stock', sale));
      await page.getByRole('button', { name: /^Periksa selisih/ }).click();
      await page.getByText('2 barang dihitung. Lebih 5, kurang 8.').waitFor();
      await page.getByLabel('Catatan').fill('Opname rak depan');
      await screens.look(page, 'opname-review');
      await page.keyboard.press('Enter');
      await page.waitForURL(/\/stock\/opname\/\d+$/);
      await page.getByText('Kurang 8').waitFor();
      await screens.look(page, 'opname-detail');
      const left = await variationsOf(shop);
      expect(skus.map((sku) => left.find((row) => row.sku === sku)?.stock_quantity)).toEqual([2, 21]);
      await page.goto('/stock/opname/new');
      await page.getByText('Belum ada barang').waitFor();
    }
  },
);

screenTest('a sheet that was counted on paper is refused by row, and its valid rows applied', async () => {
  const shop = await screens.app.openShop();
  await addProduct(shop, { stocks: [10, 20] });
  const [first] = await variationsOf(shop);
  const page = await screens.enter(shop, '/stock/opname/import');
  const text = `SKU,Counted stock\n${first?.sku},12\nTIDAK-ADA,3\n`;
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'hitung.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
  await page.getByText('Baris 3, SKU').waitFor();
  await screens.look(page, 'opname-import');
  expect((await variationsOf(shop)).some(({ stock_quantity }) => stock_quantity === 12)).toBe(false);
  await page.getByRole('button', { name: 'Terapkan yang benar saja' }).click();
  await page.waitForURL(/\/stock\/opname\/\d+$/);
  expect((await variationsOf(shop)).some(({ stock_quantity }) => stock_quantity === 12)).toBe(true);
});

screenTest('many goods are moved to another warehouse, never more than there are', async () => {
  const shop = await screens.app.openShop();
  await addProduct(shop, { stocks: [10, 20] });
  const { rows } = await screens.app.database.pool.query(
    `insert into warehouses (shop_id, name, created_at) values ($1, 'Gudang Malang', now()) returning id`,
    [shop.shop_id],
  );
  const [first, second] = await variationsOf(shop);
  const page = await screens.enter(shop, '/stock/transfer/new');
  await page.getByRole('combobox', { name: 'Ke gudang' }).click();
  await page.getByRole('option', { name: 'Gudang Malang' }).click();
  await page.getByLabel('Pindai kode (SKU)').focus();
  await scan(page, first?.sku ?? '');
  await scan(page, second?.sku ?? '');
  const amounts = page.getByRole('list', { name: 'Barang' }).getByRole('textbox');
  await amounts.nth(1).fill('99');
  await page.getByLabel('Catatan').fill('Isi ulang');
  await page.getByText(/^Stok hanya/).waitFor();
  expect(await page.getByRole('button', { name: /^Pindahkan/ }).isDisabled()).toBe(true);
  await amounts.nth(1).fill('3');
  await screens.look(page, 'transfer');
  await page.getByRole('button', { name: 'Pindahkan 4 unit' }).click();
  await page.getByText('Gudang Utama ke Gudang Malang', { exact: false }).waitFor();
  const { rows: held } = await screens.app.database.pool.query(
    'select sum(quantity)::int as moved from stock_levels where shop_id = $1 and warehouse_id = $2',
    [shop.shop_id, rows[0].id],
  );
  expect(held[0].moved).toBe(4);
});

screenTest('many prices are looked at before they change, changed, and put back', async () => {
  for (const size of ['laptop', 'phone'] as const) {
    const shop = await screens.app.openShop();
    const variation = { price: 50_000, price_buy: 46_000 };
    await addProduct(shop, { stocks: [1, 1], variation });
    await addProduct(shop, { stocks: [1, 1], variation: { price: 90_000, price_buy: 46_000 } });
    const page = await screens.enter(shop, '/products', size);
    await page
      .getByRole('checkbox', { name: /^Sepatu/ })
      .nth(1)
      .check();
    await page.getByRole('toolbar').getByRole('link', { name: 'Ubah harga' }).click();
    await page.getByText('1 produk yang dipilih').waitFor();
    await page.getByText('Turunkan').click();
    await page.getByLabel('Sebesar').fill('10');
    await page.keyboard.press('Enter');
    await page.getByText('Berubah (2)').waitFor();
    await screens.look(page, 'prices');
    await page.getByRole('button', { name: 'Ubah 2 harga (2 di bawah harga beli)' }).click();
    await page.getByText('2 harga diubah.').waitFor();
    const prices = async () => (await variationsOf(shop)).map(({ price }) => price).toSorted((a, b) => a - b);
    expect(await prices()).toEqual([45_000, 45_000, 90_000, 90_000]);
    await page.reload();
    await page.getByText('Pilihan produk hilang').waitFor();
    await page.getByRole('button', { name: 'Kembalikan harga lama' }).click();
    await page.getByText('2 harga dikembalikan.').waitFor();
    expect(await prices()).toEqual([50_000, 50_000, 90_000, 90_000]);
  }
});

screenTest('a product is archived and comes back', async () => {
  const shop = await screens.app.openShop();
  const { product_id } = await addProduct(shop, { stocks: [3] });
  expectOk(await shop.call('DELETE', '/api/open/product', { id: [product_id] }));
  const page = await screens.enter(shop, '/products?category=ARCHIVED');
  await page.getByRole('checkbox', { name: /^Sepatu/ }).check();
  await page.getByRole('button', { name: 'Kembalikan' }).click();
  await page.getByText('Produk dikembalikan.').waitFor();
  expect(await variationsOf(shop)).toHaveLength(1);
});
