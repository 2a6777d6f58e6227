/** Limits of this module; docs/limits.md says what they mean. */
export const expenseLimits = {
  expense_quantity: 100_000,
} as const;
