/** Limits of this module; docs/limits.md says what they mean. */
export const reportLimits = {
  profit_loss_titles: 50,
  journal_days: 366,
} as const;
