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
