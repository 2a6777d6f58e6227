import { z } from 'zod';
import { email, id, text } from '../../../kernel/http/input.ts';
import { named } from '../../../kernel/http/openapi-names.ts';
import { freshLogin } from '../schemas.ts';

export const LoginInput = z.object({ email: email(), password: text({ max: 200 }) });

export const LoggedIn = named('LoggedIn', { token: z.string(), expires_at: z.string() });

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
