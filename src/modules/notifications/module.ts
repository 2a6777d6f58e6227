import type { Module } from '../../kernel/module.ts';
import './errors.ts';
import { notificationLimits } from './limits.ts';
import { notificationPermissions } from './permissions.ts';
import { newsPushClock } from './push/push-news.ts';
import { DEVICE_ADDRESSES } from './push/push-secrets.ts';
import { pushWorker } from './push/push-worker.ts';
import { pushRoutes } from './push/routes.ts';
import { notificationRecorder } from './record-notifications.ts';
import { notificationRoutes } from './routes.ts';
import { serveIcons } from './serve-icons.ts';
import { makeHub } from './stream/stream-hub.ts';

export const notificationsModule: Module = {
  name: 'notifications',
  tables: [
    'notification_counters',
    'notifications',
    'news',
    'notification_reads',
    'notification_read_marks',
    'push_devices',
    'push_sends',
    'push_settings',
  ],
  sealed: [DEVICE_ADDRESSES],
  permissions: notificationPermissions,
  limits: notificationLimits,
  routes: [...notificationRoutes, ...pushRoutes],
  workers: (services) => ({ push: pushWorker(services) }),
  schedules: (services) => [newsPushClock(services)],
  readers: [notificationRecorder],
  retention: [
    { table: 'notifications', column: 'created_at', days: notificationLimits.notifications_days },
    { table: 'push_sends', column: 'created_at', days: notificationLimits.push_sends_days },
    { table: 'news', column: 'published_at', days: notificationLimits.news_days },
    {
      table: 'notification_read_marks',
      column: 'read_at',
      days: notificationLimits.notification_marks_days,
    },
  ],
  serve(app, services) {
    serveIcons(app);
    const hub = makeHub(services);
    // Before the server waits for its connections: these would never end by themselves.
    app.addHook('preClose', async () => hub.close());
  },
};
