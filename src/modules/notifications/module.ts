import type { Module } from '../../kernel/module.ts';
import './errors.ts';
import { notificationLimits } from './limits.ts';
import { notificationPermissions } from './permissions.ts';
import { notificationRecorder } from './record-notifications.ts';
import { notificationRoutes } from './routes.ts';
import { serveIcons } from './serve-icons.ts';
import { makeHub } from './stream/stream-hub.ts';

export const notificationsModule: Module = {
  name: 'notifications',
  tables: ['notification_counters', 'notifications', 'news', 'notification_reads', 'notification_read_marks'],
  permissions: notificationPermissions,
  limits: notificationLimits,
  routes: notificationRoutes,
  readers: [notificationRecorder],
  retention: [
    { table: 'notifications', column: 'created_at', days: notificationLimits.notifications_days },
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
