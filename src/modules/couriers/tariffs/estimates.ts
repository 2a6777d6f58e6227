import data from './estimates.json' with { type: 'json' };
import type { Price } from './tariff-price.ts';
import { ZONES, type Zone } from './zones.ts';

/** What the figures are: estimates, of which month, and where they come from. */
export const ESTIMATES = { date: data.date, source: data.source } as const;

type Figures = [first_kg_idr: number, next_kg_idr: number, min_days: number, max_days: number];

const estimates: ReadonlyMap<number, ReadonlyMap<Zone, Price>> = new Map(
  data.services.map(({ service_id, min_kg, zones }) => [
    service_id,
    new Map(
      ZONES.flatMap((zone) => {
        const figures = (zones as Partial<Record<Zone, number[]>>)[zone];
        if (figures === undefined) return [];
        const [first_kg_idr, next_kg_idr, min_days, max_days] = figures as Figures;
        return [[zone, { first_kg_idr, next_kg_idr, min_kg, min_days, max_days }] as const];
      }),
    ),
  ]),
);

/**
 * What a service probably costs in a zone, where the shop has no tariff of its own. No courier licenses its tariff
 * openly: these are figures of a zone model of ours.
 * @returns undefined where the service does not go there, as a same-day service to another city; or is the shop's own
 */
export function estimateOf(service_id: number, zone: Zone): Price | undefined {
  return estimates.get(service_id)?.get(zone);
}
