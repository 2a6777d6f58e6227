import type { z } from 'zod';
import type { Context } from '../../../kernel/context.ts';
import { webhookLimits } from '../limits.ts';
import type { WebhookView } from './schemas.ts';
import { viewWebhook, webhooksOf } from './view-webhook.ts';

/** The webhooks of the shop, the oldest first. Secrets are never shown. */
export async function listWebhooks(context: Context): Promise<z.input<typeof WebhookView>[]> {
  const rows = await webhooksOf(context)
    .orderBy('w.created_at')
    .orderBy('w.id')
    .limit(webhookLimits.webhooks_per_shop)
    .execute();
  return rows.map((row) => viewWebhook(context, row));
}
