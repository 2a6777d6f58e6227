import { z } from 'zod';
import { clearable, id, optional, rupiah } from '../../../kernel/http/input.ts';

export const OrderCostsInput = z.object({
  id: id().describe('Order ID.'),
  shipping_paid: clearable(rupiah()).describe(
    'What the courier was paid. null: the shipping cost of the order, before any promo.',
  ),
  gateway_fee: optional(rupiah()).describe('What the payment gateway kept.'),
  marketplace_fee: optional(rupiah()).describe('What the marketplace kept: commission, services, campaigns.'),
});

/** From what the customer pays for goods to what is left: what lowers it has a positive amount. */
export const OrderProfit = z.object({
  goods: z.int().describe('The goods at their prices.'),
  discount: z.int().describe('All discounts and promos on goods.'),
  cost_of_goods: z.int(),
  shipping_charged: z.int().describe('What the customer pays for shipping, less its promo.'),
  shipping_paid: z.int().describe('What the courier gets.'),
  is_shipping_paid_set: z.boolean().describe('false: the shipping cost of the order is taken for it.'),
  cod_charges: z.int().describe('COD fee, and what the courier charged for a COD parcel that came back.'),
  gateway_fee: z.int(),
  marketplace_fee: z.int(),
  refund_fee: z.int().describe('What giving the money back cost.'),
  return_cost: z.int().describe('Shipping, fees, and damaged or missing products of returned parcels.'),
  profit: z
    .int()
    .describe(
      '`goods` − `discount` + `shipping_charged` less all others. Other costs and insurance are passed on, and not part of it. ' +
        'An order that is not active sold nothing.',
    ),
});
