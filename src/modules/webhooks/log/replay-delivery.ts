import type { z } from 'zod';
import type { Context } from '../../../kernel/context.ts';
import { kernelErrors } from '../../../kernel/errors.ts';
import { refuseOff } from './refuse-off.ts';
import { getDelivery } from './get-delivery.ts';
import { requeueDeliveries } from './requeue-deliveries.ts';
import type { DeliveryDetail, DeliveryIdInput } from './schemas.ts';

/**
 * Sends a delivery again, whatever became of it, under the same ID: receivers that know it already recognise it by that.
 * @throws Refusal 404; 409 if its webhook is switched off
 */
export async function replayDelivery(
  context: Context,
  { id }: z.output<typeof DeliveryIdInput>,
): Promise<z.input<typeof DeliveryDetail>> {
  return context.transaction(async (inner) => {
    const delivery = await inner.db
      .selectFrom('webhook_deliveries')
      .select('endpoint_id')
      .where('shop_id', '=', inner.shop.id)
      .where('id', '=', id)
      .executeTakeFirst();
    if (delivery === undefined) throw kernelErrors.refuse('not_found');
    await refuseOff(inner, delivery.endpoint_id);
    await requeueDeliveries(inner, delivery.endpoint_id, [id]);
    return getDelivery(inner, { id });
  });
}
