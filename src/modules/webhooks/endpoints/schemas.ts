import { z } from 'zod';
import {
  boolean,
  clearable,
  id,
  integer,
  list,
  oneOf,
  optional,
  text,
  withDefault,
} from '../../../kernel/http/input.ts';
import { named } from '../../../kernel/http/openapi-names.ts';
import { freshLogin } from '../../accounts/index.ts';
import { webhookLimits } from '../limits.ts';
import { MESSAGE_NAMES } from '../message-types.ts';

const url = () => text({ max: webhookLimits.webhook_url_characters });
const description = () => text({ min: 0, max: 200 });
const eventTypes = () => list(oneOf(MESSAGE_NAMES), { min: 1, max: MESSAGE_NAMES.length });

export const NoInput = z.object({});

export const CreateWebhookInput = z.object({
  url: url().describe('Where events are sent: an https address that the internet can reach.'),
  description: withDefault(description(), '').describe('What it is for.'),
  event_types: optional(eventTypes()).describe(
    'Types of events to send. Default: all, including future ones.',
  ),
  ...freshLogin(),
});

export const UpdateWebhookInput = z.object({
  id: id().describe('Webhook ID.'),
  url: optional(url()),
  description: clearable(description()),
  event_types: clearable(eventTypes()).describe('null: all types, including future ones.'),
  is_active: optional(boolean()).describe(
    'Switches the webhook on or off. Events that happen while it is off are not sent.',
  ),
  ...freshLogin(),
});

export const WebhookIdInput = z.object({ id: id().describe('Webhook ID.'), ...freshLogin() });

export const RotateWebhookSecretInput = z.object({
  id: id().describe('Webhook ID.'),
  overlap_hours: withDefault(integer({ min: 0, max: webhookLimits.webhook_old_secret_hours }), 24).describe(
    'Number of hours for which messages are signed with the old secret too.',
  ),
  ...freshLogin(),
});

export const WebhookView = named('Webhook', {
  id: z.int(),
  url: z.string(),
  description: z.string(),
  event_types: z.array(z.enum(MESSAGE_NAMES)).nullable().describe('null: all'),
  is_active: z.boolean(),
  off_reason: z
    .enum(['OWNER', 'GONE', 'FAILING'])
    .nullable()
    .describe('Why it is off. GONE: it answered 410; FAILING: it has accepted nothing for days.'),
  off_at: z.string().nullable(),
  failing_since: z.string().nullable().describe('Since when every attempt has failed; null if none has.'),
  old_secret_ends_at: z
    .string()
    .nullable()
    .describe('Until when messages are signed with the secret before the last rotation too.'),
  created_at: z.string(),
  updated_at: z.string(),
});

const secret = z.string().describe('Shown only once, in this response: messages are verified with it.');

export const WebhookCreated = named('WebhookCreated', { ...WebhookView.shape, secret });

export const WebhookSecretRotated = named('WebhookSecretRotated', {
  id: z.int(),
  secret,
  old_secret_ends_at: z.string(),
});

export const WebhookDeleted = named('WebhookReference', { id: z.int() });

export const WebhookEventType = named('WebhookEventType', {
  type: z.string(),
  version: z.int(),
  summary: z.string(),
  data: z.record(z.string(), z.unknown()).describe('JSON Schema of `data` in the message.'),
});
