import { z } from 'zod';
import { id, list, oneOf, optional, text, withDefault } from '../../../kernel/http/input.ts';
import { named } from '../../../kernel/http/openapi-names.ts';
import { CUSTOMER_KINDS, MESSAGE_KINDS, ORDER_KINDS } from '../kinds.ts';
import { messageLimits } from '../limits.ts';

const message = () => text({ max: messageLimits.message_characters, multiline: true });

export const GetCustomerTemplatesInput = z.object({
  language: optional(oneOf(['id', 'en'])).describe('Default: the language of the shop’s messages.'),
});

export const CustomerTemplate = named('CustomerMessageTemplate', {
  id: z.int(),
  type: z.enum(CUSTOMER_KINDS),
  title: z.string(),
  template: z.string(),
});

export const SendToCustomersInput = z.object({
  customers: list(id(), { min: 1, max: messageLimits.message_receivers }).describe('Customer IDs.'),
  template: message().describe('The text, with placeholders such as {%shopname%} and {%buyer%}.'),
});

const told = {
  text: z.string().describe('As the customer receives it; of several, the first.'),
  msid: z.string().describe('The vendor’s ID of the message; empty while it is not known.'),
  status: z.int().describe('1: accepted.'),
};

export const SentToCustomers = named('CustomerMessagesSent', {
  ...told,
  broadcast_id: z.int().describe('For GET /api/open/message/broadcast/{id}: what becomes of each.'),
  receivers: z.int(),
  skipped: z
    .int()
    .describe('Customers who want no promos, have no phone number that can be used, or share one.'),
});

export const SendOrderMessageInput = z.object({
  id: id().describe('Order ID.'),
  message: message().describe('The text, with placeholders.'),
  type: withDefault(oneOf(MESSAGE_KINDS), 'CUSTOM_NOTIFICATION').describe(
    'What it is about, for the list of messages.',
  ),
});

export const OrderMessageSent = named('OrderMessageSent', {
  ...told,
  message_id: z.int(),
  state: z.enum(['WAITING', 'LINK']),
  link: z.string().nullable().describe('Without a vendor, this link has to be opened to send the message.'),
});

export const GetOrderMessageInput = z.object({
  id: id().describe('Order ID.'),
  type: withDefault(oneOf(ORDER_KINDS), 'REMINDER').describe('What it is about.'),
});

export const GetOrderMessagesInput = z.object({ order_id: id().describe('Order ID.') });

export const OrderMessage = named('OrderMessage', {
  id: z.int().describe('ID of the template; 0 where the shop has deleted its own.'),
  type: z.enum(ORDER_KINDS),
  title: z.string(),
  customer_phone: z.string(),
  message: z.string(),
  link: z
    .string()
    .nullable()
    .describe('Opens WhatsApp with this message; null without a usable phone number.'),
});
