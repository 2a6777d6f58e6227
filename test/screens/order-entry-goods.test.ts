import { expect } from 'vitest';
import { addWarehouse, layIn } from '../staff.ts';
import { createPromo, off, promoInput, running } from '../promo-input.ts';
import { expectOk } from '../stall.ts';
import { openScreens, screenTest } from './browser.ts';
import { addAyu, enterOrder, expectText, openDesk, pick, PLANTED, quoted } from './entry-desk.ts';

const screens = openScreens();

screenTest(
  'goods leave the warehouse that was chosen, and a promo says what it takes off, or why not',
  async () => {
    const { shop, stall, orders } = await openDesk(screens, {
      product: { is_warehouse: '1' },
      variation: { warehouse_stock: [{ warehouse_id: 0, stock: 10 }] },
    });
    const malang = await addWarehouse(shop, stall.supplier_id, 'Gudang Malang');
    for (const id of stall.variation_ids) await layIn(shop, id, malang, 7);
    const promo = { ...running(), selected_items: { products: [], platforms: ['ORDER_APP'], couriers: [] } };
    expectOk(await createPromo(shop, promoInput({ ...promo, ...off(5_000), name: 'Promo Gajian' })));
    const far = { ...promo, limits: { minimum_product: 50 }, ...off(9_000), type: 'EXPEDITION' };
    const for_jne = { products: [], platforms: ['ORDER_APP'], couriers: [1] };
    const unmet = { ...far, selected_items: for_jne, name: 'Ongkir Hemat' };
    expectOk(await createPromo(shop, promoInput(unmet)));
    const page = await screens.enter(shop, '/orders/new');
    await enterOrder(page, { goods: 'sku' });
    await page.getByText(/Gudang Malang 7/).waitFor();
    await page.getByRole('combobox', { name: /^Gudang: / }).selectOption({ label: 'Gudang Malang (7)' });
    await page.getByRole('combobox', { name: /^Promo: / }).selectOption({ label: 'Promo Gajian' });
    await page.getByText('Rp285.000').first().waitFor();
    await page.getByText(/^Promo dan syaratnya/).click();
    await page.getByText('Ongkir Hemat').waitFor();
    await screens.look(page, 'order-entry-promo');
    await page.getByRole('button', { name: /^Alasan harga/ }).click();
    await page
      .getByRole('dialog')
      .getByText(/Promo Gajian/)
      .waitFor();
    await page.keyboard.press('Escape');
    // More than there are in the warehouse: said before anything is saved.
    await page.getByLabel(/^Jumlah /).fill('8');
    await page.getByText('Stok tinggal 7').waitFor();
    await page.getByLabel(/^Jumlah /).fill('7');
    await page.getByText('Stok tinggal 7').waitFor({ state: 'hidden' });
    await quoted(page);
    await page.keyboard.press('Control+Enter');
    await page.getByRole('heading', { name: /Order #2 tersimpan/ }).waitFor();
    expect((await orders())[1]).toMatchObject({ quantity: 7, goods_idr: 665_000 });
    const { rows } = await screens.app.database.pool.query(
      `select variation_id from stock_levels where shop_id = $1 and warehouse_id = $2 and quantity = 0`,
      [shop.shop_id, malang],
    );
    expect(rows).toHaveLength(1);
  },
);

screenTest('a dropship order is of one person and goes to another, who may be new', async () => {
  const { shop, orders } = await openDesk(screens);
  const page = await screens.enter(shop, '/orders/new', 'phone');
  await enterOrder(page);
  await page.getByLabel(/^Dropship/).check();
  await page.getByRole('combobox', { name: 'Penerima', exact: true }).fill('Bu Rina');
  await page.getByRole('option', { name: /Pelanggan baru: Bu Rina/ }).click();
  await page.getByLabel('Nomor HP').fill('0813-7777-8888');
  await page.getByLabel(/^Alamat/).fill('Jl. Mawar 9');
  // Without its district it is not saved, and that is said beside the field.
  await page.getByRole('button', { name: 'Simpan pelanggan' }).click();
  await page.getByText('Pilih kecamatan dari daftar.').waitFor();
  await page.getByRole('combobox', { name: 'Kecamatan' }).click();
  await pick(page, 'klojen malang');
  await screens.look(page, 'order-entry-dropship');
  await page.getByRole('button', { name: 'Simpan pelanggan' }).click();
  await page.getByText('Bu Rina disimpan.').waitFor();
  await page.getByRole('radio', { name: /JNE REG/, checked: true }).waitFor();
  await quoted(page);
  await page.getByRole('button', { name: /Simpan order/ }).click();
  await page.getByRole('heading', { name: /Order #2 tersimpan/ }).waitFor();
  expect((await orders())[1]).toMatchObject({ sender_name: 'Siti', receiver_name: 'Bu Rina' });
});

screenTest(
  'what is planted in names, and what is 10,000 characters long, stands as text in its place',
  async () => {
    const { shop, stall, orders } = await openDesk(screens);
    await addAyu(shop, PLANTED);
    const names = { name: `Ransel ${PLANTED}` };
    expectOk(
      await shop.call('PATCH', '/api/open/supplier/update', { supplier_id: stall.supplier_id, ...names }),
    );
    await addWarehouse(shop, stall.supplier_id, PLANTED.slice(0, 90));
    const promo = { ...running(), selected_items: { products: [], platforms: ['ORDER_APP'], couriers: [] } };
    expectOk(await createPromo(shop, promoInput({ ...promo, ...off(5_000), name: PLANTED.slice(0, 90) })));
    const long = 'panjang'.repeat(1_429);
    const page = await screens.enter(shop, '/orders/new', 'phone');
    await enterOrder(page, { customer: 'img', qty: '1' }).catch(() => undefined);
    await page.getByText(PLANTED, { exact: false }).first().waitFor();
    await page.getByRole('radio').first().check();
    await page.getByRole('button', { name: 'Tambah potongan' }).click();
    await page.getByLabel('Keterangan 1').fill(PLANTED + long);
    await page.getByLabel('Nominal 1').fill('1000');
    await page.getByLabel('Kode kupon').fill(PLANTED);
    await page.getByText('Tanggal, sumber, catatan').click();
    await page.getByLabel('Catatan', { exact: true }).fill(PLANTED + long);
    await page.getByLabel(/^Dropship/).check();
    await page.getByRole('combobox', { name: 'Penerima', exact: true }).fill('x');
    await page.getByRole('option', { name: /Pelanggan baru/ }).click();
    for (const label of [/^Nama/, /^Alamat/, /^Kode pos/, /^Nomor HP/])
      await page.getByRole('textbox', { name: label }).fill(PLANTED + long);
    await screens.look(page, 'order-entry-planted');
    await page.keyboard.press('Escape');
    await page.getByLabel(/^Dropship/).uncheck();
    await page.getByRole('button', { name: /Simpan order/ }).click();
    // The server says of which field, and why; what was typed is still there.
    await page.getByRole('alert').or(page.getByText(/kupon/i)).first().waitFor();
    await page.getByLabel('Kode kupon').fill('');
    expect(await page.getByLabel('Catatan', { exact: true }).inputValue()).toHaveLength(
      (PLANTED + long).length,
    );
    await page.getByLabel('Catatan', { exact: true }).fill(PLANTED);
    await page.getByLabel('Keterangan 1').fill(PLANTED);
    await quoted(page);
    await page.getByRole('button', { name: /Simpan order/ }).click();
    await page.getByRole('heading', { name: /Order #2 tersimpan/ }).waitFor();
    await screens.look(page, 'order-saved-planted');
    await expectText(page);
    expect((await orders())[1]).toMatchObject({ sender_name: PLANTED, note: PLANTED });
  },
);
