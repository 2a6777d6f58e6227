/** Limits of this module; docs/limits.md says what they mean. */
export const courierLimits = {
  custom_couriers: 100,
} as const;
