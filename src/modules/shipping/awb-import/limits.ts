/** Limits of AWB imports; docs/limits.md says what they mean. */
export const awbImportLimits = {
  awb_import_rows: 20_000,
  awb_import_bytes: 10 * 1_048_576,
  awb_import_rows_at_once: 500,
  awb_imports: 50,
} as const;
