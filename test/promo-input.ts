import { expectOk, today } from './stall.ts';
import type { TestShop } from './harness.ts';

/** A promo of all products from 11 to 31 March 2026, as the reference sends it. */
export const promoInput = (change: Record<string, unknown> = {}): Record<string, unknown> => ({
  group: 'PROMO',
  type: 'PRODUCT',
  name: 'Promo Awal Bulan',
  coupon_code: '',
  start_date: '2026-03-11 09:00',
  end_date: '2026-03-31 23:59:59',
  discount: { type: 'PERCENTAGE', amount: 5, max_nominal: 5_000 },
  limits: {
    usage_per_customer: 'UNLIMITED',
    promo_limit: 5,
    minimum_product: null,
    minimum_transaction: null,
  },
  is_active: true,
  customer_categories: ['N', 'Y', 'D'],
  all_products: true,
  selected_items: { products: [], platforms: ['ORDER_APP', 'PRIVOR'], couriers: [] },
  ...change,
});

/** The part of an input of a promo that runs now, as often as is wished. */
export const running = (change: object = {}) => ({
  start_date: `${today()} 00:00`,
  end_date: '',
  limits: {},
  ...change,
});

/** The part of an input that takes so much off each unit. */
export const off = (amount: number) => ({ discount: { type: 'NOMINAL', amount } });

/** The part of an input that chooses products. */
export const selecting = (...products: number[]) => ({
  all_products: false,
  selected_items: { products, platforms: ['ORDER_APP'] },
});

export const couponInput = (coupon_code: string, change: Record<string, unknown> = {}) =>
  promoInput({ group: 'COUPON', name: `Kupon ${coupon_code}`, coupon_code, ...change });

export const expeditionInput = (change: Record<string, unknown> = {}) =>
  promoInput({
    type: 'EXPEDITION',
    name: 'Ongkir',
    selected_items: { platforms: ['STOREFRONT'], couriers: ['1', 2] },
    ...change,
  });

export const createPromo = (
  shop: Pick<TestShop, 'call'>,
  input: object,
  headers: Record<string, string> = {},
) => shop.call('POST', '/api/open/promo', input, headers);

/** The id of a promo that is made. */
export const addPromo = async (shop: Pick<TestShop, 'call'>, input: object): Promise<number> =>
  expectOk(await createPromo(shop, input)).body.data.promo_id;

export const updatePromo = (shop: Pick<TestShop, 'call'>, id: number, input: object) =>
  shop.call('PATCH', '/api/open/promo', { id, ...input });

export const promoDetail = async (shop: Pick<TestShop, 'call'>, id: number) =>
  expectOk(await shop.call('GET', `/api/open/promo/${id}`)).body.data;

/** The list; the active ones where nothing else is said. */
export const promoList = async (
  shop: Pick<TestShop, 'call'>,
  filter: Record<string, string> = {},
  headers: Record<string, string> = {},
) => expectOk(await shop.call('GET', '/api/open/promo', { is_active: 'true', ...filter }, headers)).body;

/** What a refusal says: its status, and the fields at fault. */
export const refusal = (answer: { status: number; body: { message: object } }) => [
  answer.status,
  Object.keys(answer.body.message).toSorted(),
];
