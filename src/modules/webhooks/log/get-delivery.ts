import type { z } from 'zod';
import { isoWithZone } from '../../../kernel/calendar.ts';
import type { Context } from '../../../kernel/context.ts';
import { kernelErrors } from '../../../kernel/errors.ts';
import { webhookLimits } from '../limits.ts';
import { viewDelivery, withMessage } from './deliveries.ts';
import type { DeliveryDetail, DeliveryIdInput } from './schemas.ts';

/** A delivery with what is sent, and its attempts. @throws Refusal 404 */
export async function getDelivery(
  context: Context,
  { id }: z.output<typeof DeliveryIdInput>,
): Promise<z.input<typeof DeliveryDetail>> {
  const { db, shop } = context;
  const row = await db
    .selectFrom('webhook_deliveries as d')
    .where('d.shop_id', '=', shop.id)
    .where('d.id', '=', id)
    .$call(withMessage(shop.id))
    .select('m.body')
    .executeTakeFirst();
  if (row === undefined) throw kernelErrors.refuse('not_found');
  const attempts = await db
    .selectFrom('webhook_attempts')
    .select(['number', 'at', 'milliseconds', 'status', 'error', 'answer'])
    .where('shop_id', '=', shop.id)
    .where('delivery_id', '=', id)
    .orderBy('number', 'desc')
    .limit(webhookLimits.webhook_attempts_listed)
    .execute();
  return {
    ...viewDelivery(context, row),
    body: row.body,
    attempt_list: attempts.map(({ at, error, ...attempt }) => ({
      ...attempt,
      error: error as 'STATUS' | null,
      at: isoWithZone(at, shop.time_zone),
    })),
  };
}
