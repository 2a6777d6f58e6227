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
import { catalogLimits } from '../limits.ts';
import { ChosenProducts } from '../search/schemas.ts';
import { PRICE_FIELDS } from './price-fields.ts';

const priceField = () => oneOf(PRICE_FIELDS);

export const PreviewPricesInput = ChosenProducts.extend({
  product_ids: optional(list(id(), { min: 1, max: catalogLimits.priced_products })).describe(
    'Only these products; the filters are for all others.',
  ),
  field: priceField().describe('The price that changes.'),
  base: optional(priceField()).describe('The price that it is made of. Default: itself.'),
  change: oneOf(['SET', 'RAISE', 'LOWER']).describe('`SET` with `base`: to the same as that.'),
  unit: withDefault(oneOf(['RUPIAH', 'PERCENT']), 'RUPIAH'),
  amount: rupiah().describe('In rupiah, or in percent up to 1,000.'),
  round_to: withDefault(integer({ min: 1, max: 1_000_000 }), 1).describe(
    'The new price is a multiple of so many rupiah; one that is set to `amount` stays as it is.',
  ),
  rounding: withDefault(oneOf(['NEAREST', 'UP', 'DOWN']), 'NEAREST'),
  ...pageFields({ per_page: 50 }),
}).superRefine(({ unit, amount }, context) => {
  if (unit === 'PERCENT' && amount > 1_000)
    context.addIssue({
      code: 'too_big',
      origin: 'number',
      maximum: 1_000,
      inclusive: true,
      path: ['amount'],
      input: amount,
    });
});

export const PricePreview = named('PricePreview', {
  product_id: z.int(),
  variation_id: z.int(),
  name: z.string(),
  color: z.string(),
  size: z.string(),
  sku: z.string(),
  from: z.int(),
  to: z
    .int()
    .nullable()
    .describe('null: the price cannot be made so, as there is nothing to raise or nothing would be left.'),
  is_below_cost: z
    .boolean()
    .nullable()
    .describe(
      'Whether it would be sold below its purchase price; null if your role cannot see purchase prices.',
    ),
});

export const ChangePricesInput = z.object({
  field: priceField().describe('The price that changes.'),
  prices: list(
    z.object({
      variation_id: id().describe('Product variation ID.'),
      from: rupiah().describe('The price now. If it is another one, it is not changed.'),
      to: rupiah(),
    }),
    { min: 1, max: catalogLimits.prices_at_once },
  ),
});

export const PriceChanged = named('PriceChanged', {
  variation_id: z.int(),
  result: z
    .enum(['CHANGED', 'UNCHANGED', 'CONFLICT'])
    .describe('`CONFLICT`: the price was not `from`. `UNCHANGED`: it was `to` already.'),
  price: z.int().describe('The price now.'),
});

export const PricesChanged = named('PricesChanged', {
  changed: z.int(),
  results: z.array(PriceChanged).describe('For each price of the request, in its order.'),
});
