import { z } from 'zod';
import { MESSAGE_VENDORS } from '../../../integrations/message/port.ts';
import { id, list, oneOf, optional, pageFields } from '../../../kernel/http/input.ts';
import { named } from '../../../kernel/http/openapi-names.ts';
import { MESSAGE_KINDS } from '../kinds.ts';
import { messageLimits } from '../limits.ts';

export const MESSAGE_STATES = [
  'WAITING',
  'HELD',
  'SENDING',
  'LINK',
  'SENT',
  'DELIVERED',
  'READ',
  'FAILED',
  'UNKNOWN',
  'SKIPPED',
  'STOPPED',
] as const;

export const ListMessagesInput = z.object({
  state: optional(oneOf(MESSAGE_STATES)).describe(
    '`LINK`: those that a person is to send. `UNKNOWN`: those to be decided.',
  ),
  order_id: optional(id()),
  customer_id: optional(id()),
  broadcast_id: optional(id()),
  ...pageFields(),
});

export const MessageRow = named('Message', {
  id: z.int(),
  type: z.enum(MESSAGE_KINDS),
  state: z.enum(MESSAGE_STATES),
  reason: z.string().nullable().describe('Why it failed, was left out, or waits.'),
  reason_text: z.string().nullable(),
  customer_id: z.int(),
  customer_name: z.string(),
  phone: z.string(),
  order_id: z.int().nullable(),
  broadcast_id: z.int().nullable(),
  is_automatic: z.boolean(),
  vendor: z.enum(MESSAGE_VENDORS).nullable(),
  text: z.string().nullable().describe('As it left; null while it waits.'),
  link: z
    .string()
    .nullable()
    .describe('Of a message that a person is to send: opens WhatsApp with the text.'),
  created_at: z.string(),
  leaves_at: z
    .string()
    .nullable()
    .describe('When it may leave at the earliest, of one that waits: after the quiet hours.'),
  sent_at: z.string().nullable(),
  delivered_at: z.string().nullable(),
  read_at: z.string().nullable(),
});

export const DECISIONS = ['SENT', 'SEND_AGAIN', 'DROP'] as const;

export const DecideMessagesInput = z.object({
  ids: list(id(), { min: 1, max: messageLimits.message_decisions }).describe('Message IDs.'),
  decision: oneOf(DECISIONS).describe(
    '`SENT`: it was sent (of one whose link was opened, or that is unknown). `SEND_AGAIN`: send it, of one that failed or is unknown. ' +
      '`DROP`: it is not sent.',
  ),
});

export const MessagesDecided = named('MessagesDecided', {
  decision: z.enum(DECISIONS),
  ids: z.array(z.int()).describe('Messages that were changed.'),
});
