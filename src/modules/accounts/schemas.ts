import { z } from 'zod';
import { clearable, email, phone, text } from '../../kernel/http/input.ts';

const subdomain = () =>
  text({ min: 3, max: 63 })
    .describe('Letters, digits and dashes; the shop is found under it.')
    .transform((value) => value.toLowerCase())
    .refine((value) => /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/.test(value), {
      params: { code: 'subdomain_characters' },
    });

export const RegisterInput = z.object({
  shop_name: text({ max: 100 }),
  subdomain: subdomain(),
  full_name: text({ max: 100 }),
  email: email(),
  phone_number: phone(),
  password: text({ min: 8, max: 200 }).describe('At least 8 characters.'),
});

export const Registered = z.object({ shop_id: z.int(), user_id: z.int() });

export const LoginInput = z.object({ email: email(), password: text({ max: 200 }) });

export const LoggedIn = z.object({ token: z.string(), expires_at: z.string() });

export const UpdateShopAccountInput = z.object({
  shop_name: text({ max: 100 }).describe('Shop name'),
  subdomain: subdomain(),
  phone: phone().describe('Shop phone number'),
  name: text({ max: 100 }).describe('Account name: of the user who is signed in, or who made the API key'),
  description: clearable(text({ max: 2_000, multiline: true })).describe(
    'Shop description; empty clears it, without it nothing changes',
  ),
});

export const ShopUpdated = z.object({ shop_id: z.int() });
