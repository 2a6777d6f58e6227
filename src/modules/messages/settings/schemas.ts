import { z } from 'zod';
import { MESSAGE_VENDORS } from '../../../integrations/message/port.ts';
import { integer, oneOf, optional, rupiah, text } from '../../../kernel/http/input.ts';
import { named } from '../../../kernel/http/openapi-names.ts';
import { freshLogin } from '../../accounts/index.ts';
import { messageLimits } from '../limits.ts';
import { CONNECTED_VENDORS } from '../message-account.ts';

const TIME = /^(?:[01]\d|2[0-3]):[0-5]\d$/;

/** A time of day, as 21:00. */
const timeOfDay = () =>
  text({ max: 5 }).refine((value) => TIME.test(value), { params: { code: 'message_time_format' } });

export const GetSettingsInput = z.object({});

const Connection = named('MessageConnection', {
  vendor: z.enum(CONNECTED_VENDORS),
  name: z.string(),
  key: z.string().nullable().describe('The last characters of the key; null: not connected.'),
  address: z.string().nullable().describe('Of Woowa.'),
  sender: z.string().nullable().describe('Of WhatsApp Cloud API: the ID of the phone number.'),
  problem: z.string().nullable().describe('Why the vendor did not answer when the key was saved.'),
  created_at: z.string().nullable(),
});

export const MessageSettings = named('MessageSettings', {
  vendor: z.enum(MESSAGE_VENDORS),
  vendor_name: z.string(),
  language: z.enum(['id', 'en']).describe('Of messages that are sent by themselves.'),
  quiet_from: z.string().describe('Nothing is sent by itself from then on, in the time zone of the shop …'),
  quiet_until: z.string().describe('… until then.'),
  per_minute: z.int().describe('Messages that leave per minute at most.'),
  cost: z.int().describe('What the vendor charges for a message, in rupiah.'),
  problem: z.string().nullable().describe('Why nothing leaves at the moment.'),
  paused_until: z.string().nullable(),
  connections: z.array(Connection),
});

export const UpdateSettingsInput = z.object({
  vendor: optional(oneOf(MESSAGE_VENDORS)).describe(
    '`link`: a person opens a link for each message. `outbox`: as mail, for trials.',
  ),
  language: optional(oneOf(['id', 'en'])),
  quiet_from: optional(timeOfDay()).describe('As 21:00. The same as `quiet_until`: no quiet hours.'),
  quiet_until: optional(timeOfDay()).describe('As 07:00.'),
  per_minute: optional(integer({ min: 1, max: messageLimits.messages_per_minute })),
  cost: optional(rupiah({ max: 100_000 })),
});

export const SaveMessageConnectionInput = z.object({
  vendor: oneOf(CONNECTED_VENDORS).describe('The vendor.'),
  api_key: text({ min: 4, max: 1_000 }).describe('The key, or access token, of the shop at the vendor.'),
  address: optional(text({ max: 200 })).describe(
    'Needed for `woowa`: where its API is, like https://api.example.com.',
  ),
  sender: optional(text({ max: 50 })).describe(
    'Needed for `whatsapp`: the ID of the phone number (`phone_number_id`).',
  ),
  app_secret: optional(text({ min: 8, max: 500 })).describe(
    'Needed for `whatsapp`: the secret of the app, which signs its callbacks.',
  ),
  ...freshLogin(),
});

export const MessageConnectionSaved = named('MessageConnectionSaved', {
  vendor: z.enum(CONNECTED_VENDORS),
  name: z.string(),
  key: z.string(),
  problem: z.string().nullable(),
  created_at: z.string(),
  callback_url: z
    .string()
    .nullable()
    .describe('Of `whatsapp`: enter it as callback URL of the webhook. Shown only once, in this response.'),
  verify_token: z.string().nullable().describe('Enter it beside the callback URL.'),
});

export const RemoveMessageConnectionInput = z.object({
  vendor: oneOf(CONNECTED_VENDORS).describe('The vendor.'),
  ...freshLogin(),
});

export const MessageConnectionRemoved = named('MessageConnectionRemoved', {
  vendor: z.enum(CONNECTED_VENDORS),
});
