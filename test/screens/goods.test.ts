import { expect } from 'vitest';
import { expectOk } from '../stall.ts';
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
