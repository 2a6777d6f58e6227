/** Limits of this module; docs/limits.md says what they mean. */
export const catalogLimits = {
  /** Of the goods that the words of a text may mean so many are looked at. */
  order_text_products: 500,
  order_text_variations: 5_000,
  product_variations: 200,
  bulk_products: 1_000,
  bulk_variations: 30_000,
  bulk_body_bytes: 8 * 1_048_576,
  product_wholesales: 20,
  variation_images: 5,
  preorder_days: 90,
  preorder_weeks: 12,
  weight_grams: 1_000_000,
  dimension_cm: 500,
  sku_batch: 200,
  deleted_at_once: 100,
  product_categories: 1_000,
  priced_products: 1_000,
  prices_at_once: 500,
} as const;
