import type { z } from 'zod';
import type { Context } from '../../../kernel/context.ts';
import { emit } from '../../../kernel/outbox.ts';
import { lockWebhook } from './lock-webhook.ts';
import type { WebhookIdInput } from './schemas.ts';

/** Deletes a webhook with its secrets: nothing more is sent to it, nor what waits. @throws Refusal 404 */
export async function deleteWebhook(
  context: Context,
  { id }: z.output<typeof WebhookIdInput>,
): Promise<{ id: number }> {
  return context.transaction(async (inner) => {
    await lockWebhook(inner, id);
    const { db, shop, clock } = inner;
    await db
      .updateTable('webhook_endpoints')
      .set({ state: 'DELETED', off_reason: null, off_at: null, updated_at: clock.now() })
      .set({ secret: null, previous_secret: null, previous_ends_at: null })
      .where('shop_id', '=', shop.id)
      .where('id', '=', id)
      .execute();
    await db
      .updateTable('webhook_queues')
      .set({ due_at: null })
      .where('shop_id', '=', shop.id)
      .where('endpoint_id', '=', id)
      .execute();
    await emit(inner, 'webhook.deleted', id);
    return { id };
  });
}
