/** Limits of this module; docs/limits.md says what they mean. */
export const referenceLimits = {
  order_text_districts: 600,
} as const;
