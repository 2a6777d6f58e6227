/** Limits of this module; docs/limits.md says what they mean. */
export const stockLimits = {
  stock_quantity: 100_000_000,
  warehouses: 200,
  notice_lines: 100,
  shelves_at_once: 500,
} as const;
