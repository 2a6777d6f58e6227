import { beforeAll, describe, expect, test } from 'vitest';
import type { TestShop } from '../../../test/harness.ts';
import {
  addPromo,
  couponInput,
  createPromo,
  expeditionInput,
  promoDetail,
  promoInput,
  promoList,
  refusal,
  selecting,
  updatePromo,
} from '../../../test/promo-input.ts';
import { PROMO_NIGHT, promoScene } from '../../../test/promo-scene.ts';
import { addProduct, expectOk, openStall, orderOf } from '../../../test/stall.ts';

/* oxlint-disable typescript/no-explicit-any -- bodies of answers are looked into freely */

const scene = promoScene();
const { clock, openShop } = scene;

describe('a change', () => {
  test('replaces all but the discount that it does not send', async () => {
    const { shop, product } = await openShop();
    const id = await addPromo(shop, promoInput());
    const { discount: _discount, ...rest } = promoInput({
      ...selecting(product),
      name: 'Baru',
      end_date: '',
      limits: { usage_per_customer: 2 },
    });
    const answer = expectOk(await updatePromo(shop, id, rest));
    expect(answer.body).toMatchObject({
      message: 'data has been successfully saved',
      data: { promo_id: id },
    });
    expect(await promoDetail(shop, id)).toMatchObject({
      name: 'Baru',
      end_date: null,
      discount: { type: 'PERCENTAGE', amount: 5, max_nominal: 5_000 },
      limits: { usage_per_customer: '2', promo_limit: null },
      selected_items: { products: [{ id: product }] },
    });
    expectOk(await updatePromo(shop, id, promoInput({ discount: { type: 'NOMINAL', amount: 7_000 } })));
    expect(await promoDetail(shop, id)).toMatchObject({
      all_products: true,
      discount: { type: 'NOMINAL', amount: 7_000, max_nominal: 7_000 },
      selected_items: { products: [] },
    });
  });

  test('of one that began may keep its day, and no earlier one', async () => {
    const { shop } = await openShop();
    const id = await addPromo(shop, promoInput());
    clock.advance(3 * 24 * 3_600_000);
    try {
      expectOk(await updatePromo(shop, id, promoInput({ name: 'Tetap jalan' })));
      expect(refusal(await updatePromo(shop, id, promoInput({ start_date: '2026-03-10 09:00' })))).toEqual([
        422,
        ['start_date'],
      ]);
      expect(refusal(await createPromo(shop, couponInput('LAMA')))).toEqual([422, ['start_date']]);
    } finally {
      clock.set(PROMO_NIGHT);
    }
  });

  test('never sets the quota below what is used, and keeps what is used', async () => {
    const shop = await scene.app.openShop();
    const stall = await openStall(shop);
    const running = { start_date: '2026-03-11 00:00' };
    const id = await addPromo(shop, promoInput({ ...running, limits: { promo_limit: 5 } }));
    for (let used = 0; used < 2; used += 1) {
      const products = [{ id: stall.variation_ids[0], qty: 1, product_status: 'S', promo_id: id }];
      const order = orderOf(stall, { order_date: '2026-03-11', products });
      expectOk(await shop.call('POST', '/api/open/order', order));
    }
    const below = await updatePromo(shop, id, promoInput({ ...running, limits: { promo_limit: '1' } }));
    expect([below.status, below.body.message]).toEqual([
      422,
      {
        'limits.promo_limit': [
          'The limits.promo_limit must be at least 2, because 2 orders already use the promo.',
        ],
      },
    ]);
    expectOk(await updatePromo(shop, id, promoInput({ limits: { promo_limit: 2 } })));
    expect(await promoDetail(shop, id)).toMatchObject({ used: 2, limits: { promo_limit: 2 } });
  });

  test('that is wrong in one field changes none', async () => {
    const { shop } = await openShop();
    const id = await addPromo(shop, promoInput());
    const before = await promoDetail(shop, id);
    for (const wrong of [{ customer_categories: ['2'] }, selecting(999_999_999), { end_date: undefined }])
      expect((await updatePromo(shop, id, promoInput({ name: 'Salah', ...wrong }))).status).toBe(422);
    expect(await promoDetail(shop, id)).toEqual(before);
  });
});

test('a deleted promo is gone from everywhere, once', async () => {
  const { shop } = await openShop();
  const id = await addPromo(shop, promoInput());
  const answer = await shop.call('DELETE', `/api/open/promo/${id}`);
  expect(answer.body).toMatchObject({ response: 'Success', message: 'Data has been deleted', data: null });
  expect((await promoList(shop)).data).toEqual([]);
  expect((await shop.call('GET', `/api/open/promo/${id}`)).status).toBe(404);
  expect((await updatePromo(shop, id, promoInput())).status).toBe(404);
  expect((await shop.call('DELETE', `/api/open/promo/${id}`)).status).toBe(404);
});

test("another shop's promo does not exist", async () => {
  const { shop } = await openShop();
  const { shop: other } = await openShop();
  const id = await addPromo(shop, promoInput());
  const found = await Promise.all([
    other.call('GET', `/api/open/promo/${id}`),
    other.call('DELETE', `/api/open/promo/${id}`),
    updatePromo(other, id, promoInput()),
  ]);
  expect(found.map(({ status }) => status)).toEqual([404, 404, 404]);
  expect((await promoList(other)).data).toEqual([]);
  expect((await promoDetail(shop, id)).name).toBe('Promo Awal Bulan');
});

describe('the list', () => {
  let shop: TestShop;
  const names = async (filter: Record<string, string>) =>
    (await promoList(shop, filter)).data.map((promo: { name: string }) => promo.name);

  beforeAll(async () => {
    const opened = await openShop();
    shop = opened.shop;
    const { product_id } = await addProduct(shop);
    await addPromo(shop, promoInput({ name: 'Sepasang', ...selecting(opened.product, product_id) }));
    await addPromo(shop, expeditionInput({ name: 'Ongkir Hemat', all_products: false }));
    await addPromo(shop, couponInput('KUPON50', { end_date: null }));
    await addPromo(shop, promoInput({ name: 'Lama', is_active: false }));
  });

  test('shows each as the reference has it, the newest first, all products in the language of the caller', async () => {
    const { data, meta } = await promoList(shop);
    expect(data).toEqual([
      {
        id: expect.any(Number),
        name: 'Kupon KUPON50',
        is_active: true,
        total_selected_items: 'All',
        type: 'PRODUCT',
        group: 'COUPON',
        start_date: '2026-03-11 09:00:00',
        end_date: null,
      },
      expect.objectContaining({ name: 'Ongkir Hemat', total_selected_items: '2', type: 'EXPEDITION' }),
      expect.objectContaining({
        name: 'Sepasang',
        total_selected_items: '2',
        end_date: '2026-03-31 23:59:59',
      }),
    ]);
    expect(meta.pagination).toMatchObject({ total: 3, count: 3 });
    const indonesian = await promoList(shop, {}, { 'accept-language': 'id' });
    expect(indonesian.data[0].total_selected_items).toBe('semua');
  });

  test.each<[Record<string, string>, string[]]>([
    [{ is_active: 'false' }, ['Lama']],
    [{ is_active: '' }, ['Lama', 'Kupon KUPON50', 'Ongkir Hemat', 'Sepasang']],
    [{ keyword: 'hEMAT' }, ['Ongkir Hemat']],
    [{ keyword: 'upon5' }, ['Kupon KUPON50']],
    [{ keyword: '%' }, []],
    [{ type: 'expedition' }, ['Ongkir Hemat']],
    [{ per_page: '1', pagination_offset: '2' }, ['Ongkir Hemat']],
  ])('%j', async (filter, expected) => {
    expect(await names(filter)).toEqual(expected);
  });

  test.each<[Record<string, string>, string[]]>([
    [{ keyword: 'x'.repeat(21) }, ['keyword']],
    [{ type: 'HADIAH', per_page: '101' }, ['per_page', 'type']],
  ])('refuses %j', async (filter, fields) => {
    const answer = await shop.call('GET', '/api/open/promo', { is_active: '1', ...filter });
    expect(refusal(answer)).toEqual([422, fields]);
  });

  test('and the detail take the same number of statements for 1, 10 and 100 promos and products', async () => {
    const { shop: big, product } = await openShop();
    const products = [product];
    const sent: number[][] = [];
    for (const count of [1, 10, 100]) {
      while (products.length < count) products.push((await addProduct(big, { stocks: [1] })).product_id);
      for (let having = (await promoList(big, {})).meta.pagination.total; having < count - 1; having += 1)
        await addPromo(big, couponInput(`KODE${having}`, selecting(...products)));
      const id = await addPromo(big, couponInput(`BANYAK${count}`, selecting(...products)));
      const before = scene.app.database.statements.sent;
      expect((await promoList(big, { per_page: '100' })).data).toHaveLength(count);
      const listed = scene.app.database.statements.sent;
      expect((await promoDetail(big, id)).selected_items.products).toHaveLength(count);
      sent.push([listed - before, scene.app.database.statements.sent - listed]);
    }
    expect(sent).toEqual([
      [3, 1],
      [3, 1],
      [3, 1],
    ]);
  });
});
