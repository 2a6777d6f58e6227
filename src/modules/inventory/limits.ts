/** Limits of this module; docs/limits.md says what they mean. */
export const inventoryLimits = {
  adjustment_lines: 20_000,
  adjustment_lines_at_once: 1_000,
} as const;
