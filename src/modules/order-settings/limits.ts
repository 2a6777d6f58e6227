/** Limits of this module; docs/limits.md says what they mean. */
export const orderSettingLimits = {
  order_sources: 200,
  order_costs: 200,
} as const;
