import { z } from 'zod';
import {
  boolean,
  date,
  id,
  list,
  oneOf,
  optional,
  pageFields,
  withDefault,
} from '../../kernel/http/input.ts';
import { named } from '../../kernel/http/openapi-names.ts';
import { ChosenOrders } from '../orders/index.ts';
import { bulkOrderLimits } from './limits.ts';

export const BULK_ACTIONS = [
  'PAY',
  'CANCEL',
  'REACTIVATE',
  'SHIPPING_STATUS',
  'REQUEST_PICKUP',
  'CONFIRM',
] as const;

const STATES = ['RUNNING', 'DONE', 'STOPPED'] as const;
const RESULTS = ['WAITING', 'DONE', 'SKIPPED', 'FAILED', 'STOPPED'] as const;

/** Which fields an action needs. */
const NEEDED = {
  PAY: ['bank_id', 'date'],
  CANCEL: [],
  REACTIVATE: [],
  SHIPPING_STATUS: ['status'],
  REQUEST_PICKUP: [],
  CONFIRM: ['decision'],
} as const;

const orderIds = () => list(id(), { min: 1, max: bulkOrderLimits.bulk_orders });

export const BulkOrdersInput = z
  .object({
    action: oneOf(BULK_ACTIONS).describe(
      '`PAY`: what remains is paid. `CANCEL`, `REACTIVATE`: the orders. `SHIPPING_STATUS`: as staff may set it. ' +
        '`REQUEST_PICKUP`: of all their parcels. `CONFIRM`: orders of the store are accepted or rejected.',
    ),
    order_ids: optional(orderIds()).describe('The orders, by ID.'),
    filter: optional(ChosenOrders).describe('The orders that GET /api/open/order lists with this.'),
    except_ids: optional(list(id(), { max: bulkOrderLimits.bulk_orders })).describe(
      'Orders that are left out.',
    ),
    bank_id: optional(id()).describe('For `PAY`: the bank account.'),
    date: optional(date()).describe('For `PAY`: the day of the payments.'),
    paid_as: withDefault(oneOf(['BALANCE', 'REFUNDED']), 'BALANCE').describe(
      'For `CANCEL`: what happens to money that was paid, as when one order is cancelled.',
    ),
    status: optional(oneOf(['READY TO SHIP', 'ON PROCESS', 'DELIVERED'])).describe('For `SHIPPING_STATUS`.'),
    service: withDefault(oneOf(['PICKUP', 'DROP_OFF']), 'PICKUP').describe('For `REQUEST_PICKUP`.'),
    decision: optional(oneOf(['ACCEPT', 'REJECT'])).describe('For `CONFIRM`.'),
  })
  .superRefine((input, context) => {
    if ((input.order_ids === undefined) === (input.filter === undefined))
      context.addIssue({ code: 'custom', path: ['order_ids'], params: { code: 'bulk_choice' } });
    for (const field of NEEDED[input.action])
      if (input[field] === undefined)
        context.addIssue({
          code: 'custom',
          path: [field],
          params: { code: 'field_required_for', other: 'action', value: input.action },
        });
  });

const reason = { code: z.string().describe('Error code.'), message: z.string() };

const ReasonGroup = named('BulkReason', {
  ...reason,
  orders: z.int().describe('How many orders it is of.'),
  order_ids: z.array(z.int()).describe('The first of them.'),
});

export const BulkOrdersPreview = named('BulkOrdersPreview', {
  action: z.enum(BULK_ACTIONS),
  orders: z.int().describe('How many orders are chosen.'),
  judged: z.int().describe('How many of them were tried, the oldest first.'),
  is_exact: z.boolean().describe('Whether all were tried. Else the figures below are of those that were.'),
  can: z.int(),
  amount: z.int().describe('Money that would be entered, in rupiah.'),
  skipped: z.array(ReasonGroup).describe('Orders that are already so.'),
  cannot: z.array(ReasonGroup),
});

const facts = {
  id: z.int(),
  action: z.enum(BULK_ACTIONS),
  state: z.enum(STATES),
  orders: z.int(),
  job_id: z.int().nullable(),
  user_id: z.int(),
  created_at: z.string(),
  ended_at: z.string().nullable(),
  counts: z.object({
    waiting: z.int(),
    done: z.int(),
    skipped: z.int(),
    failed: z.int(),
    stopped: z.int(),
  }),
  amount: z.int().describe('Money that was entered, in rupiah.'),
};

export const BulkRunRow = named('BulkRunRow', facts);

export const BulkRun = named('BulkRun', {
  ...facts,
  terms: z.record(z.string(), z.union([z.string(), z.int()])).describe('What the action takes besides.'),
  filter: z
    .record(z.string(), z.unknown())
    .nullable()
    .describe('The filter that chose the orders. null: they were named.'),
});

export const BulkRunIdInput = z.object({ id: id().describe('Bulk run ID.') });

export const RetryBulkRunInput = BulkRunIdInput.extend({
  with_stopped: withDefault(boolean(), false).describe('Also those that were not begun when it was stopped.'),
});

export const ListBulkRunsInput = z.object(pageFields());

export const ListBulkRunOrdersInput = BulkRunIdInput.extend({
  result: optional(oneOf(RESULTS)),
  ...pageFields(),
});

export const BulkRunOrder = named('BulkRunOrder', {
  order_id: z.int(),
  po_number: z.int().nullable().describe('null: the order was deleted.'),
  result: z.enum(RESULTS),
  amount: z.int().describe('Money that was entered, in rupiah.'),
  reasons: z.array(z.object(reason)),
  worked_at: z.string().nullable(),
});
