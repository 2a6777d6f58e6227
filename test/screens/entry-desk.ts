import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { TestShop } from '../harness.ts';
import { addCustomer, expectOk, openStall, orderOf, type Stall, type StallOptions } from '../stall.ts';
import type { Screens } from './browser.ts';

/** What is planted in names: none of it may be more than text. */
export const PLANTED = '<img src=x onerror="document.title=1"><script>document.title=2</script>';

/** Where orders are entered: goods leave from Tajinan, and Siti has ordered once, by JNE REG. */
export interface Desk {
  shop: TestShop;
  stall: Stall;
  orders: () => Promise<EnteredOrder[]>;
}

export interface EnteredOrder {
  po_number: number;
  sender_name: string;
  receiver_name: string;
  quantity: number;
  goods_idr: number;
  total_idr: number;
  logistic_name: string;
  note: string;
}

export async function openDesk(screens: Screens, options: StallOptions = {}): Promise<Desk> {
  const shop = await screens.app.openShop();
  const stall = await openStall(shop, options);
  const { body } = expectOk(
    await shop.call('GET', '/api/open/region', { keyword: 'tajinan', pagination_offset: '1' }),
  );
  const origin = { supplier_id: stall.supplier_id, district_id: body.data[0].id, address: 'Jl. Toko 1' };
  expectOk(await shop.call('PATCH', '/api/open/supplier/update', origin));
  expectOk(await shop.call('POST', '/api/open/order', orderOf(stall)));
  const orders = async () => {
    const { rows } = await screens.app.database.pool.query<EnteredOrder>(
      `select po_number::int, sender_name, receiver_name, quantity, goods_idr::int, total_idr::int, logistic_name, note
       from orders where shop_id = $1 order by po_number`,
      [shop.shop_id],
    );
    return rows;
  };
  return { shop, stall, orders };
}

export const addAyu = (shop: TestShop, name = 'Ayu Lestari') =>
  addCustomer(shop, 'N', name, '0813-1111-2222');

/** Picks the first of what was found by the words, once what is shown is by them. */
export async function pick(page: Page, words: string): Promise<void> {
  await page.keyboard.type(words);
  await page.locator('[role=listbox][aria-busy=false] [role=option]').first().waitFor();
  await page.keyboard.press('Enter');
}

/** Chooses a customer, goods and how many by the keyboard; JNE REG is chosen by itself, as Siti had it before. */
export async function enterOrder(page: Page, { customer = 'siti', goods = 'sku', qty = '3' } = {}) {
  await page.getByRole('combobox', { name: 'Pelanggan', exact: true }).click();
  await pick(page, customer);
  await page.locator('input:focus[placeholder*="SKU"]').waitFor();
  await pick(page, goods);
  await page.locator('input:focus[aria-label^="Jumlah"]').waitFor();
  await page.keyboard.type(qty);
  await page.keyboard.press('Enter');
  await page.getByRole('radio', { name: /JNE REG/, checked: true }).waitFor();
}

/** The total on the screen is of what is in the form now. */
export async function quoted(page: Page): Promise<void> {
  await page.getByText('Menghitung…').waitFor({ state: 'hidden' });
  await page.getByText('Total', { exact: true }).waitFor();
}

/** Nothing that was planted has run. */
export async function expectText(page: Page): Promise<void> {
  expect(await page.title()).toBe('Ngorder');
  expect(await page.locator('main img[src="x"]').count()).toBe(0);
}
