import { sql, type Kysely } from 'kysely';
import type { DB } from '../../kernel/database/schema.generated.ts';
import { MOST_DIFFERENCES } from '../../kernel/module.ts';

export interface UseDifference {
  shop_id: number;
  promo_id: number;
  /** null: of all customers together. */
  customer_id: number | null;
  /** What is counted beside the uses. */
  used: number;
  /** How many orders use the promo. */
  orders: number;
}

/**
 * Recounts the uses of every promo of all shops, in total and by customer, and returns the differences. Reads only.
 * @param db unguarded, because it reads all shops
 */
export async function findUseDifferences(db: Kysely<DB>): Promise<UseDifference[]> {
  const { rows } = await sql<UseDifference>`
    with uses as (
      select shop_id, promo_id, customer_id, is_guest, count(*) as orders from promo_uses
      group by shop_id, promo_id, customer_id, is_guest
      union all
      select shop_id, promo_id, null, false, count(*) from promo_uses group by shop_id, promo_id
    ),
    counted as (
      select shop_id, id as promo_id, null::bigint as customer_id, false as is_guest, used from promos
      union all
      select shop_id, promo_id, customer_id, is_guest, used from promo_customers
    )
    select coalesce(counted.shop_id, uses.shop_id) as shop_id, coalesce(counted.promo_id, uses.promo_id) as promo_id,
      coalesce(counted.customer_id, uses.customer_id) as customer_id,
      coalesce(counted.used, 0) as used, coalesce(uses.orders, 0) as orders
    from counted
    full join uses on uses.shop_id = counted.shop_id and uses.promo_id = counted.promo_id
      and coalesce(uses.customer_id, 0) = coalesce(counted.customer_id, 0) and uses.is_guest = counted.is_guest
    where coalesce(counted.used, 0) <> coalesce(uses.orders, 0)
    order by 1, 2, 3
    limit ${MOST_DIFFERENCES}`.execute(db);
  return rows;
}
