/** Every list, loop and size has its limit here; the documentation prints this table. */
export const limits = {
  json_body_bytes: 1_048_576,
  public_body_bytes: 65_536,
  json_depth: 32,
  /** In a body of `json_body_bytes`; a larger one may have as many times more. */
  json_values: 100_000,
  json_fields: 20_000,
  upload_bytes: 2 * 1024 * 1024,
  /** Width times height of an uploaded picture, read from its header before it is decoded. */
  picture_pixels: 50_000_000,
  sheet_content_bytes: 100 * 1024 * 1024,
  sheet_rows: 50_000,
  /** With those that hold nothing. */
  sheet_rows_read: 200_000,
  sheet_columns: 200,
  sheet_row_characters: 100_000,
  /** Of all cells: a text that many cells share counts for each of them. */
  sheet_characters: 32 * 1024 * 1024,
  /** Own work of the server, without waiting for others. */
  sheet_read_ms: 20_000,
  query_parameters: 1_000,
  faults_told: 200,
  /** Where so many faults have been found, no more are looked for. */
  faults_counted: 1_000,
  page_size: 100,
  page_size_default: 10,
  /** Totals are exact up to here, and a floor above: a full count of a large list is never made. */
  exact_total: 10_000,
  /** Of a keyword so much is read; what is searched has no longer words. */
  keyword_characters: 200,
  keyword_words: 12,
  order_lines: 200,
  order_text_characters: 10_000,
  /** Parts of a text that are read; an order of `order_lines` lines has fewer. */
  order_text_parts: 1_000,
  /** Of the goods that the words of a text may mean so many are looked at. */
  order_text_products: 500,
  order_text_variations: 5_000,
  order_text_districts: 600,
  order_text_customers: 20,
  /** Words of a text times variations that they are compared with: what a text may take of the server is bounded. */
  order_text_comparisons: 25_000_000,
  order_charges: 50,
  payments_per_order: 200,
  product_pictures: 100_000,
  picture_bytes: 10 * 1_048_576,
  product_variations: 200,
  bulk_products: 1_000,
  bulk_variations: 30_000,
  import_rows_at_once: 500,
  import_bytes: 10 * 1_048_576,
  bulk_body_bytes: 8 * 1_048_576,
  product_wholesales: 20,
  variation_images: 5,
  preorder_days: 90,
  preorder_weeks: 12,
  weight_grams: 1_000_000,
  stock_quantity: 100_000_000,
  warehouses: 200,
  sku_batch: 200,
  deleted_at_once: 100,
  adjustment_lines: 20_000,
  adjustment_lines_at_once: 1_000,
  product_categories: 1_000,
  promos: 5_000,
  promo_products: 1_000,
  promo_couriers: 200,
  users_per_shop: 200,
  suppliers: 500,
  customer_months: 60,
  order_sources: 200,
  order_costs: 200,
  bank_accounts: 200,
  api_keys_per_shop: 50,
  api_keys_listed: 200,
  sessions_listed: 100,
  /** Passwords that wait to be checked or hashed in one process: five seconds of work for one core. */
  password_checks_waiting: 200,
  request_timeout_ms: 30_000,
  /** Longer than the minute for which load balancers keep a connection, so that it is theirs to end it. */
  idle_connection_ms: 72_000,
  connections: 5_000,
  /** The server ends a statement that takes longer … */
  statement_ms: 15_000,
  /** … and where it doesn't, because it is halted or out of reach, its connection is given up. */
  database_answer_ms: 16_000,
  /** A database that answers nothing at all for so long counts as halted: requests are refused at once. */
  database_silence_ms: 5_000,
  idempotency_days: 7,
  audit_days: 400,
  jobs_unfinished: 20,
  jobs_days: 30,
  download_days: 7,
  download_rows_at_once: 10_000,
  mails_days: 90,
} as const;
