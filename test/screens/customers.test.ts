import { expect } from 'vitest';
import { hire } from '../staff.ts';
import { addCustomer, expectOk, openStall, orderOf } from '../stall.ts';
import { openScreens, screenTest } from './browser.ts';
import { PLANTED } from './entry-desk.ts';

const screens = openScreens();

screenTest(
  'a customer is entered, found by any part, and changed; a wrong number is said beside its field',
  async () => {
    const shop = await screens.app.openShop();
    await openStall(shop);
    const page = await screens.enter(shop, '/customers');
    await page.getByText('Siti').first().waitFor();
    await page.getByRole('button', { name: 'Pelanggan baru' }).click();
    const dialog = page.getByRole('dialog', { name: 'Pelanggan baru' });
    await dialog.getByRole('textbox', { name: 'Nama' }).fill('Bu Rahma');
    await dialog.getByRole('textbox', { name: 'HP' }).fill('12');
    await dialog.getByRole('combobox', { name: 'Kecamatan' }).fill('tajinan malang');
    await dialog.page().locator('[role=listbox][aria-busy=false] [role=option]').first().click();
    await dialog.getByRole('textbox', { name: 'Alamat' }).fill('Jl. Kenanga 3');
    await page.keyboard.press('Control+Enter');
    await dialog.getByRole('button', { name: 'Simpan' }).click();
    await dialog
      .getByText(/phone|HP/i)
      .nth(1)
      .waitFor();
    expect(await dialog.getByRole('textbox', { name: 'Alamat' }).inputValue()).toBe('Jl. Kenanga 3');
    await dialog.getByRole('textbox', { name: 'HP' }).fill('0813 5555 6666');
    await dialog.getByRole('button', { name: 'Simpan' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await page.goto('/customers');
    await page.getByRole('searchbox').fill('kenanga rah');
    await page.getByText('Bu Rahma').first().waitFor();
    await screens.look(page, 'customers');
  },
);

screenTest(
  'who has the same phone number stands beside, and one too many is deleted with its orders kept',
  async () => {
    const shop = await screens.app.openShop();
    const stall = await openStall(shop);
    expectOk(await shop.call('POST', '/api/open/order', orderOf(stall)));
    const twin = await addCustomer(shop, 'N', PLANTED, '+62 812 3456 7890');
    expectOk(await shop.call('POST', '/api/open/order', orderOf({ ...stall, customer_id: twin })));
    for (const size of ['laptop', 'phone'] as const) {
      const page = await screens.enter(shop, `/customers/${stall.customer_id}`, size);
      await page.getByRole('region', { name: 'Mungkin orang yang sama' }).waitFor();
      await page.getByRole('heading', { name: 'Yang sering dibeli' }).waitFor();
      await screens.look(page, 'customer');
      expect(await page.title()).toBe('Ngorder');
      if (size === 'laptop') continue;
      await page.getByRole('button', { name: /^Hapus: <img/ }).click();
      const dialog = page.getByRole('dialog', { name: 'Hapus pelanggan?' });
      await screens.look(page, 'customer-delete');
      await dialog.getByRole('button', { name: 'Hapus' }).click();
      await page.getByRole('region', { name: 'Mungkin orang yang sama' }).waitFor({ state: 'hidden' });
    }
    const { body } = expectOk(await shop.call('GET', '/api/open/order', {}));
    expect(body.meta.pagination.total).toBe(2);
    expect(expectOk(await shop.call('GET', '/api/open/customer', {})).body.meta.pagination.total).toBe(1);
  },
);

screenTest('who packs has no customers', async () => {
  const shop = await screens.app.openShop();
  const stall = await openStall(shop);
  const person = await hire(screens.app, shop, 'warehouse');
  const me = expectOk(await person.call('GET', '/api/account/me')).body.data;
  const worker = { email: me.user.email as string, password: 'sandi-pegawai-toko' };
  const page = await screens.enter(worker, `/customers/${stall.customer_id}`);
  await page.getByRole('alert').waitFor();
  expect(await page.getByText('Siti').count()).toBe(0);
});
