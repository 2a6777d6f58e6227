import type { RouteIds } from './world.ts';

/** Operations of webhooks that take ids. */
export const WEBHOOK_IDS: Record<string, RouteIds> = {
  updateWebhook: { names: { id: 'webhook' }, input: () => ({ description: 'Dicuri' }) },
  deleteWebhook: { names: { id: 'webhook' } },
  rotateWebhookSecret: { names: { id: 'webhook' } },
  testWebhook: { names: { id: 'webhook' } },
  replayFailedWebhooks: { names: { id: 'webhook' }, input: () => ({ since: '2026-01-01 00:00' }) },
  listWebhookDeliveries: { names: { webhook_id: 'webhook' } },
  getWebhookDelivery: { names: { id: 'webhook_delivery' } },
  replayWebhookDelivery: { names: { id: 'webhook_delivery' } },
};
