import { sql } from 'kysely';
import type { Context } from '../../kernel/context.ts';
import type { LockedOrder } from './lock-order.ts';

/** What payouts of the courier have paid of a locked order, in rupiah. */
export async function paidByPayouts(context: Context, { id }: Pick<LockedOrder, 'id'>): Promise<number> {
  const { paid_idr } = await context.db
    .selectFrom('order_payments')
    .select(sql<number>`coalesce(sum(amount_idr), 0)::bigint`.as('paid_idr'))
    .where('shop_id', '=', context.shop.id)
    .where('order_id', '=', id)
    .where('is_cod_payout', 'is', true)
    .executeTakeFirstOrThrow();
  return paid_idr;
}

/**
 * SQL of what the courier collects with the COD order whose row is at hand: see `amountToCollect`.
 * @param order alias of the row of `orders`
 * @param shop_id SQL of the shop's ID
 */
export function amountToCollectSql(order: string, shop_id: string): string {
  return `greatest(0, ${order}.total_idr - ${order}.paid_idr + (select coalesce(sum(payout.amount_idr), 0)
    from order_payments payout where payout.shop_id = ${shop_id} and payout.order_id = ${order}.id
      and payout.is_cod_payout))::bigint`;
}

/**
 * What the courier collects with a locked COD order: its total, less what was paid otherwise. A payout pays what was
 * collected before, and changes nothing of it.
 */
export async function amountToCollect(
  context: Context,
  order: Pick<LockedOrder, 'id' | 'total_idr' | 'paid_idr'>,
): Promise<number> {
  return Math.max(0, order.total_idr - order.paid_idr + (await paidByPayouts(context, order)));
}
