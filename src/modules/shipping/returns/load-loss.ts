import { sql } from 'kysely';
import type { Context } from '../../../kernel/context.ts';
import { checkedRupiah } from '../../../kernel/money.ts';
import type { LockedOrder } from '../../orders/index.ts';
import type { ParcelReturn } from './lock-return.ts';

/** What the shop has lost with a parcel that came back. */
export interface Loss {
  /** What the damaged and missing units cost the shop. */
  lost_goods_idr: number;
  /** Whether all units of the order are accounted for. */
  is_whole: boolean;
}

/**
 * The loss of a return: damaged and missing units at their purchase price, or for products of suppliers at their part of
 * what the order cost, half up to a rupiah.
 */
export async function loadLoss(
  context: Context,
  order: LockedOrder,
  { id }: Pick<ParcelReturn, 'id'>,
): Promise<Loss> {
  const { rows } = await sql<{ units: number; cost_idr: number; is_whole: boolean }>`
    select coalesce(sum(r.damaged + r.missing), 0)::bigint as units,
      coalesce(sum((r.damaged + r.missing) * l.price_buy_idr), 0)::bigint as cost_idr,
      bool_and(l.returned_quantity = l.quantity) as is_whole
    from order_lines as l
    left join parcel_return_lines as r
      on r.shop_id = ${context.shop.id} and r.return_id = ${id} and r.position = l.position
    where l.shop_id = ${context.shop.id} and l.order_id = ${order.id}`.execute(context.db);
  const { units = 0, cost_idr = 0, is_whole = false } = rows[0] ?? {};
  const lost_goods_idr =
    order.product_status === 'R'
      ? Math.floor((order.cost_of_goods_idr * units * 2 + order.quantity) / (order.quantity * 2))
      : cost_idr;
  return { lost_goods_idr: checkedRupiah(lost_goods_idr), is_whole };
}
