import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { hire } from '../staff.ts';
import { expectOk, openStall, orderOf, today } from '../stall.ts';
import { openScreens, screenTest } from './browser.ts';

const screens = openScreens();

async function openedShop(orders: number) {
  const shop = await screens.app.openShop();
  const stall = await openStall(shop, { stocks: [500, 500] });
  for (let n = 0; n < orders; n += 1) {
    expectOk(await shop.call('POST', '/api/open/order', orderOf(stall, { order_date: today() })));
  }
  return { shop, stall };
}

const rowsOf = (page: Page) => page.getByRole('checkbox', { name: /^Order #/ });

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
