import { z } from 'zod';

/** What a message says of an order: enough to act on it, or to ask for more by its ID. Never what goods cost the shop. */
export const OrderData = z.object({
  order_id: z.int(),
  po_number: z.int().describe('Number of the order within the shop'),
  order_status: z.enum(['UNCONFIRMED', 'ACCEPTED', 'REJECTED', 'CANCELED', 'EXPIRED']),
  payment_status: z.enum(['UNPAID', 'INSTALLMENT', 'PAID']),
  order_progress_status: z.enum([
    'UNPROCESSED',
    'UNPAID',
    'INSTALLMENT',
    'NO AWB',
    'ON PROCESS',
    'DELIVERED',
  ]),
  shipping_status: z.string().nullable().describe('null until somebody has reported one'),
  order_category: z.string().describe('Where the order was placed, such as `APP` or `SF_GUEST`'),
  order_date: z.string().describe('yyyy-mm-dd'),
  customer_id: z.int().describe('Who ordered'),
  receiver_id: z.int().describe('The customer to whom the parcel is shipped'),
  supplier_id: z.int(),
  courier: z.string(),
  courier_service: z.string(),
  awb_number: z.string().nullable(),
  is_cod: z.boolean(),
  quantity: z.int().describe('Units in all'),
  total: z.int().describe('In rupiah'),
  paid: z.int(),
  remaining: z.int(),
});

const OrderDeletedData = z.object({ order_id: z.int(), po_number: z.int() });

const PaymentData = z.object({
  order_id: z.int(),
  po_number: z.int(),
  amount: z.int().describe('The payment, in rupiah'),
  payment_status: OrderData.shape.payment_status.describe('Of the order'),
  total: z.int().describe('Of the order'),
  paid: z.int().describe('Of the order'),
  remaining: z.int().describe('Of the order'),
});

const PaymentRemovedData = z.object({ payment_id: z.int(), ...PaymentData.shape });

export const ShipmentData = z.object({
  order_id: z.int(),
  po_number: z.int(),
  shipping_status: OrderData.shape.shipping_status,
  courier: z.string(),
  courier_service: z.string(),
  awb_number: z.string().nullable(),
  shipments: z
    .array(
      z.object({
        shipment: z.int(),
        warehouse_id: z.int().nullable().describe('null: all lines of the order'),
        shipping_status: z.string().nullable(),
        awb_number: z.string().nullable(),
      }),
    )
    .describe('The parcels of the order'),
});

export const StockData = z.object({
  variation_id: z.int(),
  product_id: z.int(),
  sku: z.string(),
  stock: z.int().describe('In all warehouses'),
  warehouses: z
    .array(z.object({ warehouse_id: z.int(), stock: z.int() }))
    .describe('The first 100 warehouses that have had the variation'),
});

export const CustomerData = z.object({
  customer_id: z.int(),
  customer_category_code: z.string(),
  registration_status: z.string().describe('Of the account at the store, as in the list of customers'),
});

const CustomerDeletedData = z.object({ customer_id: z.int() });

export const ProductData = z.object({
  product_id: z.int(),
  name: z.string(),
  product_type: z.enum(['S', 'R', 'PO']),
  is_published: z.boolean(),
  variations: z.int().describe('How many it has'),
});

const ProductDeletedData = z.object({ product_id: z.int() });

const TestData = z.object({ webhook_id: z.int().describe('The webhook that was tried') });

/** An entry of the table of message types. */
interface MessageType {
  /** Of `data`: raised where receivers of the old one would misread the new one. */
  version: number;
  summary: string;
  data: z.ZodType;
}

/** All types of messages: what receivers know the events of a shop by. None changes its name or meaning. */
export const messageTypes = {
  'order.created': { version: 1, summary: 'An order was placed, by staff or in the store.', data: OrderData },
  'order.updated': {
    version: 1,
    summary: 'An order was edited, or the cost of its returned parcel was recorded.',
    data: OrderData,
  },
  'order.confirmed': { version: 1, summary: 'The seller accepted an order of the store.', data: OrderData },
  'order.rejected': { version: 1, summary: 'The seller rejected an order of the store.', data: OrderData },
  'order.expired': { version: 1, summary: 'An order of the store was not paid in time.', data: OrderData },
  'order.canceled': { version: 1, summary: 'An order was cancelled.', data: OrderData },
  'order.reactivated': {
    version: 1,
    summary: 'A cancelled, rejected or expired order is active again.',
    data: OrderData,
  },
  'order.deleted': { version: 1, summary: 'An order was permanently deleted.', data: OrderDeletedData },
  'order.paid': { version: 1, summary: 'An order is paid in full.', data: OrderData },
  'payment.received': { version: 1, summary: 'A payment of an order was recorded.', data: PaymentData },
  'payment.removed': { version: 1, summary: 'A payment of an order was deleted.', data: PaymentRemovedData },
  'shipment.updated': {
    version: 1,
    summary: 'The AWB number or shipping status of an order changed, or the courier brings a parcel back.',
    data: ShipmentData,
  },
  'shipment.returned': {
    version: 1,
    summary: 'A parcel came back, and the condition of its units was recorded.',
    data: ShipmentData,
  },
  'stock.changed': {
    version: 1,
    summary: 'The stock of a variation changed: by staff, a count, a transfer, or an order.',
    data: StockData,
  },
  'customer.created': { version: 1, summary: 'A customer was created.', data: CustomerData },
  'customer.updated': {
    version: 1,
    summary: 'A customer, or the account of a customer at the store, was changed.',
    data: CustomerData,
  },
  'customer.deleted': { version: 1, summary: 'A customer was deleted.', data: CustomerDeletedData },
  'product.created': { version: 1, summary: 'A product was created.', data: ProductData },
  'product.updated': { version: 1, summary: 'A product or its variations were changed.', data: ProductData },
  'product.deleted': { version: 1, summary: 'A product was deleted.', data: ProductDeletedData },
} as const satisfies Record<string, MessageType>;

export type MessageName = keyof typeof messageTypes;

export const MESSAGE_NAMES = Object.keys(messageTypes) as [MessageName, ...MessageName[]];

/** What a trial sends, whatever the webhook is subscribed to. */
export const TRIAL = {
  name: 'webhook.test',
  version: 1,
  summary: 'A trial, sent on request to one webhook.',
  data: TestData,
} as const;

/** The body of a message, as it is sent. */
export function bodyOf(type: string, version: number, happened_at: Date, data: unknown): string {
  return JSON.stringify({ type, version, timestamp: happened_at.toISOString(), data });
}
