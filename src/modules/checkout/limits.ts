/** Limits of this module; docs/limits.md says what they mean. */
export const checkoutLimits = {
  checkout_lines: 50,
  checkout_receivers: 20,
  open_checkouts_per_phone: 5,
  open_checkouts_per_customer: 50,
  open_checkouts_per_address: 60,
  open_checkouts_per_shop: 5_000,
  checkout_hours: 24,
  cod_checkout_hours: 72,
  changes_days: 7,
  claim_days: 7,
  unconfirmed_per_page: 50,
  charges_at_once: 200,
} as const;
