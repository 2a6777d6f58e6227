import type { Context } from '../../../kernel/context.ts';
import { namedStatement } from '../../../kernel/database/named-statement.ts';
import { estimateOf } from './estimates.ts';
import type { Price } from './tariff-price.ts';
import { ANYWHERE, type TariffRow } from './tariff-row.ts';
import { zoneOf, type TariffPlace, type Zone } from './zones.ts';

/** The price of a service on a way. */
export interface FoundTariff extends Price {
  /** Ours, as the shop has no price of its own for this way. */
  is_estimate: boolean;
}

/** Which rows of a tariff are of a way, the most specific first. */
export interface TariffWay {
  zone: Zone;
  destinations: string[];
  origin_codes: number[];
}
type Wanted = Omit<TariffWay, 'zone'> & { shop_id: number; service_ids: readonly number[] };

export const TARIFF_COLUMNS =
  'service_id, destination, origin_code, first_kg_idr, next_kg_idr, min_kg, min_days, max_days';

const readTariffs = namedStatement<TariffRow, Wanted>(
  'find_tariffs',
  (at) => `select ${TARIFF_COLUMNS}
  from tariffs
  where shop_id = ${at.shop_id} and service_id = any(${at.service_ids}::bigint[])
    and destination = any(${at.destinations}::text[]) and origin_code = any(${at.origin_codes}::int[])`,
);

/**
 * What services cost on a way, in one statement. The most specific row of the shop's own tariff counts: to the district,
 * else to the city, else to the zone, each first from the district, then from the city, then from anywhere; without any,
 * our estimate.
 * @returns by service; those without a price for this way are not in it
 */
export async function findTariffs(
  context: Context,
  origin: TariffPlace,
  destination: TariffPlace,
  service_ids: readonly number[],
): Promise<Map<number, FoundTariff>> {
  const way = tariffWay(origin, destination);
  const rows = await readTariffs.run(context.db, { shop_id: context.shop.id, service_ids, ...way });
  return tariffsOf(rows, way, service_ids);
}

export function tariffWay(origin: TariffPlace, destination: TariffPlace): TariffWay {
  const zone = zoneOf(origin, destination);
  return {
    zone,
    destinations: [String(destination.code), String(destination.city_code), zone],
    origin_codes: [origin.code, origin.city_code, ANYWHERE],
  };
}

/** Of the rows on a way, what counts for each service; our estimate where the shop has none. */
export function tariffsOf(
  rows: readonly TariffRow[],
  { zone, destinations, origin_codes }: TariffWay,
  service_ids: readonly number[],
): Map<number, FoundTariff> {
  const distanceOf = (row: TariffRow) =>
    destinations.indexOf(row.destination) * origin_codes.length + origin_codes.indexOf(row.origin_code);
  const found = new Map<number, FoundTariff>();
  for (const row of rows.toSorted((a, b) => distanceOf(b) - distanceOf(a)))
    found.set(row.service_id, { ...row, is_estimate: false });
  for (const service_id of service_ids) {
    const estimate = found.has(service_id) ? undefined : estimateOf(service_id, zone);
    if (estimate !== undefined) found.set(service_id, { ...estimate, is_estimate: true });
  }
  return found;
}
