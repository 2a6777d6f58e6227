/** Limits of this module; docs/limits.md says what they mean. */
export const sandboxLimits = { sandbox_callbacks_days: 30 } as const;
