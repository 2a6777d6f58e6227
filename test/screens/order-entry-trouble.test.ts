import { expect } from 'vitest';
import { hire } from '../staff.ts';
import { expectOk } from '../stall.ts';
import { openScreens, screenTest } from './browser.ts';
import { enterOrder, openDesk, quoted } from './entry-desk.ts';

const screens = openScreens();

screenTest(
  'a session that ends in the middle of entry loses nothing, and the order is there once',
  async () => {
    const { shop, orders } = await openDesk(screens);
    const page = await screens.enter(shop, '/orders/new');
    await enterOrder(page);
    await quoted(page);
    await page.context().clearCookies();
    await page.keyboard.press('Control+Enter');
    const dialog = page.getByRole('dialog', { name: 'Sesi Anda berakhir' });
    await dialog.waitFor();
    expect(await orders()).toHaveLength(1);
    await dialog.getByRole('textbox').fill(shop.password);
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'hidden' });
    expect(await page.getByLabel(/^Jumlah /).inputValue()).toBe('3');
    await quoted(page);
    await page.keyboard.press('Control+Enter');
    await page.getByRole('heading', { name: /Order #2 tersimpan/ }).waitFor();
    expect(await orders()).toMatchObject([{ po_number: 1 }, { po_number: 2, quantity: 3 }]);
  },
);

screenTest(
  'who may not enter orders any more is told so, and finds what they entered once they may',
  async () => {
    const { shop, orders } = await openDesk(screens);
    const person = await hire(screens.app, shop, 'admin');
    const me = expectOk(await person.call('GET', '/api/account/me')).body.data;
    const page = await screens.enter({ email: me.user.email, password: 'sandi-pegawai-toko' }, '/orders/new');
    await enterOrder(page);
    await quoted(page);
    const become = async (role: string) =>
      expectOk(await shop.call('PATCH', '/api/account/user', { id: person.user_id, role }));
    await become('warehouse');
    await page.keyboard.press('Control+Enter');
    await page.getByText('Peran Anda sekarang tidak boleh membuat order.', { exact: false }).waitFor();
    await screens.look(page, 'order-entry-forbidden');
    expect(await page.getByLabel(/^Jumlah /).inputValue()).toBe('3');
    expect(await orders()).toHaveLength(1);
    await become('admin');
    await page.reload();
    await page.getByLabel(/^Jumlah /).waitFor();
    await page.getByRole('radio', { name: /JNE REG/, checked: true }).waitFor();
    await quoted(page);
    await page.keyboard.press('Control+Enter');
    await page.getByRole('heading', { name: /Order #2 tersimpan/ }).waitFor();
    expect(await orders()).toHaveLength(2);
  },
);

screenTest('what another changes while an order is entered is shown before it is saved', async () => {
  const { shop, stall, orders } = await openDesk(screens);
  const page = await screens.enter(shop, '/orders/new');
  await enterOrder(page, { qty: '2' });
  await quoted(page);
  await screens.app.database.pool.query(
    `update product_variations set price_idr = 130000 where shop_id = $1`,
    [shop.shop_id],
  );
  await page.keyboard.press('Control+Enter');
  await page.getByText(/totalnya baru saja berubah/).waitFor();
  await page.getByText('Rp260.000').first().waitFor();
  await screens.look(page, 'order-entry-changed');
  const moved = { customer_id: stall.customer_id, address: 'Jl. Pindah 8' };
  expectOk(await shop.call('PATCH', '/api/open/customer/update', moved));
  await quoted(page);
  await page.keyboard.press('Control+Enter');
  await page.getByText(/data Siti baru saja diubah/).waitFor();
  await page.getByText(/Jl\. Pindah 8/).waitFor();
  expect(await orders()).toHaveLength(1);
  await quoted(page);
  await page.keyboard.press('Control+Enter');
  await page.getByRole('heading', { name: /Order #2 tersimpan/ }).waitFor();
  expect((await orders())[1]).toMatchObject({ goods_idr: 260_000 });
});

screenTest(
  'a customer who was deleted while the order was entered is said, and another can be chosen',
  async () => {
    const { shop, stall, orders } = await openDesk(screens);
    const page = await screens.enter(shop, '/orders/new');
    await enterOrder(page);
    await quoted(page);
    expectOk(
      await shop.call('PATCH', '/api/open/customer/activation-status', {
        id: stall.customer_id,
        status: '5',
      }),
    );
    await page.keyboard.press('Control+Enter');
    await page
      .getByText(/pelanggan.*(tidak ditemukan|tidak ada)|customer/i)
      .last()
      .waitFor();
    expect(await page.getByLabel(/^Jumlah /).inputValue()).toBe('3');
    await page.getByRole('button', { name: 'Ganti' }).click();
    await page.locator('input:focus[role=combobox]').waitFor();
    expect(await orders()).toHaveLength(1);
  },
);

screenTest('on a slow line keys that come before their answers are waited for', async () => {
  const { shop, orders } = await openDesk(screens);
  const page = await screens.enter(shop, '/orders/new', 'phone');
  await page.getByRole('combobox', { name: 'Pelanggan', exact: true }).waitFor();
  const line = await page.context().newCDPSession(page);
  // Slow 3G, as browsers have it.
  const [latency, throughput] = [400, (400 * 1_024) / 8];
  await line.send('Network.emulateNetworkConditions', {
    offline: false,
    latency,
    downloadThroughput: throughput,
    uploadThroughput: throughput,
  });
  await page.getByRole('combobox', { name: 'Pelanggan', exact: true }).click();
  // Enter at once, before anything was found: there is one Siti.
  await page.keyboard.type('siti');
  await page.keyboard.press('Enter');
  await page.locator('input:focus[placeholder*="SKU"]').waitFor();
  const { rows } = await screens.app.database.pool.query(
    `select sku from product_variations where shop_id = $1 limit 1`,
    [shop.shop_id],
  );
  await page.keyboard.type(rows[0].sku);
  await page.keyboard.press('Enter');
  await page.locator('input:focus[aria-label^="Jumlah"]').waitFor();
  await page.keyboard.type('4');
  await page.keyboard.press('Enter');
  await page.getByRole('radio', { name: /JNE REG/, checked: true }).waitFor();
  await page.keyboard.press('Control+Enter');
  await page.keyboard.press('Control+Enter');
  await page.getByRole('heading', { name: /Order #2 tersimpan/ }).waitFor({ timeout: 20_000 });
  expect(await orders()).toMatchObject([{ po_number: 1 }, { po_number: 2, quantity: 4 }]);
});
