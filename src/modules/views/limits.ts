/** Limits of this module; docs/limits.md says what they mean. */
export const viewLimits = {
  views_of_list: 50,
  view_query_characters: 2_000,
  preferences: 100,
  preference_bytes: 8_192,
} as const;
