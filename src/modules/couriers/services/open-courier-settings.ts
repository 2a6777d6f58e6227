import type { PublicContext } from '../../../kernel/context.ts';
import { courierServices } from '../../reference/index.ts';

/** Couriers whose services a new shop offers: the numbers of the reference's filters, pickup and manual input. */
const FIRST_COURIERS = new Set([1, 2, 3, 4, 5, 6, 8, 9, 10, 98, 99]);

/** A new shop offers the usual services, and rounds nothing. */
export async function openCourierSettings(context: PublicContext, shop_id: number): Promise<void> {
  const active_service_ids = courierServices
    .filter(({ courier_id }) => FIRST_COURIERS.has(courier_id))
    .map(({ id }) => id);
  await context.db.insertInto('courier_settings').values({ shop_id, active_service_ids }).execute();
}
