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
  shop_name: text({ max: 100 }).describe('Shop name.'),
  subdomain: subdomain(),
  phone: phone().describe('Shop phone number.'),
  name: text({ max: 100 }).describe(
    'Name of the account: the signed-in user, or the user who created the API key.',
  ),
  description: clearable(text({ max: 2_000, multiline: true })).describe(
    'Shop description. An empty value clears it; if omitted, it does not change.',
  ),
});

export const ShopUpdated = named('ShopUpdated', { shop_id: z.int() });

export const Nothing = z.object({});

/** Of what changes credentials, users and keys: `fresh_login` of the route. */
const freshLogin = () => ({
  current_password: optional(text({ max: 200 })).describe(
    'Your password. Required if you signed in, or last confirmed your password, more than ten minutes ago.',
  ),
});

export const ConfirmPasswordInput = z.object({
  current_password: text({ max: 200 }).describe('The password you sign in with.'),
});

export const PasswordConfirmed = named('PasswordConfirmed', {
  confirmed_until: z.string().describe('The password is not required again until this time.'),
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
  is_this: z.boolean().describe('True for the session that makes this request.'),
  created_at: z.string(),
  expires_at: z.string(),
  last_used_at: z.string().describe('Updated at most once a minute.'),
});

export const SessionIdInput = z.object({ id: id().describe('Session ID.'), ...freshLogin() });

export const SessionEnded = named('SessionEnded', { id: z.int() });

export const CreateApiKeyInput = z.object({
  name: text({ max: 100 }).describe('What the key is used for.'),
  ...freshLogin(),
});

export const ApiKeyCreated = named('ApiKeyCreated', {
  id: z.int(),
  name: z.string(),
  key: z.string().describe('Shown only once, in this response.'),
  expires_at: z.string(),
});

export const ApiKey = named('ApiKey', {
  id: z.int(),
  name: z.string(),
  key_start: z.string().describe('The first characters of the key.'),
  made_by: z.string(),
  status: z.enum(['ACTIVE', 'REVOKED', 'EXPIRED']),
  created_at: z.string(),
  expires_at: z.string().describe('When the key expires or stopped working.'),
  last_used_at: z.string().nullable().describe('Updated at most once a minute.'),
});

export const ApiKeyIdInput = z.object({ id: id().describe('API key ID.'), ...freshLogin() });

export const ApiKeyRevoked = named('ApiKeyRevoked', { id: z.int() });

export const RotateApiKeyInput = z.object({
  id: id().describe('API key ID.'),
  overlap_hours: withDefault(integer({ min: 0, max: 168 }), 24).describe(
    'Number of hours for which the old key keeps working.',
  ),
  ...freshLogin(),
});

export const ApiKeyRotated = named('ApiKeyRotated', { ...ApiKeyCreated.shape, old_key_ends_at: z.string() });

export const InviteUserInput = z.object({
  email: email(),
  full_name: text({ max: 100 }),
  phone_number: optional(phone()),
  role: role(),
  ...freshLogin(),
});

export const UserInvited = named('UserInvited', {
  user_id: z.int(),
  token: z
    .string()
    .describe('Invitation token, shown only once. The invited person uses it to set a password.'),
  expires_at: z.string(),
});

export const AcceptInvitationInput = z.object({
  token: text({ max: 200 }).describe('Invitation token.'),
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
  status: z.string().describe('INVITED until the person has set a password, then ACTIVE.'),
  created_at: z.string(),
});

export const ChangeUserInput = z.object({ id: id().describe('User ID.'), role: role(), ...freshLogin() });

export const UserChanged = named('UserChanged', {
  user_id: z.int(),
  full_name: z.string(),
  role: z.string(),
});

export const UserIdInput = z.object({ id: id().describe('User ID.'), ...freshLogin() });

export const UserRemoved = named('UserRemoved', { user_id: z.int(), full_name: z.string() });

export const User = named('User', { id: z.int(), name: z.string(), email: z.string() });

export const UpdateProfileInput = z
  .object({
    full_name: text({ max: 100 }).describe('Full name of the user.'),
    phone_number: phone().describe('Phone number of the user.'),
    password: optional(newPassword()),
    password_confirmation: optional(text({ max: 200 })).describe('Required if `password` is given.'),
    current_password: optional(text({ max: 200 })).describe(
      'The current password. Required if `password` is given; a password can only be changed by a signed-in ' +
        'user.',
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
