import { sql, type RawBuilder } from 'kysely';
import { addDays, startOfDay, today } from '../../kernel/calendar.ts';
import type { Context } from '../../kernel/context.ts';
import { messageLimits } from './limits.ts';
import { optedOutSql, sendableSql } from './receivers.ts';
import { unpaidOrdersSql } from './unpaid-orders.ts';

export const BROADCAST_SOURCES = ['CUSTOMERS', 'CATEGORY', 'ASLEEP', 'UNPAID'] as const;

/** Who is to receive a message. */
export type Receivers =
  | { source: 'CUSTOMERS'; customer_ids: readonly number[] }
  | { source: 'CATEGORY'; category_code: string }
  /** Customers who have not ordered for so many days. */
  | { source: 'ASLEEP'; days: number }
  /** Orders that are not paid after so many days: each is told by itself. */
  | { source: 'UNPAID'; days: number };

/** How many would receive it, and why others would not. */
export interface ReceiverCounts {
  total: number;
  receivers: number;
  opted_out: number;
  no_phone: number;
  duplicate_number: number;
  /** The first of them. */
  first: { customer_id: number; order_id: number | null; name: string } | null;
}

/**
 * CTEs that end with `judged`: customer_id, order_id, phone, name, and reason, why the message would not be sent. At most one
 * more than a broadcast may have.
 */
export function judgedSql(context: Context, receivers: Receivers): RawBuilder<unknown> {
  const shop_id = context.shop.id;
  const is_of_orders = receivers.source === 'UNPAID';
  // Of customers who share a number one receives it. What is said of orders is another thing each time.
  const repeated = is_of_orders
    ? sql`false`
    : sql`row_number() over (partition by c.phone, c.is_unsendable, c.is_opted_out order by c.customer_id) > 1`;
  return sql`candidate as materialized (${candidates(context, receivers)} limit ${sql.lit(messageLimits.message_receivers + 1)}),
    checked as materialized (select c.*, not ${sendableSql(sql`c.phone`)} as is_unsendable,
        ${optedOutSql(shop_id, sql`c.customer_id`, sql`c.phone`)} as is_opted_out from candidate c),
    judged as materialized (select c.customer_id, c.order_id, c.phone, c.name,
        case when c.is_unsendable then 'NO_PHONE' when c.is_opted_out then 'OPTED_OUT'
          when ${repeated} then 'DUPLICATE_NUMBER' end as reason
      from checked c)`;
}

function candidates(context: Context, receivers: Receivers): RawBuilder<unknown> {
  const shop_id = context.shop.id;
  const of_customers = sql`select customers.id as customer_id, null::bigint as order_id, customers.phone, customers.name
    from customers where customers.shop_id = ${shop_id} and customers.archived_at is null`;
  const day = (days: number) => addDays(today(context.clock, context.shop.time_zone), -days);
  switch (receivers.source) {
    case 'CUSTOMERS':
      return sql`${of_customers} and customers.id = any(${receivers.customer_ids}::bigint[]) order by customers.id`;
    case 'CATEGORY':
      return sql`${of_customers} and customers.category_code = ${receivers.category_code}
        order by customers.created_at desc, customers.id desc`;
    case 'ASLEEP':
      return sql`${of_customers} and customers.last_order_at < ${startOfDay(day(receivers.days), context.shop.time_zone)}
        order by customers.last_order_at desc, customers.id desc`;
    case 'UNPAID':
      return sql`select unpaid.sender_id as customer_id, unpaid.id as order_id, customer.phone, customer.name
        from (${unpaidOrdersSql(shop_id, day(receivers.days))}) as unpaid
        join customers customer on customer.shop_id = ${shop_id} and customer.id = unpaid.sender_id
        order by unpaid.sender_id, unpaid.order_date, unpaid.id`;
  }
}

/** Counts them, in one statement. */
export async function countReceivers(context: Context, receivers: Receivers): Promise<ReceiverCounts> {
  const { rows } = await sql<ReceiverCounts>`with ${judgedSql(context, receivers)}
    select count(*) as total, count(*) filter (where reason is null) as receivers,
      count(*) filter (where reason = 'OPTED_OUT') as opted_out, count(*) filter (where reason = 'NO_PHONE') as no_phone,
      count(*) filter (where reason = 'DUPLICATE_NUMBER') as duplicate_number,
      (select json_build_object('customer_id', j.customer_id, 'order_id', j.order_id, 'name', j.name) from judged j
        where j.reason is null limit 1) as first
    from judged`.execute(context.db);
  const [row] = rows;
  if (row === undefined) throw new Error('a count gave no row');
  return row;
}
