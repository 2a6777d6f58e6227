import { z } from 'zod';
import { data, done, page, stream } from '../../kernel/http/answer.ts';
import { route, type Route } from '../../kernel/http/route.ts';
import { countUnread } from './count-unread.ts';
import { listNotifications } from './list-notifications.ts';
import { readNotifications } from './mark-read.ts';
import {
  ListNotificationsInput,
  NotificationItem,
  ReadNotificationsInput,
  StreamNotificationsInput,
  UnreadCounts,
} from './schemas.ts';
import { streamNotifications } from './stream/open-stream.ts';

const section = 'Notification';
const permission = 'notifications.read';

export const notificationRoutes: Route[] = [
  route({
    method: 'GET',
    path: '/api/open/notification',
    operation: 'listNotifications',
    section,
    summary: 'List notifications',
    description:
      'The newest first. Nobody is told of what they did themselves, nor of what their role may not see.',
    permission,
    input: ListNotificationsInput,
    answer: page(NotificationItem, { unread_count: z.int() }),
    run: listNotifications,
  }),
  route({
    method: 'GET',
    path: '/api/open/notification/unread',
    operation: 'countUnreadNotifications',
    section,
    summary: 'Count unread notifications',
    permission,
    input: z.object({}),
    answer: data(UnreadCounts),
    run: countUnread,
  }),
  route({
    method: 'POST',
    path: '/api/open/notification/read',
    operation: 'readNotifications',
    section,
    summary: 'Mark notifications as read',
    permission,
    input: ReadNotificationsInput,
    answer: done({ en: 'Notifications are marked as read', id: 'Notifikasi sudah ditandai dibaca' }),
    run: readNotifications,
  }),
  route({
    method: 'GET',
    path: '/api/open/notification/stream',
    operation: 'streamNotifications',
    section,
    summary: 'Stream notifications',
    description:
      'Server-sent events for clients that send `Accept: text/event-stream`, as an EventSource does: `notification` with ' +
      'the notification as in the list; `missed` where so much was missed that the list has to be loaded anew. It goes on ' +
      'after the event that `Last-Event-ID` names. Other clients get what there is after that event, and the end.',
    permission,
    input: StreamNotificationsInput,
    answer: stream('text/event-stream'),
    run: streamNotifications,
  }),
];
