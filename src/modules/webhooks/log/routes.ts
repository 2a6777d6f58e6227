import { page, success } from '../../../kernel/http/answer.ts';
import { route, type Route } from '../../../kernel/http/route.ts';
import { getDelivery } from './get-delivery.ts';
import { listDeliveries } from './list-deliveries.ts';
import { replayDelivery } from './replay-delivery.ts';
import { replayFailed } from './replay-failed.ts';
import {
  Delivery,
  DeliveryDetail,
  DeliveryIdInput,
  ListDeliveriesInput,
  ReplayFailedInput,
  TestWebhookInput,
  WebhookReplay,
} from './schemas.ts';
import { testWebhook } from './test-webhook.ts';

const PATH = '/api/open/webhook';
const section = 'Webhook';
const permission = 'webhooks.read';

export const webhookLogRoutes: Route[] = [
  route({
    method: 'GET',
    path: `${PATH}/delivery`,
    operation: 'listWebhookDeliveries',
    section,
    summary: 'List deliveries of a webhook',
    description: 'Newest first, up to 30 days old.',
    permission,
    input: ListDeliveriesInput,
    answer: page(Delivery),
    run: listDeliveries,
  }),
  route({
    method: 'GET',
    path: `${PATH}/delivery/:id`,
    operation: 'getWebhookDelivery',
    section,
    summary: 'Get a delivery of a webhook',
    description: 'With what is sent and every attempt.',
    permission,
    input: DeliveryIdInput,
    answer: success(DeliveryDetail),
    run: getDelivery,
  }),
  route({
    method: 'POST',
    path: `${PATH}/delivery/:id/replay`,
    operation: 'replayWebhookDelivery',
    section,
    summary: 'Replay a delivery of a webhook',
    description: 'It is sent again under the same `webhook-id`, whether it was delivered or failed.',
    permission,
    input: DeliveryIdInput,
    answer: success(DeliveryDetail),
    run: replayDelivery,
  }),
  route({
    method: 'POST',
    path: `${PATH}/:id/replay`,
    operation: 'replayFailedWebhooks',
    section,
    summary: 'Replay the failed deliveries of a webhook',
    description: 'A job sends everything again that was not accepted since a moment.',
    permission,
    input: ReplayFailedInput,
    answer: success(WebhookReplay),
    run: replayFailed,
  }),
  route({
    method: 'POST',
    path: `${PATH}/:id/test`,
    operation: 'testWebhook',
    section,
    summary: 'Send a test to a webhook',
    description: 'Sends an event of the type `webhook.test`. What becomes of it shows in its delivery.',
    permission,
    input: TestWebhookInput,
    status: 201,
    answer: success(DeliveryDetail),
    run: testWebhook,
  }),
];
