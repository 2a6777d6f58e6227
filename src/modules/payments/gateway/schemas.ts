import { z } from 'zod';
import { boolean, optional, text } from '../../../kernel/http/input.ts';
import { named } from '../../../kernel/http/openapi-names.ts';
import { freshLogin } from '../../accounts/index.ts';

const SupportedBank = named('GatewayBankAccount', {
  id: z.int(),
  name: z.string(),
  holder_name: z.string(),
  bank_number: z.string().nullable(),
  image: z.string(),
});

const problem = z
  .object({ code: z.string(), message: z.string() })
  .nullable()
  .describe('Why Xendit did not accept the key when it was last tested.');

export const XenditSettings = named('XenditSettings', {
  xendit_key: z
    .string()
    .nullable()
    .describe('Beginning and end of the key, which is never shown; null: the shop has none.'),
  is_xendit_active: z.boolean().describe('Charges go through the Xendit account of the shop.'),
  has_callback_token: z.boolean().describe('Callbacks are accepted, as their verification token is stored.'),
  problem,
  bank_support: z
    .array(SupportedBank)
    .describe('The accounts that payments by each channel are recorded on.'),
});

/** What a request can carry: Xendit gives no others. */
const sendable = () =>
  text({ min: 8, max: 500 }).refine((value) => /^[!-~]+$/.test(value), {
    params: { code: 'gateway_key_characters' },
  });

export const SaveXenditKeyInput = z.object({
  xendit_key: optional(sendable()).describe(
    'Secret API key of the shop at Xendit. Required unless the shop has saved one before.',
  ),
  callback_token: optional(sendable()).describe(
    "Verification token of the shop's callbacks, from the dashboard of Xendit (Settings, Webhooks). Without it no callback " +
      'is accepted, and payments are only found when they are looked for.',
  ),
  is_active: optional(boolean()).describe(
    'false: charges go through the account of the installation again. A new key is active.',
  ),
  new_callback_url: optional(boolean()).describe(
    'true: the callback address gets a new secret, and the address of before is no longer accepted.',
  ),
  ...freshLogin(),
});

export const XenditKeySaved = named('XenditKeySaved', {
  xendit_key: z.string().describe('Beginning and end of the key, which is never shown.'),
  is_xendit_active: z.boolean(),
  has_callback_token: z.boolean(),
  problem,
  callback_url: z
    .string()
    .nullable()
    .describe(
      'Enter it in the dashboard of Xendit for fixed virtual accounts (paid) and invoices (paid). Shown only when it is new.',
    ),
});

export const RemoveXenditKeyInput = z.object({ ...freshLogin() });

export const XenditKeyRemoved = named('XenditKeyRemoved', { removed: z.literal(true) });
