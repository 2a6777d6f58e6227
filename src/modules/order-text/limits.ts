/** Limits of this module; docs/limits.md says what they mean. */
export const orderTextLimits = {
  order_text_characters: 10_000,
  /** Parts of a text that are read; an order of `order_lines` lines has fewer. */
  order_text_parts: 1_000,
  /** Words of a text times variations that they are compared with: what a text may take of the server is bounded. */
  order_text_comparisons: 25_000_000,
} as const;
