/** Limits of bank mutations; docs/limits.md says what they mean. */
export const mutationLimits = {
  mutation_import_rows: 100_000,
  mutation_import_bytes: 20 * 1_048_576,
  mutation_rows_at_once: 500,
  mutation_imports: 20,
  mutation_layouts: 10,
  mutation_match_orders: 20,
  mutation_suggestions: 10,
} as const;
