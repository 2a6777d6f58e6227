import type { z } from 'zod';
import type { Context } from '../../../kernel/context.ts';
import { isCustomCourierId, loadShopServices } from '../../couriers/index.ts';
import { courierBadge, couriers, CUSTOM_BADGE } from '../../reference/index.ts';
import { courierName } from './courier-name.ts';
import type { CodCourier } from './schemas.ts';

/** The couriers that the shop offers and that collect cash on delivery, its custom couriers included. */
export async function listCodCouriers(context: Context): Promise<z.input<typeof CodCourier>[]> {
  const { active, custom } = await loadShopServices(context);
  const active_ids = new Set(active.map(({ courier_id }) => courier_id));
  const collecting = [
    ...couriers
      .filter(({ id, cod }) => cod && active_ids.has(id))
      .map((courier) => ({ ...courier, badge: courier.code })),
    ...custom.filter(({ is_cod }) => is_cod).map((courier) => ({ ...courier, badge: CUSTOM_BADGE })),
  ];
  return collecting.map(({ id, name, badge }) => ({
    expedition_name: isCustomCourierId(id) ? name : courierName(id, name),
    logo_url: context.base_url + courierBadge(badge),
  }));
}
