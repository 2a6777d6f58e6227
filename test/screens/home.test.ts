import { expect } from 'vitest';
import { expectOk, openStall, orderOf, today } from '../stall.ts';
import { openScreens, screenTest } from './browser.ts';

const screens = openScreens();

screenTest('home says what waits, and each number opens the list with as many', async () => {
  const shop = await screens.app.openShop();
  const stall = await openStall(shop);
  for (const days of [0, 0, -7, -40])
    expectOk(await shop.call('POST', '/api/open/order', orderOf(stall, { order_date: today(days) })));
  await screens.app.readEvents();
  for (const size of ['laptop', 'phone'] as const) {
    const page = await screens.enter(shop, '/', size);
    const card = page.getByRole('link', { name: /^4\s*Belum bayar/ });
    await card.waitFor();
    await page.getByText('Penjualan bersih per hari').waitFor();
    await screens.look(page, 'home');
    await card.click();
    await page.getByRole('heading', { name: 'Order', level: 1 }).waitFor();
    await page
      .getByRole('checkbox', { name: /^Order #/ })
      .nth(3)
      .waitFor();
    expect(await page.getByRole('checkbox', { name: /^Order #/ }).count()).toBe(4);
    expect(await page.getByRole('tab', { selected: true }).innerText()).toMatch(/^Belum bayar\s*4$/);
  }
});

screenTest('a day of the chart opens to its orders', async () => {
  const shop = await screens.app.openShop();
  const stall = await openStall(shop);
  for (const days of [-3, -3, -2])
    expectOk(await shop.call('POST', '/api/open/order', orderOf(stall, { order_date: today(days) })));
  await screens.app.readEvents();
  const page = await screens.enter(shop, '/');
  await page.getByRole('link', { name: /: Rp[\d.]+, 2 order/ }).click();
  await page
    .getByRole('checkbox', { name: /^Order #/ })
    .nth(1)
    .waitFor();
  expect(await page.getByRole('checkbox', { name: /^Order #/ }).count()).toBe(2);
});
