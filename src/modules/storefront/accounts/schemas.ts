import { z } from 'zod';
import { email, id, optional, phone, text } from '../../../kernel/http/input.ts';
import { named } from '../../../kernel/http/openapi-names.ts';
import { freshLogin, newPassword } from '../../accounts/index.ts';

const account = () => text({ max: 254 }).describe('Email or phone number of the account.');
const code = () => text({ min: 6, max: 6 }).describe('The code that was sent.');

export const RequestCodeInput = z.object({ account: account() });

export const IssueCodeInput = z.object({ id: id().describe('Customer ID.'), ...freshLogin() });

export const IssuedCode = named('IssuedCode', {
  account: z.string().describe('What the customer signs in with: the email.'),
  code: z.string().describe('Shown only this once.'),
  valid_minutes: z.int(),
});

export const CodeSent = named('CodeSent', { valid_minutes: z.int() });

export const SignInInput = z.object({
  account: account(),
  password: optional(text({ max: 200 })).describe('Either this or `code`.'),
  code: optional(code()),
});

export const SignedInBuyer = named('SignedInBuyer', {
  token: z.string().describe('To be sent as `Authorization: Bearer TOKEN`. It is shown only this once.'),
  expires_at: z.string(),
});

export const SetPasswordInput = z.object({ account: account(), code: code(), password: newPassword() });

export const BuyerSession = named('BuyerSession', {
  id: z.int(),
  is_current: z.boolean(),
  address: z.string(),
  created_at: z.string(),
  last_used_at: z.string(),
  expires_at: z.string(),
});

export const BuyerSessionIdInput = z.object({ session_id: id().describe('Session ID.') });

export const BuyerDetail = named('Buyer', {
  name: z.string(),
  email: z.string().nullable(),
  phone: z.string(),
  category_code: z.string(),
  category_name: z.string(),
  has_password: z.boolean(),
  balance: z.int().describe('What the shop owes you, and you can pay with.'),
});

export const RequestAccessInput = z.object({
  name: text({ max: 100 }),
  phone: phone(),
  email: email(),
  address: optional(text({ max: 500, multiline: true })),
  district_id: optional(id()).describe('District ID, from Search districts.'),
});

export const BuyerAddress = named('BuyerAddress', {
  name: z.string(),
  phone: z.string(),
  address: z.string(),
  postal_code: z.string().nullable(),
  district_id: z.int().nullable(),
  district: z.string().nullable(),
  city: z.string().nullable(),
  province: z.string().nullable(),
});
