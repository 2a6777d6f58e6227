/** Every list, loop and size has its limit here; the documentation prints this table. */
export const limits = {
  json_body_bytes: 1_048_576,
  public_body_bytes: 65_536,
  callback_body_bytes: 262_144,
  callbacks_per_minute: 6_000,
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
  faults_listed: 200,
  /** Where so many faults have been found, no more are looked for. */
  faults_counted: 1_000,
  page_size: 100,
  page_size_default: 10,
  /** Of a report: ten years. */
  report_days: 3_660,
  /** Totals are exact up to here, and a floor above: a full count of a large list is never made. */
  exact_total: 10_000,
  /** Of a keyword so much is read; what is searched has no longer words. */
  keyword_characters: 200,
  keyword_words: 12,
  request_timeout_ms: 30_000,
  /** Longer than the minute for which load balancers keep a connection open, so that they close it first. */
  idle_connection_ms: 72_000,
  connections: 5_000,
  /** The server ends a statement that takes longer … */
  statement_ms: 15_000,
  /** … and where it doesn't, because it is halted or out of reach, its connection is given up. */
  database_answer_ms: 16_000,
  /** A database that answers nothing at all for so long counts as halted: requests are refused at once. */
  database_silence_ms: 5_000,
  idempotency_days: 7,
  /** Of the Idempotency-Key of a visitor who has not said who it is, at least. */
  visitor_key_characters: 16,
  audit_days: 400,
  /** Of the events that a reader gets in one transaction. */
  events_at_once: 500,
  events_look_ms: 1_000,
  /** While somebody waits for what is made of them, as for notifications. */
  events_look_watched_ms: 200,
  /** At one event alone, before its reader goes on without it. */
  event_failures: 8,
  /** The longest wait between two tries. */
  event_retry_s: 60,
  jobs_unfinished: 20,
  callback_jobs_unfinished: 1_000,
  jobs_days: 30,
  download_days: 7,
  download_rows_at_once: 10_000,
  mails_days: 90,
} as const;
