/** Every list, loop and size has its limit here; the documentation prints this table. */
export const limits = {
  json_body_bytes: 1_048_576,
  upload_bytes: 2 * 1024 * 1024,
  /** Width times height of an uploaded picture, read from its header before it is decoded. */
  picture_pixels: 25_000_000,
  query_parameters: 1_000,
  page_size: 100,
  page_size_default: 10,
  /** Totals are exact up to here, and a floor above: a full count of a large list is never made. */
  exact_total: 10_000,
  order_lines: 200,
  order_charges: 50,
  product_variations: 200,
  product_wholesales: 20,
  variation_images: 5,
  sku_batch: 200,
  product_categories: 1_000,
  users_per_shop: 200,
  api_keys_per_shop: 50,
  request_timeout_ms: 30_000,
  idempotency_days: 7,
  outbox_days: 30,
} as const;
