import type { Retention } from '../../kernel/jobs/sweep.ts';

/** Ended sessions and old counts of logins are of no use to anybody. */
export const accountRetention: Retention[] = [
  { table: 'sessions', column: 'expires_at', days: 0 },
  { table: 'login_attempts', column: 'counted_at', days: 1 },
];
