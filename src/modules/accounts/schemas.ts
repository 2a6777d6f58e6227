import { z } from 'zod';
import { optional, text } from '../../kernel/http/input.ts';

export const Nothing = z.object({});

/** Of what changes credentials, users and keys: `fresh_login` of the route. */
export const freshLogin = () => ({
  current_password: optional(text({ max: 200 })).describe(
    'Your password. Required if you signed in, or last confirmed your password, more than ten minutes ago.',
  ),
});
