import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { openScreens, screenTest } from './browser.ts';
import { enterOrder, openDesk, quoted } from './entry-desk.ts';

const screens = openScreens();

/** Somebody who types one key in 200 ms, and looks at what was found before they take it. */
class Typist {
  keys = 0;
  characters = 0;
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  async press(key: string): Promise<void> {
    await this.#page.waitForTimeout(200);
    await this.#page.keyboard.press(key);
    this.keys += 1;
  }

  async type(text: string): Promise<void> {
    await this.#page.keyboard.type(text, { delay: 200 });
    this.characters += text.length;
  }

  async take(words: string): Promise<void> {
    await this.type(words);
    await this.#page.locator('[role=listbox][aria-busy=false] [role=option]').first().waitFor();
    await this.press('Enter');
  }
}

screenTest(
  'a returning customer is served in 25 key actions and 30 seconds, by the keyboard alone',
  async () => {
    const { shop, orders } = await openDesk(screens);
    const page = await screens.enter(shop, '/orders');
    await page.getByText('#1').first().waitFor();
    const typist = new Typist(page);
    const begun = performance.now();
    await typist.press('n');
    await page.locator('input:focus[role=combobox]').waitFor();
    await typist.take('siti');
    await page.locator('input:focus[placeholder*="SKU"]').waitFor();
    await typist.take('sepatu');
    await page.locator('input:focus[aria-label^="Jumlah"]').waitFor();
    await typist.type('3');
    await typist.press('Enter');
    // The service that Siti had before is chosen, and the price of all is there.
    await page.getByRole('radio', { name: /JNE REG/, checked: true }).waitFor();
    await quoted(page);
    await typist.press('Control+Enter');
    await page.getByRole('heading', { name: /Order #2 tersimpan/ }).waitFor();
    const seconds = (performance.now() - begun) / 1_000;
    console.log(
      `order entry: ${typist.keys} key actions and ${typist.characters} characters, ${seconds.toFixed(1)} s at 200 ms a key`,
    );
    expect(typist.keys).toBeLessThanOrEqual(25);
    expect(seconds).toBeLessThan(30);
    await page.getByRole('link', { name: 'Kirim lewat WhatsApp' }).waitFor();
    await screens.look(page, 'order-saved');
    expect((await orders())[1]).toMatchObject({
      sender_name: 'Siti',
      quantity: 3,
      goods_idr: 300_000,
      logistic_name: 'JNE',
    });
  },
);

screenTest('an order that is saved without a connection is sent once, when it is back', async () => {
  const { shop, orders } = await openDesk(screens);
  const page = await screens.enter(shop, '/orders/new', 'phone');
  await screens.look(page, 'order-entry-empty');
  await enterOrder(page);
  // What was entered is there again after the page was closed.
  await page.reload();
  await page.getByLabel(/^Jumlah /).waitFor();
  await quoted(page);
  await screens.look(page, 'order-entry');
  await page.context().setOffline(true);
  await page.getByRole('button', { name: /Simpan order/ }).click();
  await page.getByText('Order disimpan di perangkat ini', { exact: false }).waitFor();
  expect(await orders()).toHaveLength(1);
  await page.context().setOffline(false);
  await page.getByText(/Order #2 terkirim/).waitFor({ timeout: 30_000 });
  await page.getByText('order menunggu dikirim', { exact: false }).waitFor({ state: 'hidden' });
  expect(await orders()).toMatchObject([{ po_number: 1 }, { po_number: 2, quantity: 3 }]);
});

screenTest('a chat is read, looked at, and only then an order', async () => {
  const { shop, orders } = await openDesk(screens);
  const page = await screens.enter(shop, '/orders/new');
  await page.getByRole('button', { name: 'Tempel chat' }).click();
  const dialog = page.getByRole('dialog', { name: /Tempel chat|Yang terbaca/ });
  await dialog
    .getByLabel('Chat pembeli')
    .fill(
      'Nama: Bunga <b>Lestari</b>\nHP: 0813-2222-3333\nAlamat: Jl. Melati 5, Tajinan, Malang\nSepatu 36 merah 2 pcs\nEkspedisi: JNE REG\nCatatan: kado',
    );
  await page.keyboard.press('Control+Enter');
  await dialog.getByText('Dari: “HP: 0813-2222-3333”').waitFor();
  await screens.look(page, 'order-from-chat');
  // Nothing of it is in the form before it was looked at.
  expect(await page.getByRole('button', { name: 'Simpan pelanggan' }).count()).toBe(0);
  await dialog.getByRole('button', { name: 'Isi ke formulir' }).click();
  await page.getByRole('button', { name: 'Simpan pelanggan' }).click();
  await page.getByText(/disimpan\.$/).waitFor();
  await page.getByRole('radio', { name: /JNE REG/, checked: true }).waitFor();
  await quoted(page);
  await page.keyboard.press('Control+Enter');
  await page.getByRole('heading', { name: /Order #2 tersimpan/ }).waitFor();
  const [, order] = await orders();
  expect(order).toMatchObject({ quantity: 2, note: 'kado' });
  expect(order?.sender_name).toMatch(/^Bunga/);
});
