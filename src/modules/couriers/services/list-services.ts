import type { z } from 'zod';
import type { Context } from '../../../kernel/context.ts';
import { courierServices, findCourier } from '../../reference/index.ts';
import { loadShopServices } from './load-shop-services.ts';
import type { ServiceSettings } from './schemas.ts';

/** All courier services by group, with whether the shop offers them. */
export async function listServices(context: Context): Promise<z.input<typeof ServiceSettings>> {
  const { active_ids } = await loadShopServices(context);
  const group = (name: string) =>
    courierServices
      .filter((service) => service.group === name)
      .map(({ id, courier_id, rate_name }) => ({
        id,
        logistic_name: findCourier(courier_id)?.name ?? '',
        rate_name,
        is_active: active_ids.has(id),
      }));
  return { Regular: group('regular'), Express: group('express'), Trucking: group('trucking') };
}
