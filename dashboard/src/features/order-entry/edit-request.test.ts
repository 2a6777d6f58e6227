import { expect, test } from 'vitest';
import type { Order } from '../order-record/order-record.ts';
import { editInputOf } from './edit-request.ts';
import { copyOfOrder, draftOfOrder } from './order-draft.ts';
import { lineKey } from './draft.ts';

const person = {
  id: 7,
  name: 'Rina',
  phone: '6281234567890',
  address: 'Jl. Melati 1',
  postal_code: null,
  district_id: 1,
  district: 'Lowokwaru',
  city_id: 2,
  city: 'Malang',
  province_id: 3,
  province: 'Jawa Timur',
  email: null,
  line: null,
  region: 'Lowokwaru, Malang',
  other: null,
  category: 'PELANGGAN',
};

const lineAt = (warehouse_id: number, change: object = {}): Order['order_detail'][number] => ({
  variation_id: 3,
  qty: 2,
  price: 100_000,
  warehouse_id,
  warehouse_stock_id: warehouse_id,
  name: 'Kemeja',
  sku: 'KEM',
  type: null,
  nominal: 0,
  percentage: 0,
  promo_id: null,
  variation_detail: {
    variation_id: 3,
    product_id: 1,
    name: 'Kemeja',
    product_type: 'S',
    publish_status: 'Y',
    stock_quantity: 5,
    sku: 'KEM',
    image: '',
    thumbnail: '',
    discount: 0,
    color: '',
    size: 'L',
    weight: 300,
    category_id: 0,
    created_at: '',
    price: 100_000,
    price1: 0,
    price2: 0,
    price3: 0,
    price_reseller: 0,
    price_buy: null,
    wholesale_status: 'N',
    is_warehouse: 1,
    warehouse_stock: [],
  },
  ...change,
});

const order: Order = {
  order_id: 12,
  version: 4,
  po_number: 9,
  shop_id: 1,
  order_date: '2026-11-30 00:00:00',
  total_amount: 410_000,
  note: 'Bungkus kado',
  order_progress_status: 'UNPAID',
  order_status: 'ACCEPTED',
  order_category: 'APP',
  payment_status: 'UNPAID',
  payment_date: null,
  shopee: null,
  created_at: '',
  updated_at: '',
  invoice: '',
  remaining_amount: 410_000,
  shipping_rate: 'REG',
  shipping_logistic: 'JNE',
  order_source: '',
  other_cost_amount: 0,
  created_by_name: null,
  updated_by_name: null,
  awb_number: null,
  shipping_status: 'READY_TO_SHIP',
  sender: person,
  receiver: person,
  shipping_id: 1,
  shipping_cost: 9_000,
  shipping_discount: 0,
  shipping_promo_id: null,
  shipment_count: 1,
  is_cod: false,
  weight: 1.2,
  estimated_ship_date: null,
  product_status: 'S',
  cost_of_goods_sales: null,
  return_cost: null,
  profit: null,
  order_source_id: null,
  order_cost: [
    { name: 'Asuransi', category: 'INSURANCE', nominal: 1_500, percentage: 0, type: 'NOMINAL' },
    { name: 'Potongan', category: 'DISCOUNT', nominal: 20_000, percentage: 5, type: 'PERCENTAGE' },
  ],
  origin: {
    id: 5,
    name: 'Toko',
    location: '',
    phone: '',
    address: '',
    note: '',
    city_id: null,
    is_shipper_active: false,
  },
  order_detail: [lineAt(0, { type: 'NOMINAL', nominal: 1_000 }), lineAt(4, { promo_id: 8, nominal: 500 })],
};

const given = { supplier_id: 5, order_date: '2026-11-30', rate: 9_000, insurance: 2_000 };
const base = { order, version: 4 };

test('an order that nobody has touched is sent as it is: prices, discounts and promos of its lines stay', () => {
  const input = editInputOf(draftOfOrder(order), given, base);
  expect(input).toMatchObject({
    order_id: 12,
    version: 4,
    note: 'Bungkus kado',
    payment: { status: 'UNPAID' },
    expedition: { id: 1, rate: 9_000 },
    order_cost: [
      { name: 'Potongan', type: 'PERCENTAGE', percentage: 5 },
      { name: 'Asuransi', category: 'INSURANCE', nominal: 1_500 },
    ],
  });
  expect(input?.products).toEqual([
    { id: 3, qty: 2, product_status: 'S', warehouse_id: 0 },
    { id: 3, qty: 2, product_status: 'S', warehouse_id: 4 },
  ]);
});

test('the same goods on two lines are two lines, and what is taken off one is cleared', () => {
  const draft = draftOfOrder(order);
  expect(new Set(draft.lines.map(lineKey)).size).toBe(2);
  const lines = draft.lines.map((line) => ({ ...line, discount: null, promo_id: null }));
  expect(editInputOf({ ...draft, lines }, given, base)?.products).toEqual([
    { id: 3, qty: 2, product_status: 'S', warehouse_id: 0, type: null },
    { id: 3, qty: 2, product_status: 'S', warehouse_id: 4, promo_id: null, type: null },
  ]);
});

test('nothing is sent of an order that lacks what it cannot be without', () => {
  const draft = draftOfOrder(order);
  for (const change of [{ lines: [] }, { sender: null }, { courier: null }])
    expect(editInputOf({ ...draft, ...change }, given, base)).toBeUndefined();
});

test('a copy is a new order: of today, unpaid, at the prices of today', () => {
  const copy = copyOfOrder(order);
  expect(copy).toMatchObject({ order_date: null, costs: [], note: '', payment: { status: 'UNPAID' } });
  expect(copy.lines[0]).toMatchObject({ id: 3, qty: 2, discount: null, warehouse_id: null });
  expect(copy.courier).toEqual({ id: 1, name: 'JNE REG', rate: null });
});
