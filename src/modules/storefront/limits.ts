/** Limits of this module; docs/limits.md says what they mean. */
export const storeLimits = {
  /** Bank accounts that a store offers to pay to. */
  store_banks: 50,
  store_categories: 1_000,
  /** Lines of what a visitor wants to buy, and units of each. */
  store_lines: 100,
  store_line_quantity: 10_000,
  store_parcel_kg: 1_000,
  /**
   * How often a visitor may ask what shipping costs: vendors may be asked each time. A checkout for the most receivers is that
   * many, and its quote as many where vendors do not answer.
   */
  store_rates_per_minute: 60,
  code_minutes: 10,
  /** Of a code that staff pass on. */
  issued_code_minutes: 1_440,
  code_tries: 5,
  buyer_sessions: 20,
  /** Of the latest orders of a buyer, whose receivers are listed. */
  address_orders: 200,
  buyer_addresses: 50,
} as const;
