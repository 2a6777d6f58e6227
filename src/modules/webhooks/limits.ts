/** Limits of webhooks; docs/limits.md says what they mean. */
export const webhookLimits = {
  webhooks_per_shop: 10,
  webhook_url_characters: 2_000,
  webhook_old_secret_hours: 168,
  webhook_warehouses: 100,
  webhook_sent_at_once: 8,
  webhook_endpoints_at_once: 48,
  webhook_of_shop_at_once: 4,
  webhook_attempts: 10,
  webhook_days: 3,
  webhook_failing_days: 5,
  webhook_log_days: 30,
  webhook_attempts_listed: 100,
  webhook_replayed_at_once: 500,
} as const;
