/** Limits of this module; docs/limits.md says what they mean. */
export const invoiceLimits = {
  invoice_bank_accounts: 10,
  /** How often a visitor of a store may have an invoice drawn. */
  own_invoices_per_minute: 30,
  statement_orders: 1_000,
  statement_payments: 20,
} as const;
