/** Limits of this module; docs/limits.md says what they mean. */
export const paymentLimits = {
  payments_per_order: 200,
  bank_accounts: 200,
  admin_fee_idr: 4_500,
  admin_fees: 6,
} as const;
