/** Limits of this module; docs/limits.md says what they mean. */
export const storeLimits = {
  /** Bank accounts that a store offers to pay to. */
  store_banks: 50,
  store_categories: 1_000,
} as const;
