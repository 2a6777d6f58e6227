import type { z } from 'zod';
import type { Language } from '../../../kernel/language.ts';
import type { ListedPlace, PlaceList } from '../../reference/index.ts';
import type { PricedService } from './priced-services.ts';
import type { Tariff } from './schemas.ts';
import type { Price } from './tariff-price.ts';
import { ZONE_TITLES, ZONES, type Zone } from './zones.ts';

/** A parcel may start anywhere. */
export const ANYWHERE = 0;

/** Which row of a shop's tariff. */
export interface TariffKey {
  service_id: number;
  /** Official code of a district or city, or a zone. */
  destination: string;
  /** Official code of a district or city, or ANYWHERE. */
  origin_code: number;
}

export type TariffRow = TariffKey & Price;

export function keyText({ service_id, destination, origin_code }: TariffKey): string {
  return `${service_id} ${destination} ${origin_code}`;
}

export function isZone(destination: string): destination is Zone {
  return (ZONES as readonly string[]).includes(destination);
}

/** `Klojen, Kota Malang, Jawa Timur` */
export function placeText({ district, city, province }: ListedPlace): string {
  return [district, city, province].filter((part) => part !== undefined).join(', ');
}

/** A row as the API has it. */
export function presentTariff(
  row: TariffRow & { updated_at: Date },
  services: ReadonlyMap<number, PricedService>,
  places: PlaceList,
  language: Language,
): z.input<typeof Tariff> {
  const service = services.get(row.service_id);
  const origin = places.withCode(row.origin_code);
  const zone = isZone(row.destination) ? row.destination : null;
  const destination = zone === null ? places.withCode(Number(row.destination)) : undefined;
  return {
    service_id: row.service_id,
    logistic_name: service?.courier_names[0] ?? '',
    rate_name: service?.rate_name ?? '',
    origin_district_id: (origin?.district === undefined ? undefined : origin.id) ?? null,
    origin_city_id: (origin !== undefined && origin.district === undefined ? origin.id : undefined) ?? null,
    origin: origin === undefined ? null : placeText(origin),
    district_id: (destination?.district === undefined ? undefined : destination.id) ?? null,
    city_id:
      (destination !== undefined && destination.district === undefined ? destination.id : undefined) ?? null,
    zone,
    destination:
      zone === null
        ? (destination && placeText(destination)) || row.destination
        : ZONE_TITLES[zone][language],
    first_kg: row.first_kg_idr,
    next_kg: row.next_kg_idr,
    min_kg: row.min_kg,
    min_days: row.min_days,
    max_days: row.max_days,
    updated_at: row.updated_at.toISOString(),
  };
}
