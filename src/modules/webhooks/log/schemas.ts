import { z } from 'zod';
import { WEBHOOK_ERRORS } from '../../../integrations/webhook/port.ts';
import { id, moment, oneOf, optional, pageFields } from '../../../kernel/http/input.ts';
import { named } from '../../../kernel/http/openapi-names.ts';
import { periodFields, refuseEarlyEnd } from '../../../kernel/http/period.ts';
import { MESSAGE_NAMES, TRIAL } from '../message-types.ts';

const STATES = ['WAITING', 'DELIVERED', 'FAILED'] as const;
const TYPES = [...MESSAGE_NAMES, TRIAL.name] as const;

export const ListDeliveriesInput = z
  .object({
    webhook_id: id().describe('Webhook ID.'),
    state: optional(oneOf(STATES)),
    event_type: optional(oneOf(TYPES)),
    ...periodFields(),
    ...pageFields(),
  })
  .superRefine(refuseEarlyEnd);

export const DeliveryIdInput = z.object({ id: id().describe('Delivery ID.') });

export const TestWebhookInput = z.object({ id: id().describe('Webhook ID.') });

export const ReplayFailedInput = z.object({
  id: id().describe('Webhook ID.'),
  since: moment().describe(
    'Deliveries created since then, in the time zone of the shop: those that failed, and those that wait for another attempt.',
  ),
});

const error = z.enum(WEBHOOK_ERRORS).nullable();

const facts = {
  id: z.int(),
  webhook_id: z.int(),
  message_id: z.string().describe('The `webhook-id` that it is sent with, the same in every attempt.'),
  event_type: z.string(),
  subject: z.string().describe('What the event is of, as `order:12`. Its deliveries are sent in order.'),
  state: z
    .enum(STATES)
    .describe('WAITING: for its first or another attempt, or for the one before of the same subject.'),
  attempts: z.int(),
  status: z.int().nullable().describe('HTTP status of the last attempt; null if there was no answer.'),
  error: error.describe('Why the last attempt failed; docs/webhooks.md explains the codes.'),
  retry_at: z.string().nullable().describe('When it is tried again.'),
  created_at: z.string(),
  ended_at: z.string().nullable().describe('When it was delivered, or given up.'),
};

export const Delivery = named('WebhookDelivery', facts);

export const DeliveryDetail = named('WebhookDeliveryDetail', {
  ...facts,
  body: z.string().describe('What is sent, byte for byte.'),
  attempt_list: z
    .array(
      z.object({
        number: z.int(),
        at: z.string(),
        milliseconds: z.int(),
        status: z.int().nullable(),
        error,
        answer: z.string().describe('The beginning of what was answered.'),
      }),
    )
    .describe('Newest first, at most 100.'),
});

export const WebhookReplay = named('WebhookReplay', { job_id: z.int() });
