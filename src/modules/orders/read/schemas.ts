import { z } from 'zod';
import { date, id, integer, oneOf, optional, pageFields, withDefault } from '../../../kernel/http/input.ts';
import { named } from '../../../kernel/http/openapi-names.ts';
import { VariationRow, WarehouseLevel } from '../../catalog/index.ts';

const names = { created_by_name: z.string().nullable(), updated_by_name: z.string().nullable() };

export const OrderRow = named('Order', {
  order_id: z.int(),
  po_number: z.int(),
  invoice: z.string(),
  shop_id: z.int(),
  order_date: z.string(),
  sender_name: z.string(),
  sender_address: z.string(),
  receiver_name: z.string(),
  receiver_address: z.string(),
  total_amount: z.int(),
  remaining_amount: z.int().nullable().describe('null if your role cannot see payments.'),
  shipping_rate: z.string(),
  shipping_logistic: z.string(),
  weight: z.int().describe('Chargeable weight in kilograms.'),
  note: z.string(),
  origin_name: z.string(),
  origin_address: z.string(),
  cost_of_goods_sold: z.int().nullable(),
  order_source: z.string(),
  other_cost_amount: z.int(),
  order_progress_status: z.string(),
  order_status: z.string(),
  order_category: z.string(),
  payment_status: z.string(),
  payment_date: z.string().nullable(),
  products: z.array(
    z.object({
      product_meta_id: z.int(),
      name: z.string(),
      price: z.int(),
      quantity: z.int(),
      sku: z.string(),
    }),
  ),
  shopee: z.null(),
  ...names,
  created_at: z.string(),
  updated_at: z.string(),
  awb_number: z.string().nullable(),
});

const Person = z.object({
  id: z.int(),
  name: z.string(),
  phone: z.string(),
  address: z.string(),
  postal_code: z.string().nullable(),
  district_id: z.int().nullable(),
  district: z.string().nullable(),
  city_id: z.int().nullable(),
  city: z.string().nullable(),
  province_id: z.int().nullable(),
  province: z.string().nullable(),
  region: z.string().nullable(),
  email: z.string().nullable(),
  line: z.string().nullable(),
  other: z.string().nullable(),
  category_code: z.string().optional(),
  category: z.string(),
});

/** The variation as it is now; the line beside it has what it was when it was ordered. */
const VariationDetail = VariationRow.omit({
  type_description: true,
  preorder_title: true,
  warehouse_stock: true,
  promo: true,
}).extend({ warehouse_stock: z.array(WarehouseLevel) });

export const OrderDetail = named('OrderDetail', {
  order_id: z.int(),
  po_number: z.int(),
  invoice: z.string(),
  shop_id: z.int(),
  order_date: z.string(),
  sender: Person,
  receiver: Person,
  total_amount: z.int(),
  remaining_amount: z.int().nullable().describe('null if your role cannot see payments.'),
  shipping_id: z.int(),
  shipping_rate: z.string(),
  shipping_logistic: z.string(),
  shipping_cost: z.int(),
  shipping_discount: z.int().describe('Shipping discount of the promo.'),
  shipping_promo_id: z.int().nullable(),
  weight: z.number().describe('Weight in kilograms.'),
  note: z.string(),
  order_source: z.string(),
  other_cost_amount: z.int(),
  order_progress_status: z.string(),
  order_status: z.string(),
  order_category: z.string(),
  payment_status: z.string(),
  payment_date: z.string().nullable(),
  estimated_ship_date: z.string().nullable(),
  shopee: z.null(),
  ...names,
  created_at: z.string(),
  updated_at: z.string(),
  awb_number: z.string().nullable(),
  product_status: z.string(),
  cost_of_goods_sales: z.int().nullable(),
  order_cost: z.array(
    z.object({
      name: z.string(),
      category: z.string(),
      nominal: z.int(),
      percentage: z.number(),
      type: z.string(),
    }),
  ),
  origin: z.object({
    id: z.int(),
    name: z.string(),
    location: z.string(),
    phone: z.string(),
    address: z.string(),
    note: z.string(),
    is_shipper_active: z.boolean(),
    city_id: z.int().nullable(),
  }),
  order_detail: z.array(
    z.object({
      variation_id: z.int(),
      qty: z.int(),
      price: z.int(),
      warehouse_id: z.int(),
      warehouse_stock_id: z.int(),
      name: z.string(),
      sku: z.string(),
      type: z.string().nullable(),
      nominal: z.int().describe('Discount per unit.'),
      percentage: z.number(),
      promo_id: z.int().nullable(),
      variation_detail: VariationDetail,
    }),
  ),
});

export const HistoryInput = z.object({ id: id().describe('Order ID.'), ...pageFields() });

export const OrderVersion = named('OrderVersion', {
  version: z.int().describe('1: the order as it was created.'),
  action: z.string(),
  difference: z.record(z.string(), z.unknown()).describe('Changed fields, each as [before, after].'),
  stock: z
    .array(z.object({ variation_id: z.int(), warehouse_id: z.int(), delta: z.int() }))
    .describe('Stock movements: positive if units returned to the warehouse, negative if they left it.'),
  user: z.object({ id: z.int(), name: z.string() }).nullable(),
  api_key_id: z.int().nullable(),
  created_at: z.string(),
});

const ClosedFilter = {
  type: withDefault(oneOf(['CANCEL', 'REJECTED', 'EXPIRED']), 'CANCEL'),
  start_date: optional(date()).describe('First order date.'),
  end_date: optional(date()),
};

export const ListClosedInput = z.object({
  ...ClosedFilter,
  ...pageFields(),
  per_page: withDefault(integer({ min: 1, max: 50 }), 10),
});

export const ChosenClosed = z.object(ClosedFilter);

export const ClosedOrder = named('ClosedOrder', {
  order_id: z.int(),
  po_number: z.int(),
  username: z.string(),
  invoice: z.string(),
  shop_id: z.int(),
  order_date: z.string(),
  sender_name: z.string(),
  sender_category: z.string(),
  sender_category_code: z.string(),
  sender_address: z.string(),
  receiver_name: z.string(),
  receiver_address: z.string(),
  receiver_phone: z.string(),
  total_amount: z.int(),
  remaining_amount: z.int().nullable().describe('null if your role cannot see payments.'),
  shipping_id: z.int(),
  shipping_rate: z.string(),
  shipping_logistic: z.string(),
  shipping_cost: z.int(),
  weight: z.int(),
  note: z.string(),
  origin_name: z.string(),
  origin_address: z.string(),
  order_source: z.string(),
  other_cost_amount: z.int(),
  order_progress_status: z.string(),
  order_status: z.string(),
  order_category: z.string(),
  payment_status: z.string(),
  payment_date: z.string().nullable(),
  products: z.array(
    z.object({
      product_meta_id: z.int(),
      sku: z.string().nullable(),
      name: z.string(),
      price: z.int(),
      quantity: z.int(),
      thumbnail_url: z.string(),
      color: z.string().nullable(),
      size: z.string().nullable(),
    }),
  ),
  shopee: z.null(),
  created_by_name: z.string(),
  created_at: z.string(),
  updated_by_name: z.string(),
  updated_at: z.string(),
  awb_number: z.string(),
  product_status: z.string(),
  cost_of_goods_sales: z.int().nullable(),
  order_cost: z.array(z.object({ name: z.string(), category: z.string(), amount: z.int() })).nullable(),
  bank_name: z.string(),
  warehouse_name: z.string().nullable(),
  cod_status: z.boolean(),
  paid_as: z.enum(['BALANCE', 'REFUNDED']).nullable(),
});

export const RevenueInput = z.object({
  start_date: optional(date()).describe('First order date. Default: the first day of the current month.'),
  end_date: optional(date()).describe('Default: today.'),
});

export const UserRevenue = named('RevenueOfUser', {
  user_id: z.int().describe('0: the order was not created by a user.'),
  name: z.string(),
  level: z.string(),
  net_sales: z.int(),
  gross_profit: z.int(),
  order_count: z.int(),
  item_sold: z.int(),
});

export const CustomerOrdersInput = z.object({
  id: id().describe('Customer ID.'),
  start_date: optional(date()).describe('First order date.'),
  end_date: optional(date()),
  ...pageFields(),
});

export const CustomerOrder = named('CustomerOrder', {
  order_id: z.int(),
  po_number: z.int(),
  date: z.string(),
  total_price: z.int(),
  product_status: z.string(),
  order_detail: z.array(z.object({ product_name: z.string(), total: z.string() })),
  items: z.int().describe('Number of units in the order.'),
});

export const customerOrdersHead = { total: z.object({ items: z.int(), orders: z.int() }) };
