import { z } from 'zod';
import { integer, pageFields, withDefault } from '../../../kernel/http/input.ts';
import { named } from '../../../kernel/http/openapi-names.ts';

export const ListSleepingCustomersInput = z.object({
  days: withDefault(integer({ min: 1, max: 3_650 }), 60).describe(
    'Customers who have not ordered for so many days.',
  ),
  ...pageFields(),
});

export const SleepingCustomer = named('SleepingCustomer', {
  customer_id: z.int(),
  name: z.string(),
  phone: z.string(),
  last_order_at: z.string(),
  days: z.int().describe('Since the last order.'),
  opted_out: z.boolean().describe('Wants no promos.'),
  last_message_at: z.string().nullable().describe('When a message was made last.'),
});

export const ListOrdersToRemindInput = z.object({
  days: withDefault(integer({ min: 0, max: 3_650 }), 0).describe(
    'Orders that are at least so many days old.',
  ),
  ...pageFields(),
});

export const OrderToRemind = named('OrderToRemind', {
  order_id: z.int(),
  invoice: z.string(),
  order_date: z.string(),
  days: z.int().describe('Since the order.'),
  customer_id: z.int(),
  name: z.string(),
  phone: z.string(),
  total_amount: z.int(),
  remaining_amount: z.int(),
  last_reminder: z
    .object({ id: z.int(), state: z.string(), at: z.string() })
    .nullable()
    .describe('The newest message about the payment, whatever became of it.'),
});

export const ListRunningOutInput = z.object({
  days: withDefault(integer({ min: 1, max: 365 }), 14).describe(
    'Variations whose stock lasts no longer than that.',
  ),
  ...pageFields(),
});

export const RunningOut = named('VariationRunningOut', {
  variation_id: z.int(),
  product_id: z.int(),
  name: z.string(),
  sku: z.string(),
  color: z.string(),
  size: z.string(),
  stock: z.int().describe('In all warehouses.'),
  sold: z.int().describe('In the last 30 days, less what was cancelled or came back.'),
  days_left: z.int().describe('At this pace; 0: sold out.'),
  empty_on: z.string().describe('The day on which the stock ends.'),
});
