import { sql, type RawBuilder } from 'kysely';
import type { Context } from '../../kernel/context.ts';
import type { OrderStatus } from './order-states.ts';

/** Orders that are counted already. */
export interface TalliedOrders {
  facet: string;
  order_statuses: readonly OrderStatus[];
  /** First and last day; each may be missing. */
  from?: string | undefined;
  to?: string | undefined;
}

/**
 * SQL of their number: what the tallies have and what has yet to be folded into them, of one snapshot of the database. It
 * reads a row a day, and the changes of about a second.
 */
export function talliedTotal(
  { shop }: Context,
  { facet, order_statuses, from, to }: TalliedOrders,
): RawBuilder<number> {
  const chosen = sql`order_status = any(${order_statuses}::text[]) ${from === undefined ? sql`` : sql`and order_date >= ${from}::date`}
    ${to === undefined ? sql`` : sql`and order_date <= ${to}::date`}`;
  return sql<number>`(
    (select coalesce(sum(order_count), 0) from order_tallies where shop_id = ${shop.id} and facet = ${facet} and ${chosen})
    + (select coalesce(sum(order_count), 0) from order_tally_changes
      where shop_id = ${shop.id} and facets @> array[${facet}::text] and ${chosen}))::bigint`;
}

/** The same, read by itself. */
export async function readTalliedTotal(context: Context, orders: TalliedOrders): Promise<number> {
  const { rows } = await sql<{ total: number }>`select ${talliedTotal(context, orders)} as total`.execute(
    context.db,
  );
  return rows[0]?.total ?? 0;
}
