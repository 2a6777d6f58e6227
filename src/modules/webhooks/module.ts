import type { Module } from '../../kernel/module.ts';
import { runDeliveries } from './deliver/run-deliveries.ts';
import { webhookRoutes } from './endpoints/routes.ts';
import './errors.ts';
import { webhookEvents } from './events.ts';
import { webhookLimits } from './limits.ts';
import { replayWebhooksJob } from './log/replay-failed.ts';
import { webhookLogRoutes } from './log/routes.ts';
import { webhookMessages } from './messages/read-events.ts';
import { webhookPermissions } from './permissions.ts';
import { PREVIOUS_WEBHOOK_SECRETS, WEBHOOK_SECRETS } from './webhook-secrets.ts';

export const webhooksModule: Module = {
  name: 'webhooks',
  tables: [
    'webhook_endpoints',
    'webhook_queues',
    'webhook_messages',
    'webhook_deliveries',
    'webhook_lanes',
    'webhook_attempts',
  ],
  sealed: [WEBHOOK_SECRETS, PREVIOUS_WEBHOOK_SECRETS],
  events: webhookEvents,
  readers: [webhookMessages],
  permissions: webhookPermissions,
  limits: webhookLimits,
  routes: [...webhookRoutes, ...webhookLogRoutes],
  jobs: [replayWebhooksJob],
  listen: (services) => runDeliveries(services),
  // With a message go its deliveries and their attempts; a lane without any is of no use the day after.
  retention: [
    { table: 'webhook_messages', column: 'created_at', days: webhookLimits.webhook_log_days },
    { table: 'webhook_lanes', column: 'touched_at', days: webhookLimits.webhook_log_days + 1 },
  ],
};
