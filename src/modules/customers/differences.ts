import { sql } from 'kysely';
import type { Database } from '../../kernel/database/connection.ts';
import { MOST_DIFFERENCES } from '../../kernel/module.ts';
import { CUSTOMER_TEXT } from './search-text.ts';

/**
 * Customers with a newer order than the one noted; of the day of the order its first moment where days begin first, as a shop may
 * have changed its zone.
 */
export async function findLastOrderDifferences(db: Database): Promise<unknown[]> {
  const { rows } = await sql`
    select c.shop_id, c.id as customer_id, c.last_order_at, o.newest
    from customers c join (
        select shop_id, sender_id, max(least(created_at, order_date::timestamp at time zone 'Asia/Jayapura')) as newest
        from orders group by shop_id, sender_id) o
      on o.shop_id = c.shop_id and o.sender_id = c.id
    where c.last_order_at is null or c.last_order_at < o.newest
    limit ${MOST_DIFFERENCES}`.execute(db);
  return rows;
}

/** Customers of the list that search reads otherwise than they are, and archived ones that it reads. */
export async function findCustomerTextDifferences(db: Database): Promise<unknown[]> {
  const { rows } = await sql`
    select customers.shop_id, customers.id as customer_id, text.search_text
    from customers left join customer_texts text on text.shop_id = customers.shop_id and text.customer_id = customers.id
    where case when customers.archived_at is null then ${sql.raw(CUSTOMER_TEXT)} end is distinct from text.search_text
    limit ${MOST_DIFFERENCES}`.execute(db);
  return rows;
}
