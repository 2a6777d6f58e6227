/** Limits of this module; docs/limits.md says what they mean. */
export const shippingLimits = {
  paper_orders: 500,
  label_lines_read: 60,
  pickup_requests: 100,
} as const;
