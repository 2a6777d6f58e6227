import { z } from 'zod';
import { clearable, email, id, oneOf, optional, phone, text } from '../../../kernel/http/input.ts';
import { named } from '../../../kernel/http/openapi-names.ts';
import { subdomain } from '../../shop/index.ts';
import { newPassword } from '../passwords/schemas.ts';
import { freshLogin } from '../schemas.ts';

const role = () => oneOf(['owner', 'admin', 'warehouse']);

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

export const UpdateShopAccountInput = z.object({
  shop_name: text({ max: 100 }).describe('Shop name.'),
  subdomain: subdomain(),
  phone: phone().describe('Shop phone number.'),
  name: text({ max: 100 }).describe(
    'Name of the account: the signed-in user, or the user who created the API key.',
  ),
  description: clearable(text({ max: 2000, multiline: true })).describe(
    'Shop description. An empty value clears it; if omitted, it does not change.',
  ),
});

export const ShopUpdated = named('ShopUpdated', { shop_id: z.int() });
