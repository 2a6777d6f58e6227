import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { expectOk, openStall, orderOf, today } from '../stall.ts';
import { openScreens, screenTest } from './browser.ts';

const screens = openScreens();

async function openedOrder() {
  const shop = await screens.app.openShop();
  const stall = await openStall(shop);
  const { order_id } = expectOk(await shop.call('POST', '/api/open/order', orderOf(stall))).body.data;
  const detail = async () =>
    expectOk(await shop.call('GET', '/api/open/order/detail', { id: String(order_id) })).body.data;
  const pay = async (amount: number) =>
    expectOk(
      await shop.call('PATCH', '/api/open/order/quick-payment', {
        id: order_id,
        payment: { status: 'INSTALLMENT', date: today(), bank_id: stall.bank_id, amount },
      }),
    );
  return { shop, stall, order_id: order_id as number, detail, pay };
}

const quantity = (page: Page) => page.getByRole('textbox', { name: /^Jumlah Sepatu/ }).first();
const summary = (page: Page) => page.getByRole('region', { name: 'Setelah disimpan' });
const bar = (page: Page) => page.getByRole('region', { name: 'Simpan ubahan' });
const saveButton = (page: Page) => page.getByRole('button', { name: /^Simpan ubahan/ });

screenTest('an edit shows money and stock before it is saved, and the history tells it after', async () => {
  const { shop, order_id, detail } = await openedOrder();
  for (const size of ['laptop', 'phone'] as const) {
    const page = await screens.enter(shop, `/orders/${order_id}`, size);
    await page.getByRole('heading', { name: 'Order #1' }).waitFor();
    await page.keyboard.press('e');
    await page.waitForURL(`**/orders/${order_id}/edit`);
    await summary(page).getByText('Belum ada yang diubah').waitFor();
    expect(await saveButton(page).count()).toBe(0);
    const total = (await detail()).total_amount;
    await quantity(page).fill(size === 'laptop' ? '3' : '4');
    await summary(page)
      .getByText(/sisa \d/)
      .first()
      .waitFor();
    await screens.look(page, 'order-edit');
    await page.keyboard.press('Control+Enter');
    await page.waitForURL((url) => url.pathname === `/orders/${order_id}`);
    await page.getByText('Order diubah').first().waitFor();
    expect((await detail()).total_amount).toBeGreaterThan(total);
  }
  expect((await detail()).order_detail[0].qty).toBe(4);
});

screenTest(
  'what was typed stays when somebody else was quicker, who is named; it is saved on top',
  async () => {
    const { shop, order_id, detail, pay } = await openedOrder();
    const page = await screens.enter(shop, `/orders/${order_id}/edit`);
    await quantity(page).fill('5');
    await summary(page)
      .getByText(/sisa \d/)
      .first()
      .waitFor();
    await pay(60_000);
    await saveButton(page).click();
    const alert = page.getByRole('alert').filter({ hasText: 'Order ini berubah sejak Anda membukanya' });
    await alert.getByText('Pembayaran dicatat').waitFor();
    await screens.look(page, 'order-conflict');
    expect(await quantity(page).inputValue()).toBe('5');
    expect((await detail()).order_detail[0].qty).toBe(1);
    // Also after the page was closed.
    await page.reload();
    await alert.waitFor();
    expect(await quantity(page).inputValue()).toBe('5');
    await alert.getByRole('button', { name: 'Lanjutkan dengan ubahan saya' }).click();
    await alert.waitFor({ state: 'hidden' });
    await summary(page).getByText('Rp60.000').first().waitFor();
    await saveButton(page).click();
    await page.waitForURL((url) => url.pathname === `/orders/${order_id}`);
    expect(await detail()).toMatchObject({ payment_status: 'INSTALLMENT', total_amount: 610_000 });
  },
);

screenTest('what is refused, or cannot be sent, is said, and nothing is lost', async () => {
  const { shop, order_id } = await openedOrder();
  const page = await screens.enter(shop, `/orders/${order_id}/edit`);
  await quantity(page).fill('99999');
  await bar(page)
    .getByText(/tersisa/)
    .waitFor();
  await quantity(page).fill('2');
  await summary(page)
    .getByText(/sisa \d/)
    .first()
    .waitFor();
  await page.context().setOffline(true);
  await saveButton(page).click();
  await bar(page).getByText('Server tidak terjangkau', { exact: false }).first().waitFor();
  expect(await quantity(page).inputValue()).toBe('2');
  await page.context().setOffline(false);
  await saveButton(page).click();
  await page.waitForURL((url) => url.pathname === `/orders/${order_id}`);
});

screenTest('a similar order is filled in, and what stood there before comes back', async () => {
  const { shop, order_id } = await openedOrder();
  const page = await screens.enter(shop, `/orders/${order_id}`);
  await page.getByRole('button', { name: 'Tindakan lain' }).click();
  await page.getByRole('menuitem', { name: 'Buat order serupa' }).click();
  await page.waitForURL('**/orders/new');
  await quantity(page).waitFor();
  await page.getByText('Diisi dari order #1').waitFor();
  await page.getByRole('button', { name: 'Urungkan' }).click();
  await quantity(page).waitFor({ state: 'hidden' });
});
