/** Limits of this module; docs/limits.md says what they mean. */
export const billingLimits = {
  billing_orders_open: 5,
  billing_checked_at_once: 4,
} as const;
