/** Limits of this module; docs/limits.md says what they mean. */
export const shippingLimits = {
  paper_orders: 500,
  label_lines_read: 60,
  pickup_requests: 100,
  performance_days: 93,
  rate_deadline_ms: 3_000,
  rate_kg: 1_000,
  rate_cm: 500,
  booking_lines: 50,
  bookings_at_once: 4,
  booking_tries: 12,
  booking_shops_at_once: 100,
  tracked_parcels: 500,
  tracked_at_once: 4,
  tracking_shops_at_once: 1_000,
  tracking_events: 500,
  tracking_text_characters: 500,
} as const;
