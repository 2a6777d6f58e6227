import { Webhook } from 'standardwebhooks';
import type { Context } from '../../../kernel/context.ts';
import { PREVIOUS_WEBHOOK_SECRETS, WEBHOOK_SECRETS } from '../webhook-secrets.ts';
import type { LockedEndpoint } from './lock-endpoint.ts';

/** What a message is sent with. */
export type SignedHeaders = Record<string, string>;

/** Signs messages to an endpoint, at the time of an attempt. */
export type Signer = (webhook_id: string, body: string, at: Date) => SignedHeaders;

/**
 * Opens the secrets of an endpoint for as long as something is sent with them.
 * @returns what signs by Standard Webhooks: with the secret, and with the one before until its end
 */
export function openSigner({ secrets, shop, clock }: Context, endpoint: LockedEndpoint): Signer {
  const row = { shop_id: shop.id, id: endpoint.id };
  const { secret, previous_secret, previous_ends_at } = endpoint;
  const signers: Webhook[] = [];
  if (secret !== null) signers.push(new Webhook(secrets.open(WEBHOOK_SECRETS, row, secret).revealText()));
  if (previous_secret !== null && previous_ends_at !== null && previous_ends_at > clock.now())
    signers.push(new Webhook(secrets.open(PREVIOUS_WEBHOOK_SECRETS, row, previous_secret).revealText()));
  return (webhook_id, body, at) => ({
    'content-type': 'application/json',
    'user-agent': 'Ngorder-Webhooks/1',
    'webhook-id': webhook_id,
    'webhook-timestamp': String(Math.floor(at.getTime() / 1_000)),
    'webhook-signature': signers.map((signer) => signer.sign(webhook_id, at, body)).join(' '),
  });
}
