/** Limits of this module; docs/limits.md says what they mean. */
export const shopLimits = {
  users_per_shop: 200,
  suppliers: 500,
  allowed_origins: 20,
} as const;
