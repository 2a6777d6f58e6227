/** Limits of this module; docs/limits.md says what they mean. */
export const orderpayLimits = {
  withdrawals_open: 50,
  withdrawals_at_once: 4,
  withdrawal_tries: 12,
  withdrawal_shops_at_once: 100,
} as const;
