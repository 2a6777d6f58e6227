/** Limits of this module; docs/limits.md says what they mean. */
export const paymentLimits = {
  payments_per_order: 200,
  bank_accounts: 200,
} as const;
