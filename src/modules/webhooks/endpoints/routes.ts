import { z } from 'zod';
import { success } from '../../../kernel/http/answer.ts';
import { route, type Route } from '../../../kernel/http/route.ts';
import { createWebhook } from './create-webhook.ts';
import { deleteWebhook } from './delete-webhook.ts';
import { listWebhookEventTypes } from './list-event-types.ts';
import { listWebhooks } from './list-webhooks.ts';
import { rotateWebhookSecret } from './rotate-secret.ts';
import {
  CreateWebhookInput,
  NoInput,
  RotateWebhookSecretInput,
  UpdateWebhookInput,
  WebhookCreated,
  WebhookDeleted,
  WebhookEventType,
  WebhookIdInput,
  WebhookSecretRotated,
  WebhookView,
} from './schemas.ts';
import { updateWebhook } from './update-webhook.ts';

const PATH = '/api/open/webhook';
const section = 'Webhook';
/** A leaked key must not lead the data of the shop elsewhere. */
const by_owner = { permission: 'webhooks.manage', session_only: true, fresh_login: true } as const;

export const webhookRoutes: Route[] = [
  route({
    method: 'POST',
    path: PATH,
    operation: 'createWebhook',
    section,
    summary: 'Create a webhook',
    description:
      'Events of the shop are sent to the address as they happen, signed by Standard Webhooks. The secret is shown only once, in this response.',
    ...by_owner,
    input: CreateWebhookInput,
    status: 201,
    answer: success(WebhookCreated),
    run: createWebhook,
  }),
  route({
    method: 'GET',
    path: PATH,
    operation: 'listWebhooks',
    section,
    summary: 'List webhooks',
    description: 'Oldest first. Secrets are not shown.',
    permission: 'webhooks.read',
    input: NoInput,
    answer: success(z.array(WebhookView)),
    run: listWebhooks,
  }),
  route({
    method: 'PATCH',
    path: `${PATH}/:id`,
    operation: 'updateWebhook',
    section,
    summary: 'Update a webhook',
    description:
      'Fields that are omitted do not change. When it is switched on again, what was waiting is sent.',
    ...by_owner,
    input: UpdateWebhookInput,
    answer: success(WebhookView),
    run: updateWebhook,
  }),
  route({
    method: 'DELETE',
    path: `${PATH}/:id`,
    operation: 'deleteWebhook',
    section,
    summary: 'Delete a webhook',
    description: 'Nothing more is sent to it, including what is waiting.',
    ...by_owner,
    input: WebhookIdInput,
    answer: success(WebhookDeleted),
    run: deleteWebhook,
  }),
  route({
    method: 'POST',
    path: `${PATH}/:id/rotate`,
    operation: 'rotateWebhookSecret',
    section,
    summary: 'Rotate the secret of a webhook',
    description:
      'The new secret is shown only once, in this response. Messages are signed with both secrets for the overlap.',
    ...by_owner,
    input: RotateWebhookSecretInput,
    status: 201,
    answer: success(WebhookSecretRotated),
    run: rotateWebhookSecret,
  }),
  route({
    method: 'GET',
    path: `${PATH}/event`,
    operation: 'listWebhookEventTypes',
    section,
    summary: 'List event types of webhooks',
    description: 'With the schema of what each type says.',
    permission: 'webhooks.read',
    input: NoInput,
    answer: success(z.array(WebhookEventType)),
    run: listWebhookEventTypes,
  }),
];
