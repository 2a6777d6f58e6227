import { z } from 'zod';
import { integer, list, text, withDefault } from '../../../kernel/http/input.ts';
import { named } from '../../../kernel/http/openapi-names.ts';
import { catalogLimits } from '../limits.ts';
import { label, sku } from '../schemas.ts';

export const GenerateSkusInput = z.object({
  products: list(
    z.object({
      name: text({ max: 200 }).describe('Product name.'),
      color: label().describe('Product colour.'),
      size: label().describe('Product size.'),
      old_sku: withDefault(sku(), '').describe('Current SKU of the product.'),
    }),
    { min: 1, max: catalogLimits.sku_batch },
  ),
});

export const GeneratedSku = named('GeneratedSku', {
  name: z.string(),
  color: z.string(),
  size: z.string(),
  sku: z.string(),
  old_sku: z.string(),
});

export const ValidateSkuInput = z.object({
  sku: sku().describe('Product SKU.'),
  product_meta_id: withDefault(integer({ min: 0 }), 0).describe(
    'ID of the product variation that will have the SKU; 0 for a variation that does not exist yet.',
  ),
});

export const SkuValidation = named('SkuValidation', {
  status: z.boolean().describe('True if the variation can have the SKU.'),
  variation: z.string().describe('Colour and size of the variation that currently has the SKU.'),
  product_id: z.string().describe('Product that has the SKU, if it is taken.'),
});
