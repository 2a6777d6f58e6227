/** Limits of this module; docs/limits.md says what they mean. */
export const shopLimits = {
  users_per_shop: 200,
  suppliers: 500,
} as const;
