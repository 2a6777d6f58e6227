/** Limits of tariffs; docs/limits.md says what they mean. */
export const tariffLimits = {
  tariff_rows: 500_000,
  tariff_rows_at_once: 200,
  tariff_import_rows: 100_000,
  tariff_import_bytes: 10 * 1_048_576,
  tariff_import_rows_at_once: 500,
  tariff_imports: 20,
  tariff_kg: 1_000,
} as const;
