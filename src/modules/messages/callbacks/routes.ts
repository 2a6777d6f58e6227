import { file } from '../../../kernel/http/answer.ts';
import { callbackRoute } from '../../../kernel/http/callback-route.ts';
import { publicRoute, type Route } from '../../../kernel/http/route.ts';
import { messageLimits } from '../limits.ts';
import {
  confirmWebhook,
  ConfirmWebhookInput,
  messageNewsJob,
  verifyMessageCallback,
} from './receive-callback.ts';

const PATH = '/api/hooks/message/whatsapp/:connection';

export const messageCallbackRoutes: Route[] = [
  publicRoute({
    method: 'GET',
    path: PATH,
    operation: 'confirmMessageWebhook',
    section: 'Callbacks',
    summary: 'Confirm the webhook of WhatsApp',
    description: 'Meta calls it when the callback URL is entered, with `verify_token` of the connection.',
    input: ConfirmWebhookInput,
    answer: file('text/plain'),
    run: confirmWebhook,
  }),
  callbackRoute({
    path: PATH,
    operation: 'receiveMessageCallback',
    section: 'Callbacks',
    summary: 'Receive news of messages from WhatsApp',
    description:
      'The address to enter at Meta: `callback_url` of the connection. Calls are signed in `X-Hub-Signature-256` with the secret of the app.',
    // Meta tells up to a thousand things at once.
    body_bytes: messageLimits.message_callback_bytes,
    answer_within_ms: 4_000,
    verify: verifyMessageCallback,
    job: messageNewsJob,
  }),
];
