import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { openScreens, screenTest } from './browser.ts';
import { pick } from './entry-desk.ts';

const screens = openScreens();

const FOCUSED = `(() => {
  const at = document.activeElement;
  const label = at.labels?.[0]?.textContent ?? '';
  return [at.getAttribute('aria-label'), label, at.textContent, at.getAttribute('placeholder')].filter(Boolean).join(' ');
})()`;

/** Goes on by Tab until what has the focus is called so: nothing is pressed by a mouse. */
async function tabTo(page: Page, name: RegExp, key = 'Tab'): Promise<void> {
  for (let step = 0; step < 120; step += 1) {
    if (name.test(await page.evaluate<string>(FOCUSED))) return;
    await page.keyboard.press(key);
  }
  throw new Error(`no Tab leads to ${String(name)} on ${page.url()}`);
}

async function typeInto(page: Page, name: RegExp, text: string): Promise<void> {
  await tabTo(page, name);
  await page.keyboard.type(text);
}

async function signUp(page: Page): Promise<void> {
  await page.goto('/sign-up');
  await page.locator('input:focus').waitFor();
  await page.keyboard.type('Toko Bu Sri');
  await typeInto(page, /^Nama Anda/, 'Sri');
  await typeInto(page, /^Email/, 'sri@example.com');
  await typeInto(page, /^Nomor WhatsApp/, '081234567890');
  await typeInto(page, /^Kata sandi/, 'sandi-yang-panjang');
  await page.keyboard.press('Enter');
  await page.getByText('1 dari 5 selesai').first().waitFor();
}

async function enterOrigin(page: Page): Promise<void> {
  await tabTo(page, /^Isi alamat/);
  await page.keyboard.press('Enter');
  await page.locator('textarea:focus').waitFor();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('Jl. Pasar 7');
  await tabTo(page, /^Kecamatan/);
  await pick(page, 'tajinan malang');
  await page.getByRole('dialog').getByLabel('Kecamatan').and(page.locator('[readonly]')).waitFor();
  await screens.look(page, 'home-origin');
  await tabTo(page, /^Simpan$/);
  await page.keyboard.press('Enter');
  await page.getByText('2 dari 5 selesai').first().waitFor();
}

async function addBankAccount(page: Page): Promise<void> {
  await tabTo(page, /^Tambah rekening/);
  await page.keyboard.press('Enter');
  await page.locator('select:focus option', { hasText: 'BCA' }).first().waitFor({ state: 'attached' });
  await page.keyboard.type('BCA');
  await typeInto(page, /^Nomor rekening/, '1234567890');
  await typeInto(page, /^Atas nama/, 'Sri');
  await typeInto(page, /^Cabang/, 'Malang');
  await page.keyboard.press('Enter');
  await page.getByText('3 dari 5 selesai').first().waitFor();
}

async function addProduct(page: Page): Promise<void> {
  await tabTo(page, /^Tambah produk/);
  await page.keyboard.press('Enter');
  await page.waitForURL('**/products/new');
  await page.getByRole('heading', { name: 'Produk baru' }).waitFor();
  await typeInto(page, /^Nama produk/, 'Keripik Apel');
  await typeInto(page, /^Berat \(gram\)/, '250');
  await typeInto(page, /^(?!Isi ke bawah).*Harga jual/, '35000');
  await typeInto(page, /^(?!Isi ke bawah).*Stok awal/, '20');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Control+s');
  await page.waitForURL(/\/products\/\d+/);
}

async function enterOrder(page: Page): Promise<void> {
  await page.keyboard.press('n');
  await page.locator('input:focus[role=combobox]').waitFor();
  await pick(page, 'Bu Dewi');
  await page.getByLabel('Nomor HP').and(page.locator(':focus')).waitFor();
  await page.keyboard.type('081355556666');
  await typeInto(page, /^Alamat/, 'Jl. Melati 5');
  await tabTo(page, /^Kecamatan/);
  await pick(page, 'klojen malang');
  await tabTo(page, /^Simpan pelanggan/);
  await page.keyboard.press('Enter');
  await page.locator('input:focus[placeholder*="SKU"]').waitFor();
  await pick(page, 'keripik');
  await page.locator('input:focus[aria-label^="Jumlah"]').waitFor();
  await page.keyboard.type('2');
  await page.keyboard.press('Enter');
  await page.getByRole('radio').nth(1).waitFor();
  // Enter in the empty field: that is all the goods, and on to the couriers.
  await page.locator('input:focus[placeholder*="SKU"]').waitFor();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Space');
  await page.getByRole('radio', { checked: true }).first().waitFor();
  await tabTo(page, /Belum bayar/);
  await page.keyboard.press('ArrowRight');
  await page.getByLabel(/^Masuk ke rekening/).waitFor();
  await page.getByText('Menghitung…').waitFor({ state: 'hidden' });
  await page.keyboard.press('Control+Enter');
  await page.getByRole('heading', { name: 'Order #1 tersimpan' }).waitFor();
}

screenTest('from signing up to a paid order with its label, by the keyboard alone', async () => {
  const page = await screens.visit();
  // A password is hashed at the pace of the machine.
  page.setDefaultTimeout(20_000);
  await signUp(page);
  await screens.look(page, 'home-new-shop');
  await enterOrigin(page);
  await addBankAccount(page);
  await addProduct(page);
  await enterOrder(page);
  const label = page.waitForResponse((response) => response.url().includes('/label'));
  await page.keyboard.press('l');
  expect((await label).status()).toBe(200);
  const { rows } = await screens.app.database.pool.query(
    `select payment_status, quantity, is_printed from orders`,
  );
  expect(rows).toEqual([{ payment_status: 'PAID', quantity: 2, is_printed: true }]);
  // Nothing is left to do.
  await page.keyboard.press('g');
  await page.keyboard.press('h');
  await page.getByRole('heading', { name: 'Yang perlu dikerjakan' }).waitFor();
  await page.getByText('dari 5 selesai').waitFor({ state: 'hidden' });
});
