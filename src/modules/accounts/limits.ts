/** Limits of this module; docs/limits.md says what they mean. */
export const accountLimits = {
  api_keys_per_shop: 50,
  api_keys_listed: 200,
  sessions_listed: 100,
  /** Passwords that wait to be checked or hashed in one process: five seconds of work for one core. */
  password_checks_waiting: 200,
} as const;
