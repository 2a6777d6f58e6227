import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { hire } from '../staff.ts';
import { expectOk, openStall, orderOf, today } from '../stall.ts';
import { openScreens, screenTest } from './browser.ts';

const screens = openScreens();

async function openedShop(orders: number) {
  const shop = await screens.app.openShop();
  const stall = await openStall(shop, { stocks: [500, 500] });
  const ids: number[] = [];
  for (let n = 0; n < orders; n += 1) {
    const made = expectOk(
      await shop.call('POST', '/api/open/order', orderOf(stall, { order_date: today() })),
    );
    ids.push(made.body.data.order_id);
  }
  return { shop, stall, ids };
}

/** Presses what begins a run, and lets it run when the server has it. */
async function press(page: Page, button: Locator): Promise<void> {
  const begun = page.waitForResponse(
    (answer) => answer.request().method() === 'POST' && /\/bulk\/order(\/\d+\/retry)?$/.test(answer.url()),
  );
  await button.click();
  await begun;
  await screens.app.runJobs();
}

const rowsOf = (page: Page) => page.getByRole('checkbox', { name: /^Order #/ });

screenTest('all that match are paid at once; one that cannot says why, and is done again', async () => {
  const { shop, ids } = await openedShop(55);
  const page = await screens.enter(shop, '/orders?payment_status=UNPAID');
  await rowsOf(page).first().waitFor();
  await page.getByRole('checkbox', { name: 'Semua' }).check();
  await page.getByRole('button', { name: 'Pilih semua 55' }).click();
  const bar = page.getByRole('toolbar', { name: '55 dipilih' });
  await bar.waitFor();
  await screens.look(page, 'orders-selected');
  await bar.getByRole('button', { name: 'Tandai lunas' }).click();
  const dialog = page.getByRole('dialog', { name: 'Tandai lunas' });
  // Under load the server tries fewer of them before it answers.
  await dialog.getByText(/^Bisa: \d+ dari \d+ order$/).waitFor();
  await dialog.getByRole('button', { name: 'Tutup' }).last().click();
  // What is left out stays out, of all that match.
  await rowsOf(page).first().uncheck();
  await page.getByRole('toolbar', { name: '54 dipilih' }).waitFor();
  await page.getByRole('button', { name: 'Batalkan pilihan' }).click();
  for (const n of [0, 1, 2]) await rowsOf(page).nth(n).check();
  const second = ids.at(-2);
  await page.getByRole('button', { name: 'Tandai lunas' }).click();
  await dialog.getByText('Bisa: 3 dari 3 order').waitFor();
  // Somebody cancels one of them meanwhile.
  expectOk(await shop.call('POST', '/api/open/order/cancel', { id: second, paid_as: 'BALANCE' }));
  await press(page, dialog.getByRole('button', { name: 'Jalankan untuk 3 order' }));
  await dialog.getByRole('button', { name: 'Ulangi yang gagal' }).waitFor();
  await dialog.getByText(/^Order #\d+ .+/).waitFor();
  await screens.look(page, 'orders-bulk-results');
  expectOk(await shop.call('POST', '/api/open/order-cancel/return', { id: second }));
  await press(page, dialog.getByRole('button', { name: 'Ulangi yang gagal' }));
  await dialog.getByRole('button', { name: 'Berhasil 3' }).waitFor();
  await dialog.getByRole('link', { name: 'Buka di halaman sendiri' }).click();
  await page.getByRole('button', { name: 'Berhasil 3' }).waitFor();
  await page.goBack();
  await rowsOf(page).first().waitFor();
  await page.getByRole('tab', { name: /^Belum bayar\s*52$/ }).waitFor();
});

screenTest('the bar is in reach of a thumb, and has only what the role may do', async () => {
  const { shop } = await openedShop(3);
  const phone = await screens.enter(shop, '/orders', 'phone');
  await rowsOf(phone).first().check();
  const bar = phone.getByRole('toolbar', { name: '1 dipilih' });
  await bar.getByRole('button', { name: 'Tindakan' }).waitFor();
  const box = await bar.boundingBox();
  expect((box?.y ?? 0) + (box?.height ?? 0)).toBeGreaterThan(600);
  await screens.look(phone, 'orders-selected');
  await bar.getByRole('button', { name: 'Tandai lunas' }).click();
  await phone.getByText('Bisa: 1 dari 1 order').waitFor();
  await screens.look(phone, 'orders-bulk-preview');

  const person = await hire(screens.app, shop, 'warehouse', [0]);
  const me = expectOk(
    await screens.app.call('GET', '/api/account/me', {}, { authorization: person.authorization }),
  );
  const worker = { email: me.body.data.user.email as string, password: 'sandi-pegawai-toko' };
  const page = await screens.enter(worker, '/orders');
  await rowsOf(page).first().check();
  await page.getByRole('button', { name: 'Tindakan' }).waitFor();
  expect(await page.getByRole('button', { name: 'Tandai lunas' }).count()).toBe(0);
  await page.getByRole('button', { name: 'Tindakan' }).click();
  expect(await page.getByRole('menuitem').allInnerTexts()).toEqual(['Isi resi', 'Salin barisnya']);
});

screenTest('a view is shared with the shop, and columns follow the person into another browser', async () => {
  const { shop } = await openedShop(2);
  const page = await screens.enter(shop, '/orders?payment_status=UNPAID');
  await rowsOf(page).first().waitFor();
  await page.getByRole('button', { name: 'Kolom' }).click();
  const kept = page.waitForResponse((answer) => answer.url().endsWith('/preference/orders.columns'));
  await page.getByLabel('Catatan').check();
  expect((await kept).ok()).toBe(true);
  await page.keyboard.press('Escape');
  await page.getByRole('columnheader', { name: 'Catatan' }).waitFor();
  await page.getByRole('button', { name: 'Tampilan', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Simpan tampilan ini…' }).click();
  await page.getByLabel('Nama tampilan').fill('Tagihan <b>pagi</b>');
  await page.getByLabel('Bagikan ke semua di toko').check();
  await screens.look(page, 'orders-view');
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => url.searchParams.get('columns')?.includes('note') === true);

  const other = await screens.enter(shop, '/orders');
  await other.getByRole('columnheader', { name: 'Catatan' }).waitFor();

  const person = await hire(screens.app, shop, 'admin');
  const me = expectOk(
    await screens.app.call('GET', '/api/account/me', {}, { authorization: person.authorization }),
  );
  const colleague = { email: me.body.data.user.email as string, password: 'sandi-pegawai-toko' };
  const theirs = await screens.enter(colleague, '/orders');
  await theirs.getByRole('button', { name: 'Tampilan', exact: true }).click();
  await theirs.getByRole('menuitem', { name: /Tagihan <b>pagi<\/b>/ }).click();
  await theirs.waitForURL((url) => url.searchParams.get('payment_status') === 'UNPAID');
  await theirs.getByRole('columnheader', { name: 'Catatan' }).waitFor();
  await theirs.goBack();
  await theirs.waitForURL((url) => url.search === '');
});

screenTest('closed orders are a tab away, and are reactivated; filters come back', async () => {
  const { shop, ids } = await openedShop(2);
  expectOk(await shop.call('POST', '/api/open/order/cancel', { id: ids[0], paid_as: 'BALANCE' }));
  await screens.app.readEvents();
  const page = await screens.enter(shop, '/orders?payment_status=UNPAID');
  await rowsOf(page).first().waitFor();
  await page.getByRole('tab', { name: /^Batal/ }).click();
  await page.waitForURL((url) => url.pathname === '/orders/closed');
  await rowsOf(page).first().check();
  await screens.look(page, 'orders-closed');
  await page.goBack();
  await page.waitForURL('**/orders?payment_status=UNPAID');
  await page.goForward();
  const bar = page.getByRole('toolbar', { name: '1 dipilih' });
  await bar.getByRole('button', { name: 'Aktifkan lagi' }).click();
  const dialog = page.getByRole('dialog', { name: 'Aktifkan lagi' });
  await press(page, dialog.getByRole('button', { name: 'Jalankan untuk 1 order' }));
  await dialog.getByRole('button', { name: 'Berhasil 1' }).waitFor();
  expect(await dialog.getByRole('button', { name: 'Urungkan: batalkan lagi' }).count()).toBe(1);
});
