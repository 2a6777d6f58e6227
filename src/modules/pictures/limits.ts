/** Limits of this module; docs/limits.md says what they mean. */
export const pictureLimits = {
  product_pictures: 100_000,
  picture_bytes: 10 * 1_048_576,
} as const;
