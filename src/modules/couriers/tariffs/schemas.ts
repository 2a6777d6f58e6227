import { z } from 'zod';
import {
  id,
  integer,
  list,
  oneOf,
  optional,
  pageFields,
  rupiah,
  withDefault,
} from '../../../kernel/http/input.ts';
import { named } from '../../../kernel/http/openapi-names.ts';
import { tariffLimits } from './limits.ts';
import { ZONES } from './zones.ts';

const days = () => integer({ min: 0, max: 90 });

/** Which row: the service and the way. */
const wayFields = {
  service_id: id().describe('ID of a courier service, or of a courier of the shop.'),
  origin_district_id: optional(id()).describe('Omit both origins for a price from anywhere.'),
  origin_city_id: optional(id()),
  district_id: optional(id()).describe('Destination: one of `district_id`, `city_id` and `zone`.'),
  city_id: optional(id()),
  zone: optional(oneOf(ZONES)),
};

type Way = z.output<z.ZodObject<typeof wayFields>>;

function checkWay(way: Way, context: z.core.$RefinementCtx<Way>): void {
  const count = (...values: unknown[]) => values.filter((value) => value !== undefined).length;
  const refuse = (code: string, field: string) =>
    context.addIssue({ code: 'custom', path: [field], params: { code } });
  if (count(way.district_id, way.city_id, way.zone) !== 1) refuse('tariff_destination', 'district_id');
  if (count(way.origin_district_id, way.origin_city_id) > 1) refuse('tariff_origin', 'origin_district_id');
}

const rows = <Row extends z.ZodType>(row: Row) =>
  list(row, { min: 1, max: tariffLimits.tariff_rows_at_once });

export const SetTariffsInput = z.object({
  rows: rows(
    z
      .object({
        ...wayFields,
        first_kg: rupiah().describe('Price of the first kilogram.'),
        next_kg: rupiah().describe('Price of each further kilogram.'),
        min_kg: withDefault(integer({ min: 1, max: tariffLimits.tariff_kg }), 1).describe(
          'Kilograms that are charged at least.',
        ),
        min_days: optional(days()),
        max_days: optional(days()),
      })
      .superRefine((row, context) => {
        checkWay(row, context);
        if ((row.max_days ?? 90) < (row.min_days ?? 0))
          context.addIssue({ code: 'custom', path: ['max_days'], params: { code: 'tariff_days' } });
      }),
  ),
});

export const RemoveTariffsInput = z.object({ rows: rows(z.object(wayFields).superRefine(checkWay)) });

export const ListTariffsInput = z.object({ service_id: optional(id()), ...pageFields({ per_page: 50 }) });

export const ListZonePricesInput = z.object({
  service_id: id().describe('ID of a courier service, or of a courier of the shop.'),
});

const priceFields = {
  first_kg: z.int().describe('Price of the first kilogram.'),
  next_kg: z.int().describe('Price of each further kilogram.'),
  min_kg: z.int().describe('Kilograms that are charged at least.'),
  min_days: z.int().nullable(),
  max_days: z.int().nullable(),
};

export const Tariff = named('Tariff', {
  service_id: z.int(),
  logistic_name: z.string(),
  rate_name: z.string(),
  origin_district_id: z.int().nullable(),
  origin_city_id: z.int().nullable(),
  origin: z.string().nullable().describe('Null: from anywhere.'),
  district_id: z.int().nullable(),
  city_id: z.int().nullable(),
  zone: z.enum(ZONES).nullable(),
  destination: z.string(),
  ...priceFields,
  updated_at: z.string(),
});

export const ZonePrice = named('ZonePrice', {
  zone: z.enum(ZONES),
  name: z.string(),
  ...priceFields,
  is_estimate: z.boolean().describe('True: our estimate, as the shop has no price of its own for this zone.'),
  estimate_of: z.string().nullable().describe('Month of the estimate, as 2026-11.'),
});

export const TariffsChanged = named('TariffsChanged', { rows: z.int() });
