import { describe, expect, test } from 'vitest';
import {
  addPromo,
  couponInput,
  createPromo,
  expeditionInput,
  promoInput,
  promoList,
  refusal,
  selecting,
  updatePromo,
} from '../../../test/promo-input.ts';
import { promoScene } from '../../../test/promo-scene.ts';
import { addProduct, expectOk } from '../../../test/stall.ts';

/* oxlint-disable typescript/no-explicit-any -- bodies of answers are looked into freely */

const scene = promoScene();
const { openShop } = scene;

describe('a product is in one PROMO at a time', () => {
  test('which is told by product, with the name of the other', async () => {
    const { shop, product } = await openShop();
    const { product_id: other } = await addProduct(shop);
    await addPromo(shop, promoInput({ name: 'Pertama', ...selecting(product) }));
    const second = await createPromo(shop, promoInput(selecting(other, product)));
    expect([second.status, second.body.message]).toEqual([
      422,
      { 'selected_items.products.1': ['This product is in the promo "Pertama" in the same period.'] },
    ]);
    const all = await createPromo(shop, promoInput());
    expect(refusal(all)).toEqual([422, ['all_products']]);
    await addPromo(shop, promoInput(selecting(other)));
  });

  test('and in none beside one of all products', async () => {
    const { shop, product } = await openShop();
    await addPromo(shop, promoInput());
    expect(refusal(await createPromo(shop, promoInput(selecting(product))))).toEqual([
      422,
      ['selected_items.products'],
    ]);
    expect(refusal(await createPromo(shop, promoInput()))).toEqual([422, ['all_products']]);
  });

  test.each<[string, Record<string, unknown>]>([
    ['right after it', { start_date: '2026-03-31 23:59:59', end_date: '' }],
    ['right before it', { start_date: '2026-03-11 08:00', end_date: '2026-03-11 09:00' }],
    ['as a coupon', { group: 'COUPON', coupon_code: 'HEMAT' }],
    ['switched off', { is_active: false }],
    ['for shipping', expeditionInput()],
  ])('but may be in another %s', async (_title, change) => {
    const { shop, product } = await openShop();
    await addPromo(shop, promoInput(selecting(product)));
    const second = await createPromo(shop, promoInput({ ...selecting(product), ...change }));
    expect(second.status).toBe(200);
  });

  test('until it is deleted or switched off; switching on again is refused', async () => {
    const { shop, product } = await openShop();
    const first = await addPromo(shop, promoInput(selecting(product)));
    expectOk(await updatePromo(shop, first, promoInput({ ...selecting(product), is_active: false })));
    const second = await addPromo(shop, promoInput(selecting(product)));
    expect(refusal(await updatePromo(shop, first, promoInput(selecting(product))))).toEqual([
      422,
      ['selected_items.products.0'],
    ]);
    expectOk(await shop.call('DELETE', `/api/open/promo/${second}`));
    expectOk(await updatePromo(shop, first, promoInput(selecting(product))));
  });

  test('however many promos are made at once, of this product or of all', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { shop, product } = await openShop();
      const answers = await Promise.all(
        Array.from({ length: 10 }, (_, index) =>
          createPromo(shop, promoInput(index % 2 === 0 ? selecting(product) : {})),
        ),
      );
      expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
      expect((await promoList(shop)).data).toHaveLength(1);
    }
  });

  test('however many are switched on at once', async () => {
    const { shop, product } = await openShop();
    const off = promoInput({ ...selecting(product), is_active: false });
    const ids = await Promise.all(Array.from({ length: 8 }, () => addPromo(shop, off)));
    const answers = await Promise.all(ids.map((id) => updatePromo(shop, id, promoInput(selecting(product)))));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect((await promoList(shop)).data).toHaveLength(1);
  });
});

describe('a coupon code', () => {
  test('belongs to one coupon at a time, in any letter case', async () => {
    const { shop } = await openShop();
    await addPromo(shop, couponInput('Hemat50'));
    const second = await createPromo(shop, couponInput('hEMAT50'));
    expect([second.status, second.body.message]).toEqual([
      422,
      { coupon_code: ['The coupon "Kupon Hemat50" uses this code in the same period.'] },
    ]);
    await addPromo(shop, couponInput('HEMAT50', { start_date: '2026-03-31 23:59:59', end_date: null }));
    await addPromo(shop, couponInput('Hemat5'));
  });

  test('may be that of another shop', async () => {
    await addPromo((await openShop()).shop, couponInput('SAMA'));
    expect((await createPromo((await openShop()).shop, couponInput('SAMA'))).status).toBe(200);
  });

  test('belongs to one, however many are made at once', async () => {
    const { shop } = await openShop();
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, index) =>
        createPromo(shop, couponInput(index % 2 === 0 ? 'BARU' : 'baru')),
      ),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect((await promoList(shop)).data).toHaveLength(1);
  });

  test('is kept in a change of its coupon, and free again when that is deleted', async () => {
    const { shop } = await openShop();
    const id = await addPromo(shop, couponInput('TETAP'));
    expectOk(await updatePromo(shop, id, couponInput('tetap', { name: 'Baru' })));
    expectOk(await shop.call('DELETE', `/api/open/promo/${id}`));
    expect((await createPromo(shop, couponInput('TETAP'))).status).toBe(200);
  });
});
