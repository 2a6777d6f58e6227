import { z } from 'zod';
import { MESSAGE_VENDORS } from '../../../integrations/message/port.ts';
import {
  id,
  integer,
  list,
  oneOf,
  optional,
  pageFields,
  text,
  withDefault,
} from '../../../kernel/http/input.ts';
import { named } from '../../../kernel/http/openapi-names.ts';
import { BROADCAST_SOURCES } from '../broadcast-receivers.ts';
import { MESSAGE_KINDS } from '../kinds.ts';
import { messageLimits } from '../limits.ts';

const STATES = ['PREPARING', 'RUNNING', 'PAUSED', 'STOPPED', 'DONE'] as const;

/** Which field a source needs. */
const NEEDED = { CUSTOMERS: 'customers', CATEGORY: 'category', ASLEEP: 'days', UNPAID: 'days' } as const;

export const BroadcastInput = z
  .object({
    source: withDefault(oneOf(BROADCAST_SOURCES), 'CUSTOMERS').describe(
      'Who receives it. `CUSTOMERS`: those in `customers`. `CATEGORY`: those of `category`. `ASLEEP`: those who have not ordered for ' +
        '`days`. `UNPAID`: each order that is not paid after `days`.',
    ),
    customers: optional(list(id(), { min: 1, max: messageLimits.message_receivers })).describe(
      'Customer IDs.',
    ),
    category: optional(text({ max: 10 })).describe('Code of a customer category.'),
    days: optional(integer({ min: 0, max: 3_650 })),
    type: withDefault(oneOf(MESSAGE_KINDS), 'PROMO'),
    template: text({ max: messageLimits.message_characters, multiline: true }).describe(
      'The text. Placeholders of orders are for `UNPAID` only.',
    ),
  })
  .superRefine((input, context) => {
    const field = NEEDED[input.source];
    if (input[field] === undefined)
      context.addIssue({ code: 'custom', path: [field], params: { code: 'message_source_field' } });
  });

export const BroadcastPreview = named('MessageBroadcastPreview', {
  receivers: z.int().describe('How many would receive it.'),
  skipped: z.object({ opted_out: z.int(), no_phone: z.int(), duplicate_number: z.int() }),
  vendor: z.enum(MESSAGE_VENDORS),
  cost: z.int().describe('What the vendor would charge, in rupiah.'),
  minutes: z.int().describe('How long it takes at the pace of the vendor, without quiet hours.'),
  text: z.string().describe('As the first receiver would have it.'),
});

const counts = z.object({
  waiting: z.int(),
  held: z.int(),
  link: z.int(),
  sent: z.int().describe('Taken by the vendor, with those that were delivered and read.'),
  delivered: z.int(),
  read: z.int(),
  failed: z.int(),
  unknown: z.int().describe('Whether they were sent is not known: a person decides.'),
  skipped: z.int(),
  stopped: z.int(),
});

const facts = {
  id: z.int(),
  source: z.enum(BROADCAST_SOURCES),
  category: z.string().nullable(),
  days: z.int().nullable(),
  type: z.enum(MESSAGE_KINDS),
  template: z.string(),
  vendor: z.enum(MESSAGE_VENDORS),
  cost_each: z.int(),
  state: z.enum(STATES),
  total: z.int(),
  created_by: z.int(),
  created_at: z.string(),
  ended_at: z.string().nullable(),
};

export const BroadcastRow = named('MessageBroadcastRow', facts);
export const Broadcast = named('MessageBroadcast', { ...facts, counts });
export const BroadcastStarted = named('MessageBroadcastStarted', {
  id: z.int(),
  state: z.enum(STATES),
  receivers: z.int(),
  skipped: z.int(),
  cost: z.int(),
  text: z.string(),
});

export const ListBroadcastsInput = z.object(pageFields());
export const BroadcastIdInput = z.object({ id: id().describe('Broadcast ID.') });
