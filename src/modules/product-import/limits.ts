/** Limits of this module; docs/limits.md says what they mean. */
export const productImportLimits = {
  import_rows_at_once: 500,
  import_bytes: 10 * 1_048_576,
  import_layouts: 100,
  /** Of a cell that is no description and no picture. */
  import_cell_characters: 1_000,
} as const;
