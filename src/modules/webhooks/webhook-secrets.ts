import type { Context } from '../../kernel/context.ts';
import { Secret, type SealedColumn } from '../../kernel/sealed/index.ts';

const BOUND_TO = ['shop_id', 'id'] as const;

export const WEBHOOK_SECRETS: SealedColumn<'shop_id' | 'id'> = {
  table: 'webhook_endpoints',
  column: 'secret',
  bound_to: BOUND_TO,
};

export const PREVIOUS_WEBHOOK_SECRETS: SealedColumn<'shop_id' | 'id'> = {
  table: 'webhook_endpoints',
  column: 'previous_secret',
  bound_to: BOUND_TO,
};

const SECRET_BYTES = 32;

/** A new secret, in the notation of Standard Webhooks. */
export function makeWebhookSecret({ random }: Pick<Context, 'random'>): Secret {
  return new Secret(`whsec_${random.bytes(SECRET_BYTES).toString('base64')}`);
}
