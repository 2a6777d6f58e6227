import { expect } from 'vitest';
import { openScreens, screenTest } from './browser.ts';

const screens = openScreens();

screenTest('the steps of a new shop can be put away, and are back by undo', async () => {
  const shop = await screens.app.openShop();
  const page = await screens.enter(shop, '/', 'phone');
  await page.getByRole('region', { name: 'Mulai berjualan' }).waitFor();
  await screens.look(page, 'home-new-shop');
  await page.getByRole('button', { name: /^Pilih kurir/ }).click();
  const dialog = page.getByRole('dialog', { name: 'Kurir' });
  await dialog.getByRole('checkbox', { name: /^TIKI/ }).uncheck();
  await screens.look(page, 'home-couriers');
  await dialog.getByRole('button', { name: 'Simpan' }).click();
  await dialog.waitFor({ state: 'hidden' });
  await page.getByRole('button', { name: 'Sembunyikan daftar ini' }).click();
  await page.getByRole('region', { name: 'Mulai berjualan' }).waitFor({ state: 'hidden' });
  await page.getByRole('button', { name: 'Urungkan' }).click();
  await page.getByRole('region', { name: 'Mulai berjualan' }).waitFor();
  expect(offersTiki((await shop.call('GET', '/api/open/setting/courier')).body.data)).toBe(false);
});

/** Whether a service of TIKI is offered. */
function offersTiki(groups: Record<string, { logistic_name: string; is_active: boolean }[]>): boolean {
  return Object.values(groups)
    .flat()
    .some(({ logistic_name, is_active }) => logistic_name === 'TIKI' && is_active);
}
