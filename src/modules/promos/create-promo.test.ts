import { beforeAll, describe, expect, test } from 'vitest';
import type { TestShop } from '../../../test/harness.ts';
import {
  addPromo,
  createPromo,
  expeditionInput,
  promoDetail,
  promoInput,
  promoList,
  refusal,
  selecting,
} from '../../../test/promo-input.ts';
import { promoScene } from '../../../test/promo-scene.ts';

/* oxlint-disable typescript/no-explicit-any -- bodies of answers are looked into freely */

const scene = promoScene();
const { openShop } = scene;
/** Where everything is refused. */
let strict: TestShop;

beforeAll(async () => {
  strict = await scene.app.openShop();
});

describe('a new promo', () => {
  test('is shown as the reference has it', async () => {
    const { shop, product } = await openShop({ variation: { images: ['https://x.example/a.jpg'] } });
    const made_by = await createPromo(
      shop,
      promoInput({ name: ' Merdeka ', ...selecting(product, product) }),
    );
    expect(made_by.body).toMatchObject({
      response: 'Success',
      message: 'data has been successfully saved',
      data: { promo_id: expect.any(Number) },
    });
    const id = made_by.body.data.promo_id;
    expect(await promoDetail(shop, id)).toEqual({
      id,
      group: 'PROMO',
      name: 'Merdeka',
      coupon_code: '',
      type: 'PRODUCT',
      start_date: '2026-03-11 09:00:00',
      end_date: '2026-03-31 23:59:59',
      is_active: true,
      discount: { type: 'PERCENTAGE', amount: 5, max_nominal: 5_000 },
      limits: {
        usage_per_customer: 'UNLIMITED',
        promo_limit: 5,
        minimum_product: null,
        minimum_transaction: null,
      },
      used: 0,
      all_products: false,
      selected_items: {
        products: [
          {
            id: product,
            produk: expect.stringContaining('Sepatu'),
            image: 'https://x.example/a.jpg',
            thumbnail: 'https://x.example/a.jpg',
          },
        ],
        couriers: [],
        platforms: ['ORDER_APP'],
      },
      customer_categories: [
        { code: 'N', name: expect.any(String), selected: true },
        { code: 'Y', name: 'Reseller', selected: true },
        { code: 'D', name: 'Dropshipper', selected: true },
      ],
    });
  });

  test('of shipping names its couriers with their logos, and keeps its code as it was written', async () => {
    const { shop } = await openShop();
    const id = await addPromo(
      shop,
      expeditionInput({
        group: 'COUPON',
        coupon_code: 'Ongkir5000',
        end_date: null,
        customer_categories: 'y',
      }),
    );
    const promo = await promoDetail(shop, id);
    expect(promo).toMatchObject({ coupon_code: 'Ongkir5000', end_date: null });
    expect(promo.selected_items).toEqual({
      products: [],
      couriers: [
        {
          id: 1,
          logistic_name: 'JNE',
          rate_name: 'REG',
          logo_url: 'http://ngorder.test/assets/courier/jne.svg',
        },
        { id: 2, logistic_name: 'JNE', rate_name: 'YES', logo_url: expect.any(String) },
      ],
      platforms: ['STOREFRONT'],
    });
    const selected = promo.customer_categories.map((category: any) => [category.code, category.selected]);
    expect(selected).toEqual([
      ['N', false],
      ['Y', true],
      ['D', false],
    ]);
  });

  test('is read from strings, any letter case, and lists of one object', async () => {
    const { shop } = await openShop();
    const id = await addPromo(
      shop,
      promoInput({
        group: 'promo',
        type: 'product',
        start_date: '2026-03-11 00:00',
        discount: [{ type: 'percentage', amount: '10', max_nominal: '0' }],
        limits: [
          { usage_per_customer: '3', promo_limit: '50', minimum_product: '2', minimum_transaction: '0' },
        ],
        is_active: 'Y',
        customer_categories: { 0: 'n' },
        all_products: '1',
        selected_items: [{ platforms: ['quick_order'], products: ['999999999'], couriers: ['1'] }],
      }),
    );
    expect(await promoDetail(shop, id)).toMatchObject({
      discount: { type: 'PERCENTAGE', amount: 10, max_nominal: null },
      limits: { usage_per_customer: '3', promo_limit: 50, minimum_product: 2, minimum_transaction: 0 },
      is_active: true,
      all_products: true,
      selected_items: { products: [], couriers: [], platforms: ['QUICK_ORDER'] },
    });
  });

  test('without an end is open, as one whose end is empty', async () => {
    const { end_date: _end, ...open } = promoInput();
    for (const input of [open, promoInput({ end_date: '' }), promoInput({ end_date: null })]) {
      const { shop } = await openShop();
      expect((await promoDetail(shop, await addPromo(shop, input))).end_date).toBeNull();
    }
  });

  test('without limits, however they are left out, has none', async () => {
    for (const limits of [
      {},
      [],
      { usage_per_customer: '', promo_limit: 'unlimited', minimum_product: '' },
    ]) {
      const { shop } = await openShop();
      const id = await addPromo(shop, promoInput({ limits, discount: { type: 'NOMINAL', amount: 2_500 } }));
      const promo = await promoDetail(shop, id);
      expect(promo.limits).toEqual({
        usage_per_customer: 'UNLIMITED',
        promo_limit: null,
        minimum_product: null,
        minimum_transaction: null,
      });
      expect(promo.discount).toEqual({ type: 'NOMINAL', amount: 2_500, max_nominal: 2_500 });
    }
  });

  test.each<[string, Record<string, unknown>, string[]]>([
    [
      'nothing',
      Object.fromEntries(Object.keys(promoInput()).map((name) => [name, undefined])),
      [
        'all_products',
        'customer_categories',
        'discount',
        'group',
        'is_active',
        'limits',
        'name',
        'selected_items',
        'start_date',
        'type',
      ],
    ],
    ['a group that is none', { group: 'DISKON' }, ['group']],
    ['a day without a time', { start_date: '2026-03-11' }, ['start_date']],
    ['a time that is none', { start_date: '2026-03-11 24:00' }, ['start_date']],
    ['a day that is none', { end_date: '2026-02-30 10:00' }, ['end_date']],
    ['a start before today', { start_date: '2026-03-10 23:59' }, ['start_date']],
    ['an end at its start', { end_date: '2026-03-11 09:00' }, ['end_date']],
    ['0 percent', { discount: { type: 'PERCENTAGE', amount: 0 } }, ['discount.amount']],
    ['101 percent', { discount: { type: 'PERCENTAGE', amount: 101 } }, ['discount.amount']],
    ['half a rupiah', { discount: { type: 'NOMINAL', amount: 0.5 } }, ['discount.amount']],
    ['no type of discount', { discount: [] }, ['discount.amount', 'discount.type']],
    ['ten uses a customer', { limits: { usage_per_customer: '10' } }, ['limits.usage_per_customer']],
    ['no use a customer', { limits: { usage_per_customer: 0 } }, ['limits.usage_per_customer']],
    ['no quota', { limits: { promo_limit: '0' } }, ['limits.promo_limit']],
    ['a quota in words', { limits: { promo_limit: 'banyak' } }, ['limits.promo_limit']],
    ['no customer category', { customer_categories: [] }, ['customer_categories']],
    ['a category that is none', { customer_categories: ['N', 'Z'] }, ['customer_categories.1']],
    ['a category that the shop has not made', { customer_categories: ['N', '1'] }, ['customer_categories.1']],
    ['no platform', { selected_items: { platforms: [] } }, ['selected_items.platforms']],
    [
      'a platform that is none',
      { selected_items: { platforms: ['TIKTOK'] } },
      ['selected_items.platforms.0'],
    ],
    ['no product though not of all', selecting(), ['selected_items.products']],
    ['a product that does not exist', selecting(999_999_999), ['selected_items.products.0']],
    ['a coupon without code', { group: 'COUPON' }, ['coupon_code']],
    ['a code of two', { group: 'COUPON', coupon_code: 'AB' }, ['coupon_code']],
    ['a code of 21', { group: 'COUPON', coupon_code: 'A'.repeat(21) }, ['coupon_code']],
    ['a code with a sign', { group: 'COUPON', coupon_code: 'HEMAT-50' }, ['coupon_code']],
    ['shipping without couriers', { type: 'EXPEDITION' }, ['selected_items.couriers']],
    [
      'a courier that does not exist',
      { type: 'EXPEDITION', selected_items: { platforms: ['PRIVOR'], couriers: [1, 4_711_000] } },
      ['selected_items.couriers.1'],
    ],
    [
      'several faults at once',
      { start_date: '2020-01-01 00:00', customer_categories: ['3'], ...selecting(999_999_999) },
      ['customer_categories.0', 'selected_items.products.0', 'start_date'],
    ],
  ])('with %s is refused, naming the fields', async (_title, change, fields) => {
    expect(refusal(await createPromo(strict, promoInput(change)))).toEqual([422, fields]);
    expect((await promoList(strict)).data).toEqual([]);
  });

  test('is refused in the language of the caller', async () => {
    const shop = await scene.app.openShop();
    const wrong = promoInput({ start_date: '2026-03-10 10:00' });
    const of = async (language: string) =>
      (await createPromo(shop, wrong, { 'accept-language': language })).body.message.start_date;
    expect(await of('en')).toEqual(['The start_date must not be before 2026-03-11.']);
    expect(await of('id')).toEqual(['start_date tidak boleh sebelum 2026-03-11.']);
    const made_by = await createPromo(shop, promoInput(), { 'accept-language': 'id' });
    expect(made_by.body.message).toBe('data berhasil disimpan');
  });

  test("with another shop's product is refused like with one that does not exist", async () => {
    const { shop } = await openShop();
    const { product } = await openShop();
    const foreign = await createPromo(shop, promoInput(selecting(product)));
    const missing = await createPromo(shop, promoInput(selecting(999_999_999)));
    expect(foreign.body.message).toEqual(missing.body.message);
  });
});
