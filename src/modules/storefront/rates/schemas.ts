import { z } from 'zod';
import { boolean, id, integer, list, withDefault } from '../../../kernel/http/input.ts';
import { named } from '../../../kernel/http/openapi-names.ts';
import { storeLimits } from '../limits.ts';

export const ListStoreRatesInput = z.object({
  district_id: id().describe('District ID of the receiver, from Search districts.'),
  products: list(
    z.object({
      id: id().describe('Variation ID.'),
      qty: integer({ min: 1, max: storeLimits.store_line_quantity }),
    }),
    { min: 1, max: storeLimits.store_lines },
  ),
  is_cod: withDefault(boolean(), false).describe('Only services that collect cash on delivery.'),
});

const StoreRateRow = named('StoreRate', {
  id: z.int().describe('To be named in `expedition.id` of an order.'),
  courier: z.string(),
  rate_name: z.string(),
  group: z.enum(['regular', 'express', 'trucking', 'pickup']).describe('pickup: at the shop.'),
  logo: z.string(),
  rate: z.int().describe('Shipping cost, without insurance and discount.'),
  discount: z.int().describe('What the best running shipping promo takes off.'),
  rate_after_discount: z.int(),
  insurance: z.int().describe('What insuring the parcel costs. It is charged if it is required.'),
  is_insurance_required: z.boolean(),
  is_cod: z.boolean().describe('Whether the courier collects cash on delivery.'),
  cod_fee: z
    .int()
    .describe(
      'With `is_cod`: what is added for collecting the cash, without promos on products. 0 if the shop bears it.',
    ),
  min_day: z.int().nullable(),
  max_day: z.int().nullable(),
});

export const StoreRatesAnswer = named('StoreRates', {
  destination: z.object({
    district_id: z.int(),
    district: z.string(),
    city: z.string(),
    province: z.string(),
    postal_codes: z.array(z.string()),
  }),
  weight: z.int().describe('Grams.'),
  price: z.int().describe('Of the products, at your prices.'),
  rates: z.array(StoreRateRow).describe('Pickup at the shop if it is offered, then the cheapest first.'),
  message: z.string().nullable().describe('If no courier can be chosen: why. Otherwise null.'),
});
