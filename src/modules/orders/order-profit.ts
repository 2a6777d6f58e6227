import { z } from 'zod';

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

/** What an order costs. */
export const COST_COLUMNS = [
  'cost_of_goods_idr',
  'return_cost_idr',
  'shipping_paid_idr',
  'gateway_fee_idr',
  'marketplace_fee_idr',
  'cod_charges_idr',
  'refund_fee_idr',
] as const;

/** What the profit of an order is made of. */
export const PROFIT_COLUMNS = [
  'order_status',
  'goods_idr',
  'line_discount_idr',
  'charges_idr',
  'insurance_idr',
  'shipping_idr',
  'shipping_discount_idr',
  'total_idr',
  ...COST_COLUMNS,
  'profit_idr',
] as const;

/** An order as far as its profit is concerned. */
export type ProfitRow = Record<
  Exclude<(typeof PROFIT_COLUMNS)[number], 'order_status' | 'shipping_paid_idr'>,
  number
> & { order_status: string; shipping_paid_idr: number | null };

/** How the profit of an order comes about, to the rupiah. */
export function presentProfit(row: ProfitRow): z.input<typeof OrderProfit> {
  const is_sale = row.order_status === 'ACCEPTED' || row.order_status === 'UNCONFIRMED';
  const sold = (amount_idr: number) => (is_sale ? amount_idr : 0);
  const goods_idr = row.goods_idr + row.line_discount_idr;
  const shipping_charged_idr = row.shipping_idr - row.shipping_discount_idr;
  // Of discounts beyond the whole total, what was given.
  const discount_idr = goods_idr + shipping_charged_idr + row.charges_idr + row.insurance_idr - row.total_idr;
  return {
    goods: sold(goods_idr),
    discount: sold(discount_idr),
    cost_of_goods: sold(row.cost_of_goods_idr),
    shipping_charged: sold(shipping_charged_idr),
    shipping_paid: row.shipping_paid_idr ?? sold(row.shipping_idr),
    is_shipping_paid_set: row.shipping_paid_idr !== null,
    cod_charges: row.cod_charges_idr,
    gateway_fee: row.gateway_fee_idr,
    marketplace_fee: row.marketplace_fee_idr,
    refund_fee: row.refund_fee_idr,
    return_cost: row.return_cost_idr,
    profit: row.profit_idr,
  };
}
