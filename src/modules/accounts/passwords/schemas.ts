import { z } from 'zod';
import { text } from '../../../kernel/http/input.ts';
import { named } from '../../../kernel/http/openapi-names.ts';

export const newPassword = () => text({ min: 8, max: 200 }).describe('At least 8 characters.');

export const ConfirmPasswordInput = z.object({
  current_password: text({ max: 200 }).describe('The password you sign in with.'),
});

export const PasswordConfirmed = named('PasswordConfirmed', {
  confirmed_until: z.string().describe('The password is not required again until this time.'),
});
