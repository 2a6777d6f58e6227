import { sql, type RawBuilder } from 'kysely';
import { netSalesSql } from '../orders/index.ts';

/** The figures of orders that reports have; each adds up over orders. */
export interface Figures {
  order_count: number;
  gross_sales: number;
  unpaid: number;
  postage: number;
  order_cost: number;
  discount: number;
  net_sales: number;
  cost_of_goods: number;
  gross_profit: number;
}

/** A figure in rupiah. */
export type FigureName = Exclude<keyof Figures, 'order_count'>;

const NET_SALES = netSalesSql();

/** SQL of the figures, of a row of orders or of their sums: both name their columns alike. */
export const FIGURES: Record<FigureName, string> = {
  gross_sales: 'total_idr',
  unpaid: 'total_idr - paid_idr',
  // What is charged of shipping, after its promo.
  postage: 'shipping_idr - shipping_discount_idr',
  order_cost: 'charges_idr + insurance_idr',
  // For information: totals are less them already. Of what is taken off a whole order, as much as it has.
  discount: `line_discount_idr + goods_idr + shipping_idr - shipping_discount_idr + charges_idr + insurance_idr
    - total_idr`,
  net_sales: NET_SALES,
  cost_of_goods: 'cost_of_goods_idr',
  gross_profit: `${NET_SALES} - cost_of_goods_idr`,
};

/** Those that tell what goods cost. */
const OF_COST: ReadonlySet<FigureName> = new Set(['cost_of_goods', 'gross_profit']);

export function isOfCost(figure: FigureName): boolean {
  return OF_COST.has(figure);
}

/** SQL of one figure, added up over rows. */
export function sumOf(figure: FigureName): RawBuilder<number> {
  return sql`coalesce(sum(${sql.raw(FIGURES[figure])}), 0)::bigint`;
}

/** SQL of all of them, each under its name. */
export const ALL_SUMS = sql.join([
  sql`coalesce(sum(order_count), 0)::bigint as order_count`,
  ...(Object.keys(FIGURES) as FigureName[]).map((figure) => sql`${sumOf(figure)} as ${sql.ref(figure)}`),
]);

/**
 * The change against before, in whole percent: 100 where that was 0 and this is not, 0 where both are.
 */
export function changeOf(now: number, before: number): number {
  if (before === 0) return now === 0 ? 0 : 100;
  return Math.round(((now - before) / Math.abs(before)) * 100);
}
