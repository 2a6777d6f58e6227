import { z } from 'zod';
import { email, phone, text } from '../../kernel/http/input.ts';
import { named } from '../../kernel/http/openapi-names.ts';
import { newPassword } from '../accounts/index.ts';
import { subdomain } from '../shop/index.ts';

export const RegisterInput = z.object({
  shop_name: text({ max: 100 }),
  subdomain: subdomain(),
  full_name: text({ max: 100 }),
  email: email(),
  phone_number: phone(),
  password: newPassword(),
});

export const Registered = named('ShopRegistered', { shop_id: z.int(), user_id: z.int() });
