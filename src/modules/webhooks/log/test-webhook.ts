import type { z } from 'zod';
import type { Context } from '../../../kernel/context.ts';
import { lockQueues, openLanes } from '../lanes.ts';
import { bodyOf, TRIAL } from '../message-types.ts';
import { makeWebhookId } from '../webhook-id.ts';
import { getDelivery } from './get-delivery.ts';
import { refuseOff } from './refuse-off.ts';
import type { DeliveryDetail, TestWebhookInput } from './schemas.ts';

/**
 * Sends a trial to a webhook, beside all that waits for it. What becomes of it shows in its delivery.
 * @throws Refusal 404; 409 if the webhook is switched off
 */
export async function testWebhook(
  context: Context,
  { id }: z.output<typeof TestWebhookInput>,
): Promise<z.input<typeof DeliveryDetail>> {
  return context.transaction(async (inner) => {
    const { db, shop, clock, random } = inner;
    await refuseOff(inner, id);
    await lockQueues(inner, [id]);
    const now = clock.now();
    const webhook_id = makeWebhookId(random);
    // A lane of its own.
    const subject = `test:${webhook_id}`;
    const said = { shop_id: shop.id, type: TRIAL.name, subject, created_at: now };
    const message = await db
      .insertInto('webhook_messages')
      .values({
        ...said,
        webhook_id,
        body: bodyOf(TRIAL.name, TRIAL.version, now, TRIAL.data.parse({ webhook_id: id })),
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    const delivery = await db
      .insertInto('webhook_deliveries')
      .values({
        ...said,
        message_id: message.id,
        endpoint_id: id,
        position: 0,
        part: 0,
        state: 'WAITING',
        queued_at: now,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    await openLanes(inner, [{ endpoint_id: id, subject }], 'FIRST');
    return getDelivery(inner, { id: delivery.id });
  });
}
