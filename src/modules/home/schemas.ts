import { z } from 'zod';
import { named } from '../../kernel/http/openapi-names.ts';
import { OpenedList } from '../../kernel/http/opened-list.ts';

export const KINDS_OF_WORK = [
  'PAYMENTS_TO_CONFIRM',
  'GATEWAY_PAYMENTS_TO_DECIDE',
  'MUTATIONS_TO_MATCH',
  'ORDERS_UNPAID',
  'ORDERS_PARTLY_PAID',
  'ORDERS_TO_PROCESS',
  'PARCELS_TO_PRINT',
  'BOOKINGS_FAILED',
  'PARCELS_TO_HAND_OVER',
  'RETURNS_ANNOUNCED',
  'RETURNS_ON_THE_WAY',
  'RETURNS_TO_SETTLE',
  'COD_ON_ITS_WAY',
  'COD_TO_COME',
  'COD_OVERDUE',
  'STOCK_RUNNING_OUT',
  'MESSAGES_TO_SEND',
  'MESSAGES_TO_DECIDE',
  'MESSAGES_FAILED',
  'JOBS_FAILED',
] as const;

export const SETUP_STEPS = ['ORIGIN', 'COURIERS', 'BANK_ACCOUNT', 'PRODUCT', 'ORDER'] as const;

const Work = named('WorkOfNow', {
  kind: z
    .enum(KINDS_OF_WORK)
    .describe(
      'COD_TO_COME: collected by couriers and not paid out, of which COD_OVERDUE was invoiced more than 30 days ago. ' +
        'MESSAGES_TO_SEND: a person is to open their links. JOBS_FAILED: those that you requested.',
    ),
  count: z.int(),
  is_exact: z.boolean().describe('false: there are at least so many.'),
  amount: z.int().nullable().describe('In rupiah, of COD; else null.'),
  // The list that shows them, with as many.
  opens: OpenedList,
});

const sold = {
  date: z.string(),
  orders: z.int().describe('Accepted orders of the day.'),
  items: z.int().describe('Units of them.'),
  net_sales: z.int(),
  gross_profit: z.int().nullable().describe('null if your role cannot see costs.'),
};

export const Home = named('Home', {
  counted_at: z.string(),
  work: z
    .array(Work)
    .describe('In the order in which it is done. Kinds that your role cannot read are left out.'),
  setup: z
    .array(z.object({ step: z.enum(SETUP_STEPS), is_done: z.boolean() }))
    .nullable()
    .describe(
      'What a new shop does up to its first order: an address with its district that parcels leave from (ORIGIN), couriers, a bank ' +
        'account, a product, an order. Steps that your role cannot do are left out. null: nothing is left to do.',
    ),
  today: z
    .object({
      ...sold,
      last_week: z
        .object(sold)
        .describe('The same weekday of last week. Orders have no time of the day: it is the whole day.'),
    })
    .nullable()
    .describe('null if your role cannot read reports.'),
  days: z
    .array(
      z.object({
        ...sold,
        opens: OpenedList,
      }),
    )
    .nullable()
    .describe(
      'The last 30 days with today, the oldest first; `opens` lists the orders of each, with `net_sales` as its `total`. null if ' +
        'your role cannot read reports.',
    ),
});
