/** Limits of this module; docs/limits.md says what they mean. */
export const bulkOrderLimits = {
  bulk_orders: 10_000,
  bulk_orders_judged: 500,
  bulk_judging_ms: 700,
  bulk_slice: 25,
  bulk_run_days: 90,
} as const;
