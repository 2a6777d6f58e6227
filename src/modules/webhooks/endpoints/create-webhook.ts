import type { z } from 'zod';
import type { Context } from '../../../kernel/context.ts';
import { emit } from '../../../kernel/outbox.ts';
import { holdToLimit } from '../../../kernel/shop-limit.ts';
import { refuseKeysOfPackage } from '../../packages/index.ts';
import { webhookLimits } from '../limits.ts';
import { makeWebhookSecret, WEBHOOK_SECRETS } from '../webhook-secrets.ts';
import { refuseUrl } from './refuse-url.ts';
import type { CreateWebhookInput, WebhookCreated } from './schemas.ts';
import { viewWebhook, webhooksOf } from './view-webhook.ts';

/**
 * Creates a webhook: events of the chosen types are sent to it from now on. The secret is returned only here, and stored sealed.
 * @throws Refusal 422 if the address is not accepted or the shop has as many webhooks as it may have
 */
export async function createWebhook(
  context: Context,
  input: z.output<typeof CreateWebhookInput>,
): Promise<z.input<typeof WebhookCreated>> {
  refuseUrl(context, input.url);
  return context.transaction(async (inner) => {
    const { db, shop, clock, actor, secrets } = inner;
    await refuseKeysOfPackage(inner);
    const live = db
      .selectFrom('webhook_endpoints')
      .where('shop_id', '=', shop.id)
      .where('state', '<>', 'DELETED');
    await holdToLimit(inner, webhookLimits.webhooks_per_shop, live);
    const now = clock.now();
    const { id } = await db
      .insertInto('webhook_endpoints')
      .values({
        shop_id: shop.id,
        url: input.url,
        description: input.description,
        event_types: input.event_types === undefined ? null : [...new Set(input.event_types)],
        state: 'ACTIVE',
        created_by: actor.user_id,
        created_at: now,
        updated_at: now,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    const secret = makeWebhookSecret(inner);
    // It is bound to the row, whose ID was not known before.
    await db
      .updateTable('webhook_endpoints')
      .set({ secret: secrets.seal(WEBHOOK_SECRETS, { shop_id: shop.id, id }, secret) })
      .where('shop_id', '=', shop.id)
      .where('id', '=', id)
      .execute();
    await db.insertInto('webhook_queues').values({ shop_id: shop.id, endpoint_id: id }).execute();
    await emit(inner, 'webhook.created', id);
    const row = await webhooksOf(inner).where('w.id', '=', id).executeTakeFirstOrThrow();
    return { ...viewWebhook(inner, row), secret: secret.revealText() };
  });
}
