import type { z } from 'zod';
import { isoWithZone } from '../../../kernel/calendar.ts';
import type { Context } from '../../../kernel/context.ts';
import { emit } from '../../../kernel/outbox.ts';
import { makeWebhookSecret, PREVIOUS_WEBHOOK_SECRETS, WEBHOOK_SECRETS } from '../webhook-secrets.ts';
import { lockWebhook } from './lock-webhook.ts';
import type { RotateWebhookSecretInput, WebhookSecretRotated } from './schemas.ts';

/**
 * Gives a webhook a new secret, which is returned only here. Messages are signed with both until the overlap is over, so that
 * receivers can be changed one by one; a secret before the old one ends at once.
 * @throws Refusal 404
 */
export async function rotateWebhookSecret(
  context: Context,
  { id, overlap_hours }: z.output<typeof RotateWebhookSecretInput>,
): Promise<z.input<typeof WebhookSecretRotated>> {
  return context.transaction(async (inner) => {
    const { secret: sealed } = await lockWebhook(inner, id);
    const { db, shop, clock, secrets } = inner;
    const row = { shop_id: shop.id, id };
    const secret = makeWebhookSecret(inner);
    const ends_at = new Date(clock.now().getTime() + overlap_hours * 3_600_000);
    // Sealed values are bound to their column.
    const previous = sealed === null ? null : secrets.open(WEBHOOK_SECRETS, row, sealed);
    const overlaps = previous !== null && overlap_hours > 0;
    await db
      .updateTable('webhook_endpoints')
      .set({
        secret: secrets.seal(WEBHOOK_SECRETS, row, secret),
        previous_secret: overlaps ? secrets.seal(PREVIOUS_WEBHOOK_SECRETS, row, previous) : null,
        previous_ends_at: overlaps ? ends_at : null,
        updated_at: clock.now(),
      })
      .where('shop_id', '=', shop.id)
      .where('id', '=', id)
      .execute();
    const old_secret_ends_at = isoWithZone(ends_at, shop.time_zone);
    await emit(inner, 'webhook.rotated', id, { old_secret_ends_at });
    return { id, secret: secret.revealText(), old_secret_ends_at };
  });
}
