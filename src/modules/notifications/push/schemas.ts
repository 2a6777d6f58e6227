import { z } from 'zod';
import { list, oneOf, optional, text } from '../../../kernel/http/input.ts';
import { named } from '../../../kernel/http/openapi-names.ts';
import { GROUPS } from '../kinds.ts';

/** As long as tokens and addresses of push services may be. */
const ADDRESS_CHARACTERS = 2_000;

const token = () =>
  text({ max: ADDRESS_CHARACTERS }).describe('Registration token of Firebase Cloud Messaging.');
const endpoint = () =>
  text({ max: ADDRESS_CHARACTERS }).describe('Address of the subscription at the push service.');
const device = () => optional(text({ max: 100 })).describe('Name of the device, such as Samsung S20+.');

export const SaveTokenInput = z.object({ token: token(), device: device() });
export const RemoveTokenInput = z.object({ token: token() });
export const SaveSubscriptionInput = z.object({
  endpoint: endpoint(),
  keys: z.object({ p256dh: text({ max: 200 }), auth: text({ max: 100 }) }),
  device: device(),
});
export const RemoveSubscriptionInput = z.object({ endpoint: endpoint() });

export const ChangePushSettingsInput = z.object({
  pushed: list(oneOf(GROUPS), { max: GROUPS.length }).describe('All that is pushed; everything else is not.'),
});

export const DeviceSaved = named('PushDevice', { token: z.string(), device: z.string(), user_id: z.int() });
export const SubscriptionSaved = named('PushSubscription', {
  endpoint: z.string(),
  device: z.string(),
  user_id: z.int(),
});
export const PushKey = named('PushKey', {
  public_key: z.string().describe('`applicationServerKey` of a subscription.'),
  has_fcm: z.boolean().describe('Whether notifications are pushed to apps too.'),
});
export const PushSettings = named('PushSettings', { pushed: z.array(z.enum(GROUPS)) });
