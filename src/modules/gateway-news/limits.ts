/** Limits of this module; docs/limits.md says what they mean. */
export const gatewayNewsLimits = { unknown_callbacks_days: 90 } as const;
