import { sql } from 'kysely';
import type { Context } from '../../kernel/context.ts';
import { messageLimits } from './limits.ts';

/** What messages about an order say, and whether they are still to be said. */
export interface OrderFacts {
  id: number;
  po_number: number;
  order_date: string;
  order_status: string;
  order_category: string;
  order_progress_status: string;
  is_cod: boolean;
  shipping_status: string | null;
  awb_number: string | null;
  logistic_name: string;
  rate_name: string;
  estimated_ship_on: string | null;
  total_idr: number;
  paid_idr: number;
  sender_id: number;
  /** As the customer has it now: a number that was corrected is right. */
  sender_name: string;
  sender_phone: string;
  sender_email: string | null;
  receiver_name: string;
  line_count: number;
  lines: { name: string; color: string; size: string; quantity: number }[];
  /** Of a buyer who has ordered in the store: whether the money is said to be on its way, or has come in. */
  payment_state: string | null;
}

/** Facts of orders of the shop, by their IDs, in one statement. Those that it does not have are missing. */
export async function loadOrderFacts(
  { db, shop }: Context,
  order_ids: readonly number[],
): Promise<Map<number, OrderFacts>> {
  if (order_ids.length === 0) return new Map();
  const { rows } = await sql<OrderFacts>`
    select o.id, o.po_number, o.order_date, o.order_status, o.order_category, o.order_progress_status, o.is_cod, o.shipping_status,
      o.awb_number, o.logistic_name, o.rate_name, o.estimated_ship_on, o.total_idr, o.paid_idr, o.sender_id, o.sender_name,
      customer.phone as sender_phone, customer.email as sender_email, o.receiver_name,
      (select count(*) from order_lines l where l.shop_id = ${shop.id} and l.order_id = o.id) as line_count,
      (select coalesce(json_agg(json_build_object('name', l.name, 'color', l.color, 'size', l.size, 'quantity', l.quantity)
          order by l.position), '[]')
        from (select * from order_lines line where line.shop_id = ${shop.id} and line.order_id = o.id
          order by line.position limit ${sql.lit(messageLimits.message_order_lines)}) as l) as lines,
      (select payment.state from buyer_payment_orders paid
        join buyer_payments payment on payment.shop_id = ${shop.id} and payment.id = paid.payment_id
        where paid.shop_id = ${shop.id} and paid.order_id = o.id limit 1) as payment_state
    from orders o
    join customers customer on customer.shop_id = ${shop.id} and customer.id = o.sender_id
    where o.shop_id = ${shop.id} and o.id = any(${order_ids}::bigint[])`.execute(db);
  return new Map(rows.map((row) => [row.id, row]));
}
