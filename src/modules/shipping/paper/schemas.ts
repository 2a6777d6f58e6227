import { z } from 'zod';
import { id, itemsInTurns, list, oneOf, withDefault } from '../../../kernel/http/input.ts';
import { named } from '../../../kernel/http/openapi-names.ts';
import { shippingLimits } from '../limits.ts';

const order_ids = list(id(), { min: 1, max: shippingLimits.paper_orders }).describe(
  'Order IDs. The pages are in the same order.',
);

export const PrintLabelsInput = z.object({
  order_ids,
  format: withDefault(oneOf(['100x150', 'A6', 'A4']), '100x150').describe(
    'Size of the page: 100 × 150 mm for thermal printers, A6, or A4 with four labels to be cut.',
  ),
});

export const PapersInput = z.object({ order_ids });

export const PickListInput = z.object({
  order_ids,
  format: withDefault(oneOf(['JSON', 'PDF']), 'JSON'),
});

export const PickList = named('PickList', {
  orders: z.int(),
  warehouses: z.array(
    z.object({
      warehouse_id: z.int(),
      warehouse: z.string(),
      qty: z.int().describe('Units to be picked in the warehouse.'),
      lines: itemsInTurns(
        z.object({
          variation_id: z.int(),
          shelf: z.string().nullable(),
          sku: z.string(),
          name: z.string(),
          color: z.string(),
          size: z.string(),
          qty: z.int(),
          orders: z.int().describe('Orders that the units are for.'),
        }),
      ),
    }),
  ),
});
