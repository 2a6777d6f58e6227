/** Limits of this module; docs/limits.md says what they mean. */
export const orderLimits = {
  order_lines: 200,
  order_charges: 50,
  order_shipments: 20,
  order_note_characters: 2_000,
  order_days_ahead: 366,
} as const;
