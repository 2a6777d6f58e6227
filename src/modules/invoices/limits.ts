/** Limits of this module; docs/limits.md says what they mean. */
export const invoiceLimits = {
  invoice_bank_accounts: 10,
  statement_orders: 1_000,
  statement_payments: 20,
} as const;
