import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { TestShop } from '../harness.ts';
import { hire } from '../staff.ts';
import { addCustomer, addProduct, expectOk, openStall, orderOf, type Stall } from '../stall.ts';
import { openScreens, screenTest } from './browser.ts';

const screens = openScreens();

interface Opened {
  shop: TestShop;
  stall: Stall;
  order_id: number;
}

async function openedOrder(change: Record<string, unknown> = {}): Promise<Opened> {
  const shop = await screens.app.openShop();
  const stall = await openStall(shop);
  const placed = expectOk(await shop.call('POST', '/api/open/order', orderOf(stall, change)));
  return { shop, stall, order_id: placed.body.data.order_id };
}

const part = (page: Page, name: string) => page.getByRole('region', { name, exact: true });
/** The button of the next action: of the head on a laptop, of the bar on a phone. */
const nextButton = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).first();

screenTest(
  'an order is paid, gets its AWB number, is shipped and arrives; its history tells it',
  async () => {
    const { shop, order_id } = await openedOrder();
    const page = await screens.enter(shop, `/orders/${order_id}`);
    await page.getByRole('heading', { name: 'Order #1' }).waitFor();
    await nextButton(page, 'Catat pembayaran').click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Jumlah').fill('50000');
    await screens.look(page, 'order-pay');
    await page.keyboard.press('Enter');
    await part(page, 'Pembayaran').getByText('Rp50.000').waitFor();
    await nextButton(page, 'Catat pembayaran').click();
    expect(await dialog.getByLabel('Jumlah').inputValue()).toBe('Rp160.000');
    await page.keyboard.press('Enter');
    await page.getByText('Lunas').first().waitFor();
    await nextButton(page, 'Isi resi').click();
    await dialog.getByLabel('Nomor resi').fill('JP1234567890');
    await page.keyboard.press('Enter');
    await part(page, 'Pengiriman').getByText('JP1234567890', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Tindakan lain' }).click();
    await page.getByRole('menuitem', { name: 'Cetak label' }).click();
    await dialog.getByRole('button', { name: 'Cetak' }).first().waitFor();
    await page.keyboard.press('Escape');
    await part(page, 'Pengiriman').getByText('Label sudah dicetak').waitFor();
    await nextButton(page, 'Tandai dikirim').click();
    await nextButton(page, 'Tandai sampai').click();
    await page.getByText('Sampai').first().waitFor();
    const history = part(page, 'Riwayat');
    await history.getByText('Resi: JP1234567890').waitFor();
    await history.getByText('Rp50.000', { exact: false }).first().waitFor();
    await screens.look(page, 'order');
    const order = expectOk(await shop.call('GET', '/api/open/order/detail', { id: String(order_id) }));
    expect(order.body.data).toMatchObject({ payment_status: 'PAID', shipping_status: 'DELIVERED' });
  },
);

screenTest('on a phone the next action is in reach of a thumb, and a refusal loses nothing', async () => {
  const { shop, order_id } = await openedOrder();
  const page = await screens.enter(shop, `/orders/${order_id}`, 'phone');
  const button = page.getByRole('button', { name: 'Catat pembayaran' }).filter({ visible: true });
  await button.last().waitFor();
  await screens.look(page, 'order');
  expect((await button.last().boundingBox())?.y).toBeGreaterThan(560);
  await button.last().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Jumlah').fill('999999999');
  await page.keyboard.press('Enter');
  await dialog
    .getByText(/maks|melebihi|besar/i)
    .first()
    .waitFor();
  expect(await dialog.getByLabel('Jumlah').inputValue()).toBe('Rp999.999.999');
});

screenTest('an order is cancelled with its consequences said, and made active again', async () => {
  const { shop, order_id } = await openedOrder();
  const page = await screens.enter(shop, `/orders/${order_id}`);
  await page.getByRole('button', { name: 'Tindakan lain' }).click();
  await page.getByRole('menuitem', { name: 'Batalkan order' }).click();
  await page.getByText('Stok kembali ke gudang asalnya', { exact: false }).waitFor();
  await screens.look(page, 'order-cancel');
  await page.getByRole('dialog').getByRole('button', { name: 'Batalkan order' }).click();
  await nextButton(page, 'Aktifkan lagi').click();
  await page.getByRole('dialog').getByRole('button', { name: 'Aktifkan lagi' }).click();
  await nextButton(page, 'Catat pembayaran').waitFor();
  const order = expectOk(await shop.call('GET', '/api/open/order/detail', { id: String(order_id) }));
  expect(order.body.data.order_status).toBe('ACCEPTED');
});

screenTest('who works in a warehouse ships, and sees neither payments nor profit', async () => {
  const { shop, stall, order_id } = await openedOrder();
  const payment = { id: order_id, payment: { status: 'PAID', date: '2026-11-30', bank_id: stall.bank_id } };
  expectOk(await shop.call('PATCH', '/api/open/order/quick-payment', payment));
  const person = await hire(screens.app, shop, 'warehouse', [0]);
  const headers = { authorization: person.authorization };
  const me = expectOk(await screens.app.call('GET', '/api/account/me', {}, headers));
  const worker = { email: me.body.data.user.email as string, password: 'sandi-pegawai-toko' };
  const page = await screens.enter(worker, `/orders/${order_id}`);
  await nextButton(page, 'Isi resi').waitFor();
  for (const hidden of ['Pembayaran', 'Laba']) expect(await part(page, hidden).count()).toBe(0);
  for (const name of ['Catat pembayaran', 'WhatsApp', 'Ubah order'])
    expect(await page.getByRole('button', { name }).count()).toBe(0);
  await page.getByRole('button', { name: 'Tindakan lain' }).click();
  expect(await page.getByRole('menuitem', { name: 'Batalkan order' }).count()).toBe(0);
  await page.goto('/orders/999999');
  await page.getByText('Order ini tidak ada', { exact: false }).waitFor();
});

screenTest('planted markup and names of any length stand as text, and break nothing', async () => {
  const planted = '<img src=x onerror="document.title=1"><script>document.title=2</script>';
  const shop = await screens.app.openShop();
  const stall = await openStall(shop);
  const name = `${planted} ${'panjang'.repeat(1_400)}`;
  const goods = await addProduct(shop, { stocks: [5], product: { name: name.slice(0, 200) } });
  const customer_id = await addCustomer(shop, 'N', name.slice(0, 100), '081377788899');
  const order = orderOf({ ...stall, ...goods, customer_id }, { note: `${planted} ${'catatan'.repeat(250)}` });
  const { order_id } = expectOk(await shop.call('POST', '/api/open/order', order)).body.data;
  for (const size of ['laptop', 'phone'] as const) {
    const page = await screens.enter(shop, `/orders/${order_id}`, size);
    await part(page, 'Barang').getByText(planted, { exact: false }).first().waitFor();
    await part(page, 'Keterangan').getByText(planted, { exact: false }).waitFor();
    expect(await page.title()).toBe('Ngorder');
    await screens.look(page, 'order-planted');
  }
});
