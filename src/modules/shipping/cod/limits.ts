/** Limits of COD; docs/limits.md says what they mean. */
export const codLimits = {
  cod_payout_rows: 10_000,
  cod_payout_rows_at_once: 200,
  cod_payout_bytes: 5 * 1_048_576,
  cod_hand_lines: 200,
  cod_lines_matched: 1_000,
  cod_report_days: 31,
} as const;
