import { scene, type ContractScene } from './stage.ts';

/** Where events of the shop are sent. */
export const webhookScenes: ContractScene[] = [
  scene('createWebhook', async (stage) => {
    const { data } = await stage.call('createWebhook', {
      url: 'https://hooks.example.com/ngorder',
      description: 'Gudang',
      event_types: ['order.created', 'stock.changed'],
    });
    stage.keep('webhook', data.id);
  }),
  scene('listWebhooks', async (stage) => {
    await stage.call('listWebhooks');
  }),
  scene('listWebhookEventTypes', async (stage) => {
    await stage.call('listWebhookEventTypes');
  }),
  scene('updateWebhook', async (stage) => {
    await stage.call('updateWebhook', { id: stage.id('webhook'), event_types: null });
  }),
  scene('rotateWebhookSecret', async (stage) => {
    await stage.call('rotateWebhookSecret', { id: stage.id('webhook'), overlap_hours: 1 });
  }),
  scene('testWebhook', async (stage) => {
    const { data } = await stage.call('testWebhook', { id: stage.id('webhook') });
    stage.keep('webhook.delivery', data.id);
  }),
  scene('listWebhookDeliveries', async (stage) => {
    await stage.call('listWebhookDeliveries', { webhook_id: stage.id('webhook') });
  }),
  scene('getWebhookDelivery', async (stage) => {
    await stage.call('getWebhookDelivery', { id: stage.id('webhook.delivery') });
  }),
  scene('replayWebhookDelivery', async (stage) => {
    await stage.call('replayWebhookDelivery', { id: stage.id('webhook.delivery') });
  }),
  scene('replayFailedWebhooks', async (stage) => {
    await stage.call('replayFailedWebhooks', { id: stage.id('webhook'), since: '2026-01-01 00:00' });
  }),
  scene('deleteWebhook', async (stage) => {
    await stage.call('deleteWebhook', { id: stage.id('webhook') });
  }),
];
