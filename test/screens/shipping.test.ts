import { expect } from 'vitest';
import type { Page } from 'playwright-core';
import { addWarehouse, hire, layIn } from '../staff.ts';
import { expectOk, openStall, orderOf, today, type Stall } from '../stall.ts';
import type { TestShop } from '../harness.ts';
import { openScreens, screenTest } from './browser.ts';

const screens = openScreens();
const PLANTED = '<img src=x onerror="document.title=1">';

/** A paid order that can be sent, with so many pieces of the first product. */
async function placePaid(shop: TestShop, stall: Stall, qty: number, change: object = {}) {
  const [id = 0] = stall.variation_ids;
  const order = orderOf(stall, {
    products: [{ id, qty, product_status: 'S' }],
    payment: { status: 'PAID', date: today(), bank_id: stall.bank_id },
    ...change,
  });
  return expectOk(await shop.call('POST', '/api/open/order', order)).body.data as {
    order_id: number;
    po_number: number;
  };
}

const number = async (shop: TestShop, id: number, awb_number: string) =>
  expectOk(await shop.call('POST', '/api/open/order/awb-number/add', { id, awb_number }));

/** As a scanner does it: signs and Enter, wherever the focus is. */
async function scan(page: Page, code: string): Promise<void> {
  await page.keyboard.type(code);
  await page.keyboard.press('Enter');
}

const tab = (page: Page, name: RegExp) => page.getByRole('tab', { name });

screenTest(
  'parcels go from their labels in one print over packing to the courier, by scanner and keyboard',
  async () => {
    for (const size of ['laptop', 'phone'] as const) {
      const shop = await screens.app.openShop();
      const stall = await openStall(shop);
      const first = await placePaid(shop, stall, 2, { note: PLANTED.repeat(8) });
      const second = await placePaid(shop, stall, 1);
      await number(shop, first.order_id, 'JP7000000001');
      await number(shop, second.order_id, 'JP7000000002');
      const page = await screens.enter(shop, '/shipping', size);
      await tab(page, /^Siap cetak\s*2/).waitFor();
      for (const order of [first, second])
        await page.getByRole('checkbox', { name: `Order #${order.po_number}` }).check();
      await screens.look(page, 'shipping');
      await page.getByRole('button', { name: 'Cetak' }).click();
      await page.getByRole('menuitem', { name: 'Label', exact: true }).click();
      const dialog = page.getByRole('dialog', { name: 'Label: 2 order' });
      await dialog.getByRole('link', { name: 'Simpan PDF' }).waitFor();
      await page.keyboard.press('Escape');
      await tab(page, /^Siap diserahkan\s*2/).waitFor();

      await page.goto('/shipping/pack');
      const field = page.getByRole('textbox', { name: /^Pindai/ });
      // Typed by a scanner wherever the focus is, once the page is there.
      await field.waitFor();
      if (size === 'phone') await field.click();
      await scan(page, 'JP7000000001');
      await page.getByText(`Order #${first.po_number}: 2 barang lagi`).waitFor();
      await page.getByText(PLANTED, { exact: false }).first().waitFor();
      await scan(page, 'BUKAN-INI');
      await page.getByRole('alert').filter({ hasText: 'BUKAN-INI tidak ada dalam paket ini' }).waitFor();
      await screens.look(page, 'shipping-pack-wrong');
      const shown = expectOk(await shop.call('POST', '/api/open/shipping/scan', { code: 'JP7000000001' }));
      await scan(page, shown.body.data.lines[0].sku as string);
      await page.getByText('1 dari 2 dikemas').waitFor();
      await page.getByRole('button', { name: /^Tambah 1 / }).click();
      await page.getByText(`Order #${first.po_number} lengkap. Tutup paketnya.`).waitFor();
      await screens.look(page, 'shipping-pack');
      // The next scan is of the next parcel, although the focus was on a button.
      await scan(page, `${second.po_number}`);
      await page.getByText(`Order #${second.po_number}: 1 barang lagi`).waitFor();

      await page.goto('/shipping?step=TO_HAND_OVER');
      await page.getByRole('checkbox', { name: `Order #${first.po_number}` }).check();
      await page.getByRole('button', { name: 'Minta jemput' }).click();
      await page.getByRole('dialog', { name: 'Hasil' }).waitFor();
      await screens.app.runJobs();
      await page.getByText('Berhasil 1').waitFor();
      await page.keyboard.press('Escape');

      await page.goto('/shipping/handover');
      // Typed by a scanner wherever the focus is, once the page is there.
      await field.waitFor();
      if (size === 'phone') await field.click();
      await scan(page, 'JP7000000001');
      await page.getByRole('region').getByText('1 paket', { exact: true }).waitFor();
      await scan(page, 'JP7000000001');
      await page.getByText(`Order #${first.po_number} sudah ada di daftar`).waitFor();
      // Nothing that was scanned is lost.
      await page.reload();
      await screens.look(page, 'shipping-handover');
      await page.getByRole('button', { name: 'Tandai 1 paket dikirim' }).click();
      await page.getByText('Belum ada paket yang dipindai.').waitFor();
      await page.goto('/shipping');
      await tab(page, /^Dikirim\s*1/).waitFor();
    }
  },
);

screenTest('AWB numbers of a file are matched, set and undone; what fits no order is said', async () => {
  for (const size of ['laptop', 'phone'] as const) {
    const shop = await screens.app.openShop();
    const stall = await openStall(shop);
    const order = await placePaid(shop, stall, 1);
    const other = await placePaid(shop, stall, 1);
    const page = await screens.enter(shop, '/shipping/awb', size);
    const rows = [
      'No. PO;No. Resi',
      `${order.po_number};JP8000000001`,
      `999;${PLANTED.slice(0, 4)}JP8000000002`,
    ];
    const file = { name: 'resi.csv', mimeType: 'text/csv', buffer: Buffer.from(rows.join('\n')) };
    await page.locator('input[type=file]').setInputFiles(file);
    await page.waitForURL(/\/shipping\/awb\/\d+$/);
    await page.getByText('Tidak cocok (1)').waitFor();
    await screens.look(page, 'shipping-awb');
    await page.getByRole('button', { name: /^Terapkan/ }).click();
    await page.getByText('Sudah diterapkan').waitFor();
    const awbOf = async (keyword: string) =>
      expectOk(await shop.call('GET', `/api/open/order?keyword=${keyword}`)).body.data.length as number;
    expect(await awbOf('JP8000000001')).toBe(1);
    await page.getByRole('button', { name: 'Urungkan impor' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Urungkan impor' }).click();
    await page.getByText('Sudah diurungkan').waitFor();
    expect(await awbOf('JP8000000001')).toBe(0);
    // One by one: the parcel, then its number.
    await page.goto('/shipping/awb');
    await page.getByRole('textbox', { name: /^Pindai kode QR/ }).fill(String(other.po_number));
    await page.keyboard.press('Enter');
    await page.getByRole('textbox', { name: /^Pindai atau ketik resi/ }).fill('JP8000000003');
    await page.keyboard.press('Enter');
    await page.getByText(`Resi JP8000000003 disimpan untuk order #${other.po_number}`).waitFor();
  }
});

screenTest(
  'a parcel that came back is scanned and received, and what is good is in stock again',
  async () => {
    for (const size of ['laptop', 'phone'] as const) {
      const shop = await screens.app.openShop();
      const stall = await openStall(shop);
      const [variation_id] = stall.variation_ids;
      const order = await placePaid(shop, stall, 3);
      await number(shop, order.order_id, 'JP9000000001');
      const sent = { id: order.order_id, status: 'ON PROCESS' };
      expectOk(await shop.call('PATCH', '/api/open/order/shipping-status', sent));
      const stock = async () =>
        (
          expectOk(await shop.call('GET', `/api/open/product/history/warehouse/${variation_id}`)).body
            .data as { stock: number }[]
        ).reduce((sum, level) => sum + level.stock, 0);
      expect(await stock()).toBe(97);
      const page = await screens.enter(shop, '/shipping/returns', size);
      await page.getByRole('textbox', { name: 'Pindai paket yang kembali' }).fill('JP9000000001');
      await page.keyboard.press('Enter');
      await page.getByText(`Order #${order.po_number} belum tercatat sebagai retur`).waitFor();
      await screens.look(page, 'shipping-returns');
      await page.getByRole('button', { name: 'Catat retur' }).click();
      await page.waitForURL(/\/shipping\/returns\/\d+$/);
      await page.getByLabel(/^Rusak:/).fill('4');
      await page.getByText('Lebih banyak dari isi paket.').waitFor();
      await page.getByLabel(/^Rusak:/).fill('1');
      await screens.look(page, 'shipping-return');
      await page.getByRole('button', { name: 'Terima paket, 2 kembali ke stok' }).click();
      await page.getByText('Baik 2 · Rusak 1 · Hilang 0').waitFor();
      expect(await stock()).toBe(99);
      await page.getByRole('button', { name: 'Selesaikan retur' }).click();
      await page.getByText('Biaya retur', { exact: true }).waitFor();
      await screens.look(page, 'shipping-return-settled');
      await page.goto('/shipping/returns?state=SETTLED');
      await page.getByText(`#${order.po_number}`).first().waitFor();
      await page.goto('/shipping/cod');
      await page.getByText('Tidak ada COD yang menunggu.').waitFor();
      await screens.look(page, 'shipping-cod');
    }
  },
);

screenTest('who works in one warehouse of two sends its parcels, and sees no other', async () => {
  const shop = await screens.app.openShop();
  const stall = await openStall(shop);
  const [variation_id = 0] = stall.variation_ids;
  const branch_id = await addWarehouse(shop, stall.supplier_id, 'Cabang');
  await layIn(shop, variation_id, branch_id, 5);
  const product = { id: variation_id, qty: 1, product_status: 'S' };
  const own = await placePaid(shop, stall, 1, { products: [{ ...product, warehouse_id: branch_id }] });
  const other = await placePaid(shop, stall, 1, { products: [{ ...product, warehouse_id: 0 }] });
  await number(shop, own.order_id, 'JP6000000001');
  await number(shop, other.order_id, 'JP6000000002');
  const person = await hire(screens.app, shop, 'warehouse', [branch_id]);
  const me = expectOk(
    await screens.app.call('GET', '/api/account/me', {}, { authorization: person.authorization }),
  );
  const worker = { email: me.body.data.user.email as string, password: 'sandi-pegawai-toko' };
  const page = await screens.enter(worker, '/shipping', 'phone');
  await tab(page, /^Siap cetak\s*1/).waitFor();
  await page.getByText(`#${own.po_number}`).first().waitFor();
  expect(await page.getByRole('checkbox', { name: `Order #${other.po_number}` }).count()).toBe(0);
  expect(await page.getByRole('link', { name: 'COD' }).count()).toBe(0);
  await screens.look(page, 'shipping-warehouse');
  await page.goto('/shipping/pack');
  const field = page.getByRole('textbox', { name: /^Pindai/ });
  await field.fill('JP6000000002');
  await page.keyboard.press('Enter');
  await page.getByText('Tidak ada pesanan dengan kode ini').waitFor();
  await field.fill('JP6000000001');
  await page.keyboard.press('Enter');
  await page.getByText(`Order #${own.po_number}: 1 barang lagi`).waitFor();
});
