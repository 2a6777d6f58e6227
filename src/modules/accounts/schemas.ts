import { z } from 'zod';
import {
  clearable,
  email,
  id,
  integer,
  oneOf,
  optional,
  phone,
  text,
  withDefault,
} from '../../kernel/http/input.ts';
import { named } from '../../kernel/http/openapi-names.ts';
import { subdomain } from '../shop/index.ts';

export const newPassword = () => text({ min: 8, max: 200 }).describe('At least 8 characters.');

export const LoginInput = z.object({ email: email(), password: text({ max: 200 }) });

export const LoggedIn = named('LoggedIn', { token: z.string(), expires_at: z.string() });

export const UpdateShopAccountInput = z.object({
  shop_name: text({ max: 100 }).describe('Shop name'),
  subdomain: subdomain(),
  phone: phone().describe('Shop phone number'),
  name: text({ max: 100 }).describe('Account name: of the user who is signed in, or who made the API key'),
  description: clearable(text({ max: 2_000, multiline: true })).describe(
    'Shop description; empty clears it, without it nothing changes',
  ),
});

export const ShopUpdated = named('ShopUpdated', { shop_id: z.int() });

export const Nothing = z.object({});

/** Of what changes credentials, users and keys: `fresh_login` of the route. */
const freshLogin = () => ({
  current_password: optional(text({ max: 200 })).describe(
    'Your password; needed where the login, or the last confirmation, is older than ten minutes',
  ),
});

export const ConfirmPasswordInput = z.object({
  current_password: text({ max: 200 }).describe('The password that you sign in with'),
});

export const PasswordConfirmed = named('PasswordConfirmed', {
  confirmed_until: z.string().describe('Until then it is not asked for again'),
});

const role = () => oneOf(['owner', 'admin', 'warehouse']);

export const Me = named('Me', {
  user: z.object({
    id: z.int(),
    full_name: z.string(),
    email: z.string(),
    phone_number: z.string(),
    role: z.string(),
  }),
  shop: z.object({ id: z.int(), name: z.string(), subdomain: z.string(), time_zone: z.string() }),
  signed_in_by: z.enum(['SESSION', 'API_KEY']),
  permissions: z.array(z.string()),
});

export const Session = named('Session', {
  id: z.int(),
  is_this: z.boolean().describe('The session that asks'),
  created_at: z.string(),
  expires_at: z.string(),
  last_used_at: z.string().describe('Noted at most once a minute'),
});

export const SessionIdInput = z.object({ id: id().describe('Session ID'), ...freshLogin() });

export const SessionEnded = named('SessionEnded', { id: z.int() });

export const CreateApiKeyInput = z.object({
  name: text({ max: 100 }).describe('What the key is for'),
  ...freshLogin(),
});

export const ApiKeyMade = named('ApiKeyCreated', {
  id: z.int(),
  name: z.string(),
  key: z.string().describe('Shown this once'),
  expires_at: z.string(),
});

export const ApiKey = named('ApiKey', {
  id: z.int(),
  name: z.string(),
  key_start: z.string().describe('How the key begins'),
  made_by: z.string(),
  status: z.enum(['ACTIVE', 'REVOKED', 'EXPIRED']),
  created_at: z.string(),
  expires_at: z.string().describe('When it ends, or ended'),
  last_used_at: z.string().nullable().describe('Noted at most once a minute'),
});

export const ApiKeyIdInput = z.object({ id: id().describe('API key ID'), ...freshLogin() });

export const ApiKeyRevoked = named('ApiKeyRevoked', { id: z.int() });

export const RotateApiKeyInput = z.object({
  id: id().describe('API key ID'),
  overlap_hours: withDefault(integer({ min: 0, max: 168 }), 24).describe('How long the old key goes on'),
  ...freshLogin(),
});

export const ApiKeyRotated = named('ApiKeyRotated', { ...ApiKeyMade.shape, old_key_ends_at: z.string() });

export const InviteUserInput = z.object({
  email: email(),
  full_name: text({ max: 100 }),
  phone_number: optional(phone()),
  role: role(),
  ...freshLogin(),
});

export const UserInvited = named('UserInvited', {
  user_id: z.int(),
  token: z.string().describe('Of the invitation. Shown this once; the person sets a password with it'),
  expires_at: z.string(),
});

export const AcceptInvitationInput = z.object({
  token: text({ max: 200 }).describe('Of the invitation'),
  password: newPassword(),
});

export const InvitationAccepted = named('InvitationAccepted', {
  shop_id: z.int(),
  user_id: z.int(),
  email: z.string(),
});

export const ShopUser = named('ShopUser', {
  id: z.int(),
  full_name: z.string(),
  email: z.string(),
  phone_number: z.string(),
  role: z.string(),
  status: z.string().describe('INVITED until the person has set a password, then ACTIVE'),
  created_at: z.string(),
});

export const ChangeUserInput = z.object({ id: id().describe('User ID'), role: role(), ...freshLogin() });

export const UserChanged = named('UserChanged', {
  user_id: z.int(),
  full_name: z.string(),
  role: z.string(),
});

export const UserIdInput = z.object({ id: id().describe('User ID'), ...freshLogin() });

export const UserRemoved = named('UserRemoved', { user_id: z.int(), full_name: z.string() });

export const User = named('User', { id: z.int(), name: z.string(), email: z.string() });

export const UpdateProfileInput = z
  .object({
    full_name: text({ max: 100 }).describe('User full name'),
    phone_number: phone().describe('User phone number'),
    password: optional(newPassword()),
    password_confirmation: optional(text({ max: 200 })).describe('Required if `password` is filled'),
    current_password: optional(text({ max: 200 })).describe(
      'The password until now: required if `password` is filled, which needs a signed-in person',
    ),
  })
  .superRefine((input, context) => {
    if (input.password !== undefined && input.password !== input.password_confirmation)
      context.addIssue({
        code: 'custom',
        path: ['password_confirmation'],
        params: { code: 'password_confirmation' },
      });
  });

export const ProfileUpdated = named('ProfileUpdated', { full_name: z.string(), phone_number: z.string() });
