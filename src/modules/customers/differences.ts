import { sql } from 'kysely';
import type { Database } from '../../kernel/database/connection.ts';
import { MOST_DIFFERENCES } from '../../kernel/module.ts';

/** Customers with a newer order than the one noted. */
export async function findLastOrderDifferences(db: Database): Promise<unknown[]> {
  const { rows } = await sql`
    select c.shop_id, c.id as customer_id, c.last_order_at, o.newest
    from customers c join (select shop_id, sender_id, max(created_at) as newest from orders group by shop_id, sender_id) o
      on o.shop_id = c.shop_id and o.sender_id = c.id
    where c.last_order_at is null or c.last_order_at < o.newest
    limit ${MOST_DIFFERENCES}`.execute(db);
  return rows;
}
