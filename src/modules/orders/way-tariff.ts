import { sql } from 'kysely';
import type { Context } from '../../kernel/context.ts';
import { findTariffs, type FoundTariff } from '../couriers/index.ts';
import { findDistricts, findService, type District } from '../reference/index.ts';
import type { LockedOrder } from './lock-order.ts';

/** What a service costs on a way, or which of its ends is not known. */
export type WayTariff =
  | { tariff: FoundTariff | undefined; destination: District }
  | { missing: 'ORIGIN' | 'DESTINATION' };

/** The tariff of a service from one district to another: the shop's own, or our estimate. */
export async function findWayTariff(
  context: Context,
  origin_code: number | null,
  destination_code: number | null,
  service_id: number,
): Promise<WayTariff> {
  if (origin_code === null) return { missing: 'ORIGIN' };
  if (destination_code === null) return { missing: 'DESTINATION' };
  const districts = await findDistricts(context, [origin_code, destination_code]);
  const [origin, destination] = [districts.get(origin_code), districts.get(destination_code)];
  if (origin === undefined) return { missing: 'ORIGIN' };
  if (destination === undefined) return { missing: 'DESTINATION' };
  const found = await findTariffs(context, origin, destination, [service_id]);
  return { tariff: found.get(service_id), destination };
}

/**
 * Within how many days of its departure a parcel of an order arrives: by the shop's own tariff, else as the service
 * promises, else by our estimate for the way.
 * @param warehouse_id that it leaves from, as one of several; its supplier, if it has one, is where the way begins
 * @returns null where nobody knows
 */
export async function promisedDays(
  context: Context,
  order: LockedOrder,
  warehouse_id: number | null,
): Promise<number | null> {
  const service = findService(order.courier_service_id);
  if (service === undefined) return null;
  const supplier = await context.db
    .selectFrom('suppliers')
    .select('district_code')
    .where('shop_id', '=', context.shop.id)
    .where(
      'id',
      '=',
      sql<number>`coalesce((select supplier_id from warehouses where shop_id = ${context.shop.id}
        and id = ${warehouse_id}::bigint), ${order.supplier_id}::bigint)`,
    )
    .executeTakeFirst();
  const ends = [supplier?.district_code ?? null, order.receiver_district_code] as const;
  const found = await findWayTariff(context, ...ends, service.id);
  const tariff = 'tariff' in found ? found.tariff : undefined;
  const own_days = tariff?.is_estimate === false ? tariff.max_days : null;
  return own_days ?? service.max_days ?? tariff?.max_days ?? null;
}
