import type { Module } from '../../kernel/module.ts';
import { findEmailDifferences } from './email-differences.ts';
import { heedRevocations } from './end-access.ts';
import './errors.ts';
import { accountEvents } from './events.ts';
import { keyRoutes } from './keys/routes.ts';
import { accountLimits } from './limits.ts';
import { passwordRoutes } from './passwords/routes.ts';
import { accountPermissions } from './permissions.ts';
import { signInRoutes } from './sign-in/routes.ts';
import { SIGNING_KEYS } from './sign-in/signing-key.ts';
import { userRoutes } from './users/routes.ts';

export const accountsModule: Module = {
  name: 'accounts',
  tables: ['users', 'user_emails', 'sessions', 'api_keys', 'login_attempts', 'signing_keys'],
  sealed: [SIGNING_KEYS],
  events: accountEvents,
  permissions: accountPermissions,
  limits: accountLimits,
  routes: [...signInRoutes, ...passwordRoutes, ...keyRoutes, ...userRoutes],
  checks: [{ title: 'the directory of emails has those who sign in', find: findEmailDifferences }],
  // Ended sessions and old counts of logins are of no use to anybody.
  retention: [
    { table: 'sessions', column: 'expires_at', days: 0 },
    { table: 'login_attempts', column: 'counted_at', days: 1 },
  ],
  listen: heedRevocations,
};
