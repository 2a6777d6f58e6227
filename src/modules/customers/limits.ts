/** Limits of this module; docs/limits.md says what they mean. */
export const customerLimits = {
  /** Of a new customer, whatever reads it. */
  customer_name_characters: 100,
  customer_address_characters: 500,
  order_text_customers: 20,
  customer_months: 60,
} as const;
