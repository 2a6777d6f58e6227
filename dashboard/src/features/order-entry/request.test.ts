import { expect, test } from 'vitest';
import { EMPTY_DRAFT, withLine, type Contact, type Draft, type Line } from './draft.ts';
import { quoteInputOf, requestOf, type Given, type Quote } from './request.ts';
import { wordsOf } from './source-words.ts';

const buyer: Contact = {
  id: 7,
  name: 'Rina',
  phone: '6281234567890',
  address: 'Jl. Melati 1',
  district_id: 1,
  category_code: 'N',
  category: 'Pelanggan',
};
const shirt: Line = {
  id: 3,
  name: 'Kemeja',
  sku: 'KEM',
  product_status: 'S',
  price: 100_000,
  weight: 300,
  stock: 5,
  warehouses: [],
  qty: 2,
  warehouse_id: null,
  discount: null,
  promo_id: null,
};
const draft: Draft = {
  ...EMPTY_DRAFT,
  sender: buyer,
  lines: [shirt],
  courier: { id: 1, name: 'JNE REG', rate: null },
};
const given = { supplier_id: 1, order_date: '2026-11-30', rate: 9_000, insurance: 1_000 } satisfies Given;
const quote: Quote = {
  customer_category_code: 'N',
  lines: [],
  goods: 200_000,
  shipping: 9_000,
  shipping_discount: 0,
  shipping_promo_id: null,
  other_cost: 0,
  insurance: 0,
  discount: 0,
  order_cost: [],
  total: 209_000,
  weight: 600,
  shipping_explanation: null,
  promos: [],
  problems: [],
};

test('goods go to the customer unless the order is a dropship order', () => {
  expect(requestOf(draft, given, quote)).toMatchObject({ customer_sender_id: 7, customer_receiver_id: 7 });
  const other = { ...buyer, id: 8 };
  const dropship = { ...draft, is_dropship: true, receiver: other };
  expect(requestOf(dropship, given, quote)).toMatchObject({ customer_sender_id: 7, customer_receiver_id: 8 });
});

test('an order carries the costs that its quote was asked with, and those that the quote adds', () => {
  const insured = {
    ...draft,
    is_insured: true,
    costs: [{ name: 'Kado', category: 'OTHER COST' as const, nominal: 5_000 }],
  };
  const fee = {
    name: 'Biaya COD',
    category: 'OTHER COST' as const,
    type: 'NOMINAL' as const,
    nominal: 3_000,
  };
  const explained: Quote = {
    ...quote,
    shipping_explanation: {
      weight: { actual_grams: 600, volume_cm3: 0, volumetric_grams: 0, chargeable_kg: 1, text: '' },
      rate_source: 'GIVEN',
      steps: [],
      order_cost: [fee],
      total: 218_000,
      to_collect: 218_000,
    },
  };
  const asked = quoteInputOf(insured, given).order_cost ?? [];
  expect(asked.map(({ nominal }) => nominal)).toEqual([5_000, 1_000]);
  expect(requestOf(insured, given, explained).order_cost).toEqual([...asked, fee]);
});

test('a promo of a line takes the place of its discount', () => {
  const line = { ...shirt, discount: { type: 'NOMINAL' as const, value: 500 }, promo_id: 4 };
  const [sent] = quoteInputOf({ ...draft, lines: [line] }, given).products;
  expect(sent).toEqual({ id: 3, qty: 2, product_status: 'S', promo_id: 4 });
});

test('a down payment has its amount, a payment in full is of whatever the total is', () => {
  const payment = { status: 'PAID' as const, bank_id: 2, amount: 50_000, date: null };
  expect(requestOf({ ...draft, payment }, given, quote).payment).toEqual({
    status: 'PAID',
    bank_id: 2,
    date: '2026-11-30',
  });
  const part = { ...payment, status: 'INSTALLMENT' as const };
  expect(requestOf({ ...draft, payment: part }, given, quote).payment).toMatchObject({ amount: 50_000 });
});

test('the same goods picked again are more of one line', () => {
  expect(withLine([shirt], { ...shirt, qty: 1 })).toEqual([{ ...shirt, qty: 3 }]);
});

test('a value that was read is shown with the words it is from, however the number was written', () => {
  const chat = 'Nama: Sari\nHP: 0812-9876-5432\nAlamat: Jl. Kenanga 7';
  expect(wordsOf(chat, 'Sari')).toBe('Nama: Sari');
  expect(wordsOf(chat, '6281298765432')).toBe('HP: 0812-9876-5432');
  expect(wordsOf(chat, 'Lowokwaru')).toBe('');
});
