import type { FigureName } from './figures.ts';

/** The figures whose orders can be listed, by how addresses name them. */
const GROUPS = {
  'gross-sales': 'gross_sales',
  'net-sales': 'net_sales',
  'gross-profit': 'gross_profit',
  unpaid: 'unpaid',
  postage: 'postage',
  'order-cost': 'order_cost',
  discount: 'discount',
  'cost-of-goods': 'cost_of_goods',
  // What suppliers are to be paid for goods that they send themselves.
  'supplier-pay': 'cost_of_goods',
} as const satisfies Record<string, FigureName>;

export type OrderGroup = keyof typeof GROUPS;

export const ORDER_GROUPS = Object.keys(GROUPS) as [OrderGroup, ...OrderGroup[]];

export function figureOf(group: OrderGroup): FigureName {
  return GROUPS[group];
}
