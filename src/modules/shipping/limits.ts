/** Limits of this module; docs/limits.md says what they mean. */
export const shippingLimits = {
  paper_orders: 500,
  label_lines_read: 60,
} as const;
