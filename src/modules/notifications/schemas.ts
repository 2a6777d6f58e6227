import { z } from 'zod';
import { oneOf, optional, pageFields, text, withDefault } from '../../kernel/http/input.ts';
import { named } from '../../kernel/http/openapi-names.ts';
import { notificationLimits } from './limits.ts';

export const FEEDS = ['ACTIVITY', 'NEWS'] as const;
export type Feed = (typeof FEEDS)[number];

const feed = () =>
  withDefault(oneOf(FEEDS), 'ACTIVITY').describe(
    'ACTIVITY: what happened in the shop; NEWS: news of the platform.',
  );

export const ListNotificationsInput = z.object({
  type: feed(),
  ...pageFields({ per_page: notificationLimits.notifications_per_page }),
});

export const ReadNotificationsInput = z.object({
  id: optional(text({ max: 100 })).describe('ID of a notification. Default: all of the type.'),
  type: feed(),
});

export const StreamNotificationsInput = z.object({
  after: optional(text({ max: 100 })).describe(
    'ID of the last event that the client has, where it cannot send the header `Last-Event-ID`.',
  ),
});

export const NotificationItem = named('Notification', {
  id: z.string(),
  type: z.enum(FEEDS),
  title: z.string(),
  content: z.string().describe('HTML in which nothing but `<strong>` is markup.'),
  body: z.string().describe('The same as plain text.'),
  icon: z.string(),
  web_path: z.string().nullable(),
  action: z
    .object({ data_id: z.int(), type: z.string(), api_path: z.string() })
    .nullable()
    .describe('The operation that handles it, and the ID that it takes. News has none.'),
  is_read: z.boolean(),
  time_ago: z.string(),
  created_at: z.string(),
});

export const UnreadCounts = named('UnreadNotifications', {
  activity: z.int(),
  news: z.int(),
  activity_display: z.string(),
  news_display: z.string(),
});
