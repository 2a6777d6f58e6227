/** Limits of this module; docs/limits.md says what they mean. */
export const notificationLimits = {
  notifications_per_shop: 10_000,
  notifications_days: 90,
  notifications_per_page: 20,
  streams: 3_000,
  streams_per_shop: 200,
  streams_per_user: 20,
  stream_minutes: 60,
  stream_heartbeat_s: 15,
  stream_look_ms: 200,
  stream_catch_up: 100,
  notification_marks_days: 400,
  news_days: 365,
  news_items: 1_000,
  news_characters: 2_000,
} as const;
