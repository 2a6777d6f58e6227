import { expect } from 'vitest';
import { hire } from '../staff.ts';
import { expectOk, openStall, orderOf, today } from '../stall.ts';
import { openScreens, screenTest } from './browser.ts';

const screens = openScreens();

async function openedShop(orders = 0) {
  const shop = await screens.app.openShop();
  const stall = await openStall(shop);
  for (let n = 0; n < orders; n += 1)
    expectOk(await shop.call('POST', '/api/open/order', orderOf(stall, { order_date: today(-n % 5) })));
  return { shop, stall };
}

screenTest('who has no shop opens one, and is in it', async () => {
  for (const size of ['laptop', 'phone'] as const) {
    const page = await screens.visit(size);
    await page.goto('/');
    await page.waitForURL('**/sign-in**');
    await screens.look(page, 'sign-in');
    await page.getByRole('link', { name: 'Buka toko' }).click();
    await page.getByLabel('Nama toko').fill(`Toko Bu Sri ${size}`);
    expect(await page.getByLabel('Alamat toko').inputValue()).toBe(`toko-bu-sri-${size}`);
    await page.getByLabel('Nama Anda').fill('Sri');
    await page.getByLabel('Email').fill(`sri-${size}@example.com`);
    await page.getByLabel('Nomor WhatsApp').fill('12');
    await page.getByRole('textbox', { name: 'Kata sandi' }).fill('sandi-yang-panjang');
    await page.keyboard.press('Enter');
    // What is wrong stands beside the field, in the language of the person; what was typed is still there.
    await page
      .getByText('The phone number', { exact: false })
      .or(page.getByText(/nomor telepon/i))
      .first()
      .waitFor();
    await screens.look(page, 'sign-up');
    await page.getByLabel('Nomor WhatsApp').fill('081234567890');
    await page.getByRole('button', { name: 'Buka toko' }).click();
    await page.waitForURL((url) => url.pathname === '/');
    await page.getByRole('button', { name: 'Akun' }).click();
    await page.getByText('Pemilik').waitFor();
  }
});

screenTest('a wrong password is told, and nothing is lost', async () => {
  const { shop } = await openedShop();
  const page = await screens.visit();
  await page.goto('/orders');
  await page.getByLabel('Email').fill(shop.email);
  await page.getByRole('textbox', { name: 'Kata sandi' }).fill('salah-sekali');
  await page.keyboard.press('Enter');
  await page.getByRole('alert').waitFor();
  expect(await page.getByLabel('Email').inputValue()).toBe(shop.email);
  await page.getByRole('textbox', { name: 'Kata sandi' }).fill(shop.password);
  await page.keyboard.press('Enter');
  // Where they wanted to go.
  await page.waitForURL('**/orders');
});

screenTest(
  'a session that ends in the middle is asked for above the page, which stays as it is',
  async () => {
    const { shop } = await openedShop(3);
    const page = await screens.enter(shop, '/orders');
    await page.getByRole('searchbox').fill('belum');
    await page.waitForURL('**/orders?keyword=belum');
    await page.context().clearCookies();
    await page.getByRole('searchbox').fill('belum selesai diketik');
    const dialog = page.getByRole('dialog', { name: 'Sesi Anda berakhir' });
    await dialog.waitFor();
    await screens.look(page, 'session-ended');
    await dialog.getByRole('textbox').fill(shop.password);
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'hidden' });
    expect(await page.getByRole('searchbox').inputValue()).toBe('belum selesai diketik');
  },
);

screenTest('a role is shown what it may do, and nothing else', async () => {
  const { shop } = await openedShop(1);
  const person = await hire(screens.app, shop, 'warehouse');
  const me = expectOk(
    await screens.app.call('GET', '/api/account/me', {}, { authorization: person.authorization }),
  );
  const worker = { email: me.body.data.user.email as string, password: 'sandi-pegawai-toko' };
  const page = await screens.enter(worker, '/orders');
  const menu = page.getByRole('navigation', { name: 'Menu utama' }).first();
  await menu.getByRole('link', { name: 'Order', exact: true }).waitFor();
  expect(await menu.getByRole('link', { name: 'Pelanggan' }).count()).toBe(0);
  expect(await menu.getByRole('link', { name: 'Order baru' }).count()).toBe(0);
  await page.getByRole('button', { name: 'Kolom' }).click();
  expect(await page.getByLabel('Laba', { exact: true }).count()).toBe(0);
});

screenTest('search finds orders by any part, and keys do what menus do', async () => {
  const { shop } = await openedShop(2);
  const page = await screens.enter(shop, '/orders');
  await page.keyboard.press('/');
  await page.getByRole('combobox').fill('sit');
  await page.getByRole('option', { name: /Order #2/ }).waitFor();
  await screens.look(page, 'search');
  await page.keyboard.press('Escape');
  await page.keyboard.press('g');
  await page.keyboard.press('h');
  await page.waitForURL((url) => url.pathname === '/');
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').fill('akun');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/account');
  await screens.look(page, 'account');
  await page.keyboard.press('?');
  await page.getByRole('dialog', { name: 'Tombol keyboard' }).waitFor();
  await screens.look(page, 'keys');
});

screenTest('what a list shows stands in the address: back, forward and a reload lose nothing', async () => {
  const { shop } = await openedShop(4);
  for (const size of ['laptop', 'phone'] as const) {
    const page = await screens.enter(shop, '/orders', size);
    await page.getByText('#4').first().waitFor();
    await screens.look(page, 'orders');
    await page.getByRole('tab', { name: 'Belum bayar' }).click();
    await page.getByRole('button', { name: 'Saringan', exact: true }).click();
    await page.getByRole('textbox', { name: 'Dari tanggal' }).fill(today(-3));
    await page.keyboard.press('Escape');
    const address = page.url();
    expect(new URL(address).search).toContain(`start_date=${today(-3)}`);
    await page.goBack();
    await page.goForward();
    expect(page.url()).toBe(address);
    await page.reload();
    await page.getByText(/^Dari tanggal \d/).waitFor();
    await screens.look(page, 'orders-filtered');
    await page.getByRole('button', { name: 'Hapus saringan' }).first().click();
    await page.waitForURL((url) => url.search === '');
  }
});

screenTest('the language changes at once, of the screen and of what the server says', async () => {
  const { shop } = await openedShop();
  const page = await screens.enter(shop, '/notifications');
  await page.getByRole('button', { name: 'Akun' }).click();
  await page.getByRole('menuitem', { name: 'English' }).click();
  await page.getByRole('heading', { name: 'Notifications' }).waitFor();
  expect(await page.evaluate('document.documentElement.lang')).toBe('en');
  await page.reload();
  await page.getByRole('heading', { name: 'Notifications' }).waitFor();
  await screens.look(page, 'notifications');
});

screenTest('without a connection the page opens and says so', async () => {
  const { shop } = await openedShop();
  const page = await screens.enter(shop, '/orders');
  await page.evaluate('navigator.serviceWorker.ready.then(() => undefined)');
  await page.reload();
  await page.getByRole('searchbox').waitFor();
  await page.context().setOffline(true);
  await page.goto('/orders');
  await page.getByRole('status').filter({ hasText: 'Tidak ada koneksi' }).waitFor();
  await screens.look(page, 'offline');
  await page.context().setOffline(false);
});

screenTest('planted markup stands as text', async () => {
  const shop = await screens.app.openShop();
  const stall = await openStall(shop);
  const planted = '<img src=x onerror="document.title=1"><script>document.title=2</script>';
  const note = { note: planted };
  expectOk(await shop.call('POST', '/api/open/order', orderOf(stall, note)));
  const page = await screens.enter(shop, '/orders');
  await page.getByRole('button', { name: 'Kolom' }).click();
  await page.getByLabel('Catatan').check();
  await page.getByText(planted).waitFor();
  expect(await page.title()).toBe('Ngorder');
});

screenTest('rows go on for as long as one scrolls, each once', async () => {
  const { shop } = await openedShop(95);
  const page = await screens.enter(shop, '/orders');
  const rows = page.getByRole('checkbox', { name: /^Order #/ });
  await rows.first().waitFor();
  const seen = new Set<string>();
  for (let step = 0; step < 40 && seen.size < 95; step += 1) {
    for (const name of await page.locator('tbody tr[aria-rowindex] a').allInnerTexts()) seen.add(name);
    await page.mouse.wheel(0, 400);
    await page.waitForTimeout(120);
  }
  expect(seen.size).toBe(95);
  expect(await page.getByRole('table').getAttribute('aria-rowcount')).toBe('95');
});
