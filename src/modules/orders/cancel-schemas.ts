import { z } from 'zod';
import { date, id, integer, oneOf, optional, pageFields, withDefault } from '../../kernel/http/input.ts';

export const CancelInput = z.object({
  id: id().describe('Order ID'),
  paid_as: withDefault(oneOf(['BALANCE', 'RETURNED']), 'BALANCE').describe(
    "What becomes of the money that was paid: BALANCE, the customer's balance; RETURNED, it was given back",
  ),
});

export const OrderChanged = z.object({ order_id: z.int(), po_number: z.int() });

export const DeleteOrderInput = z.object({ order_id: id() });

export const DeletePaymentInput = z.object({
  order_id: id(),
  payment_id: optional(id()).describe('Default: the newest payment'),
});

export const PaymentDeleted = z.object({ response: z.string(), message: z.string(), data: z.null() });

export const HistoryInput = z.object({ id: id().describe('Order ID'), ...pageFields() });

export const OrderVersion = z.object({
  version: z.int().describe('1: as it was made'),
  action: z.string(),
  difference: z.record(z.string(), z.unknown()).describe('Each field with [before, after]'),
  stock: z
    .array(z.object({ variation_id: z.int(), warehouse_id: z.int(), delta: z.int() }))
    .describe('Pieces that came back to a warehouse (above 0) or left it'),
  user: z.object({ id: z.int(), name: z.string() }).nullable(),
  api_key_id: z.int().nullable(),
  created_at: z.string(),
});

const ClosedFilter = {
  type: withDefault(oneOf(['CANCEL', 'REJECTED', 'EXPIRED']), 'CANCEL'),
  start_date: optional(date()).describe('Of order_date'),
  end_date: optional(date()),
};

export const ListClosedInput = z.object({
  ...ClosedFilter,
  ...pageFields(),
  per_page: withDefault(integer({ min: 1, max: 50 }), 10),
});

export const ChosenClosed = z.object(ClosedFilter);

export const ClosedOrder = z.object({
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
  remaining_amount: z.int().nullable().describe('null where the role may not see payments'),
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
  paid_as: z.enum(['BALANCE', 'RETURNED']).nullable(),
});
