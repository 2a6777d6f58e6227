import type { z } from 'zod';
import type { OrderProfit } from './schemas.ts';

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
  'cost_of_goods_idr',
  'return_cost_idr',
  'shipping_paid_idr',
  'gateway_fee_idr',
  'marketplace_fee_idr',
  'cod_charges_idr',
  'refund_fee_idr',
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
