import { success } from '../../../kernel/http/answer.ts';
import { freshUntil } from '../../../kernel/http/authentication.ts';
import { route, type Route } from '../../../kernel/http/route.ts';
import { confirmPasswordOfSession } from './confirm-password.ts';
import { ConfirmPasswordInput, PasswordConfirmed } from './schemas.ts';

export const passwordRoutes: Route[] = [
  route({
    method: 'POST',
    path: '/api/account/confirm-password',
    operation: 'confirmPassword',
    section: 'Account',
    summary: 'Confirm your password',
    description:
      'Operations that change users, API keys, sessions or passwords will not require the password again for ' +
      'ten minutes.',
    permission: 'shop.read',
    session_only: true,
    repeatable: true,
    input: ConfirmPasswordInput,
    answer: success(PasswordConfirmed),
    prepare: confirmPasswordOfSession,
    run: async (context) => ({ confirmed_until: freshUntil(context.clock.now()).toISOString() }),
  }),
];
