import { z } from 'zod';
import { isDay } from '../../../kernel/calendar.ts';
import { dayCursor, placeCursor } from '../../../kernel/http/cursor-input.ts';
import { date, id, keyword, oneOf, optional, pageFields, withDefault } from '../../../kernel/http/input.ts';
import { named } from '../../../kernel/http/openapi-names.ts';

/** Amounts by days since the order's date; `not_due`: orders that are dated ahead. */
const Ageing = named('ReceivableAgeing', {
  not_due: z.int(),
  days_0_7: z.int(),
  days_8_30: z.int(),
  days_31_60: z.int(),
  days_61_90: z.int(),
  over_90: z.int(),
});

export const ListReceivablesInput = z
  .object({
    keyword: optional(keyword()).describe('Name, phone number, email or address of the customer.'),
    order_by: withDefault(oneOf(['AMOUNT', 'AGE']), 'AMOUNT').describe(
      '`AMOUNT`: the largest first; `AGE`: the customer with the oldest unpaid order first.',
    ),
    ...pageFields(),
    cursor: optional(placeCursor()).describe('`next_cursor` of the previous page, with the same `order_by`.'),
  })
  .superRefine(({ order_by, cursor }, context) => {
    if (cursor === undefined || isDay(cursor.at) === (order_by === 'AGE')) return;
    context.addIssue({ code: 'invalid_format', format: 'cursor', path: ['cursor'] });
  });

export const Receivable = named('Receivable', {
  customer_id: z.int(),
  name: z.string(),
  phone: z.string(),
  category_code: z.string(),
  orders: z.int(),
  amount: z.int(),
  oldest_date: z.string(),
  oldest_days: z.int(),
  ageing: Ageing,
});

/** Of all that the keyword lets through. */
export const RECEIVABLE_TOTAL = {
  total: z.object({ customers: z.int(), orders: z.int(), amount: z.int(), ageing: Ageing }),
};

export const CustomerReceivablesInput = z.object({
  customer_id: id().describe('Customer ID.'),
  ...pageFields(),
  cursor: optional(dayCursor()).describe('`next_cursor` of the previous page.'),
});

export const ReceivableOrder = named('ReceivableOrder', {
  order_id: z.int(),
  po_number: z.int(),
  invoice: z.string(),
  order_date: z.string(),
  days: z.int(),
  receiver_name: z.string(),
  total_amount: z.int(),
  paid_amount: z.int(),
  remaining_amount: z.int(),
});

export const CUSTOMER_HEAD = {
  customer: z.object({ customer_id: z.int(), name: z.string(), phone: z.string() }),
  total: z.object({ orders: z.int(), amount: z.int(), ageing: Ageing }),
};

export const StatementInput = z.object({
  customer_id: id().describe('Customer ID.'),
  date: optional(date()).describe('Day to whose end payments count. Default: today.'),
});
