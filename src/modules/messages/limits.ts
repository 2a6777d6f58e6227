/** Limits of messages; docs/limits.md says what they mean. */
export const messageLimits = {
  message_characters: 4_000,
  message_text_characters: 4_096,
  message_placeholders: 30,
  message_templates: 100,
  message_receivers: 10_000,
  message_days: 400,
  message_wait_hours: 48,
  messages_per_minute: 1_000,
  messages_at_once: 4,
  message_shops_at_once: 20,
  message_decisions: 500,
  message_order_lines: 20,
  message_bank_accounts: 5,
  message_callback_bytes: 1_048_576,
} as const;
