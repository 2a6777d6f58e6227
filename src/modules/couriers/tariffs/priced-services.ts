import type { Context } from '../../../kernel/context.ts';
import { courierServices, findCourier } from '../../reference/index.ts';

/** A service that can have a tariff: of a courier, or a courier of the shop. */
export interface PricedService {
  id: number;
  /** Its names, as people write them: the first is shown. */
  courier_names: readonly string[];
  rate_name: string;
  /** Other names of the service. */
  names: readonly string[];
}

const of_couriers: readonly PricedService[] = courierServices.flatMap((service) => {
  const courier = findCourier(service.courier_id);
  if (courier === undefined || courier.virtual) return [];
  return [
    {
      id: service.id,
      courier_names: [courier.name, courier.full_name, courier.code],
      rate_name: service.rate_name,
      names: [service.code, service.name],
    },
  ];
});

/**
 * All services that a tariff of the shop can be for, by their ids: those of couriers, and its custom couriers.
 * @param is_held until the transaction ends, none of them is deleted, so that no row is left of one that is
 */
export async function pricedServices(
  { db, shop }: Context,
  is_held = false,
): Promise<Map<number, PricedService>> {
  const custom = await db
    .selectFrom('custom_couriers')
    .select(['id', 'name'])
    .where('shop_id', '=', shop.id)
    .where('archived_at', 'is', null)
    .orderBy('id')
    .$if(is_held, (query) => query.forKeyShare())
    .execute();
  const services = custom.map(({ id, name }) => ({ id, courier_names: [name], rate_name: '', names: [] }));
  return new Map([...of_couriers, ...services].map((service) => [service.id, service]));
}
