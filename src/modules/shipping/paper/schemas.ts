import { z } from 'zod';
import { id, list, oneOf, withDefault } from '../../../kernel/http/input.ts';
import { shippingLimits } from '../limits.ts';

export const order_ids = list(id(), { min: 1, max: shippingLimits.paper_orders }).describe(
  'Order IDs. The pages are in the same order.',
);

export const PrintLabelsInput = z.object({
  order_ids,
  format: withDefault(oneOf(['100x150', 'A6', 'A4']), '100x150').describe(
    'Size of the page: 100 × 150 mm for thermal printers, A6, or A4 with four labels to be cut.',
  ),
});
