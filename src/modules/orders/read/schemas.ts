import { z } from 'zod';
import { id, integer, oneOf, pageFields, withDefault } from '../../../kernel/http/input.ts';
import { named } from '../../../kernel/http/openapi-names.ts';
import { OpenedList } from '../../../kernel/http/opened-list.ts';
import { periodFields, refuseEarlyEnd } from '../../../kernel/http/period.ts';
import { OrderProfit } from '../order-profit.ts';
import { VariationRow, WarehouseLevel } from '../../catalog/index.ts';
import { ORDER_TABS } from './work-tabs.ts';

/** What every answer says of an order. */
export const orderFields = {
  order_id: z.int(),
  po_number: z.int(),
  shop_id: z.int(),
  order_date: z.string(),
  total_amount: z.int(),
  note: z.string(),
  order_progress_status: z.string(),
  order_status: z.string(),
  order_category: z.string(),
  payment_status: z.string(),
  payment_date: z.string().nullable(),
  shopee: z.null(),
  created_at: z.string(),
  updated_at: z.string(),
};

/** What the lists and the detail say besides. */
const shownFields = {
  ...orderFields,
  invoice: z.string(),
  remaining_amount: z.int().nullable().describe('null if your role cannot see payments.'),
  shipping_rate: z.string(),
  shipping_logistic: z.string(),
  order_source: z.string(),
  other_cost_amount: z.int(),
  created_by_name: z.string().nullable(),
  updated_by_name: z.string().nullable(),
  awb_number: z.string().nullable(),
};

/** What the lists say besides. */
const listedFields = {
  ...shownFields,
  sender_name: z.string(),
  sender_address: z.string(),
  receiver_name: z.string(),
  receiver_address: z.string(),
  weight: z.int().describe('Chargeable weight in kilograms.'),
  origin_name: z.string(),
  origin_address: z.string(),
};

/** A line as the lists show it. */
const listedLine = {
  product_meta_id: z.int(),
  name: z.string(),
  price: z.int(),
  quantity: z.int(),
};

export const OrderRow = named('Order', {
  ...listedFields,
  cost_of_goods_sold: z.int().nullable(),
  profit: z.int().nullable().describe('What is left of the order; null if your role cannot see costs.'),
  products: z.array(z.object({ ...listedLine, sku: z.string() })),
});

/** Somebody of an order, in the detail and in the list of details. */
export const personFields = {
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
  email: z.string().nullable(),
  line: z.string().nullable(),
};

const Person = z.object({
  ...personFields,
  region: z.string().nullable(),
  other: z.string().nullable(),
  category_code: z.string().optional(),
  category: z.string(),
});

/** Where the parcel leaves from. */
export const originFields = {
  id: z.int(),
  name: z.string(),
  location: z.string(),
  phone: z.string(),
  address: z.string(),
  note: z.string(),
  city_id: z.int().nullable(),
};

/** The variation as it is now; the line beside it has what it was when it was ordered. */
const VariationDetail = VariationRow.omit({
  type_description: true,
  preorder_title: true,
  warehouse_stock: true,
  promo: true,
}).extend({ warehouse_stock: z.array(WarehouseLevel) });

export const OrderDetail = named('OrderDetail', {
  ...shownFields,
  version: z
    .int()
    .describe(
      'Number of the latest entry of its history; an edit with it is refused if the order has changed.',
    ),
  shipping_status: z.string(),
  sender: Person,
  receiver: Person,
  shipping_id: z.int(),
  shipping_cost: z.int(),
  shipping_discount: z.int().describe('Shipping discount of the promo.'),
  shipping_promo_id: z.int().nullable(),
  shipment_count: z.int().describe('How many parcels it has.'),
  is_cod: z.boolean().describe('Cash on delivery.'),
  weight: z.number().describe('Weight in kilograms.'),
  estimated_ship_date: z.string().nullable(),
  product_status: z.string(),
  cost_of_goods_sales: z.int().nullable(),
  return_cost: z
    .int()
    .nullable()
    .describe('What returned parcels cost: shipping, fees, and damaged or missing products.'),
  profit: OrderProfit.nullable(),
  order_source_id: z.int().nullable(),
  order_cost: z.array(
    z.object({
      name: z.string(),
      category: z.string(),
      nominal: z.int(),
      percentage: z.number(),
      type: z.string(),
    }),
  ),
  origin: z.object({ ...originFields, is_shipper_active: z.boolean() }),
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
  ...periodFields({ start_date: 'First order date.' }),
};

export const ListClosedInput = z
  .object({
    ...ClosedFilter,
    ...pageFields(),
    per_page: withDefault(integer({ min: 1, max: 50 }), 10),
  })
  .superRefine(refuseEarlyEnd);

export const ChosenClosed = z.object(ClosedFilter).superRefine(refuseEarlyEnd);

export const CountByWorkInput = z
  .object(
    periodFields({
      start_date: 'First order date. Default: all.',
      end_date: 'Last order date. Default: all.',
    }),
  )
  .superRefine(refuseEarlyEnd);

export const OrdersOfWork = named('OrdersOfWork', {
  tab: z.enum(ORDER_TABS).describe('What is to be done with them. Each order is in one tab.'),
  count: z.int(),
  is_exact: z
    .boolean()
    .describe('false: there are at least so many. Only for users who see the orders of some warehouses.'),
  opens: OpenedList,
});

export const ClosedOrder = named('ClosedOrder', {
  ...listedFields,
  username: z.string(),
  sender_category: z.string(),
  sender_category_code: z.string(),
  receiver_phone: z.string(),
  shipping_id: z.int(),
  shipping_cost: z.int(),
  products: z.array(
    z.object({
      ...listedLine,
      sku: z.string().nullable(),
      thumbnail_url: z.string(),
      color: z.string().nullable(),
      size: z.string().nullable(),
    }),
  ),
  created_by_name: z.string(),
  updated_by_name: z.string(),
  awb_number: z.string(),
  product_status: z.string(),
  cost_of_goods_sales: z.int().nullable(),
  order_cost: z.array(z.object({ name: z.string(), category: z.string(), amount: z.int() })).nullable(),
  bank_name: z.string(),
  warehouse_name: z.string().nullable(),
  cod_status: z.boolean(),
  paid_as: z.enum(['BALANCE', 'REFUNDED']).nullable(),
});

export const RevenueInput = z
  .object({
    ...periodFields({
      start_date: 'First order date. Default: the first day of the current month.',
      end_date: 'Default: today.',
    }),
  })
  .superRefine(refuseEarlyEnd);

export const UserRevenue = named('RevenueOfUser', {
  user_id: z.int().describe('0: the order was not created by a user.'),
  name: z.string(),
  level: z.string(),
  net_sales: z.int(),
  gross_profit: z.int(),
  order_count: z.int(),
  item_sold: z.int(),
});

export const CustomerOrdersInput = z
  .object({
    id: id().describe('Customer ID.'),
    ...periodFields({ start_date: 'First order date.' }),
    ...pageFields(),
  })
  .superRefine(refuseEarlyEnd);

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
