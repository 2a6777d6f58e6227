/** Limits of this module; docs/limits.md says what they mean. */
export const customerLimits = {
  order_text_customers: 20,
  customer_months: 60,
} as const;
