import { sql } from 'kysely';
import type { z } from 'zod';
import { addDays, daysBetween, isoWithZone, today } from '../../../kernel/calendar.ts';
import type { Context } from '../../../kernel/context.ts';
import type { Page } from '../../../kernel/http/answer.ts';
import { itemsBefore, pageOf } from '../../../kernel/paging.ts';
import { invoiceNumber } from '../../orders/index.ts';
import { unpaidOrdersSql } from '../unpaid-orders.ts';
import type { ListOrdersToRemindInput, OrderToRemind } from './schemas.ts';

interface Row {
  id: number;
  po_number: number;
  order_date: string;
  sender_id: number;
  sender_name: string;
  phone: string;
  total_idr: number;
  paid_idr: number;
  reminder: { id: number; state: string; at: string } | null;
}

/** Orders whose buyers are to be reminded of the payment, the oldest first. One statement, which looks for them once. */
export async function listOrdersToRemind(
  context: Context,
  input: z.output<typeof ListOrdersToRemindInput>,
): Promise<Page<z.input<typeof OrderToRemind>>> {
  const { db, shop, clock } = context;
  const day = today(clock, shop.time_zone);
  const { rows } = await sql<{ total: number; items: Row[] }>`
    with unpaid as materialized (${unpaidOrdersSql(shop.id, addDays(day, -input.days))}),
    page as materialized (select id, order_date from unpaid order by order_date, id
      limit ${sql.lit(input.per_page)} offset ${sql.lit(itemsBefore(input))})
    select (select count(*) from unpaid) as total,
      (select coalesce(json_agg(json_build_object('id', o.id, 'po_number', o.po_number, 'order_date', o.order_date,
          'sender_id', o.sender_id, 'sender_name', o.sender_name, 'phone', c.phone, 'total_idr', o.total_idr, 'paid_idr', o.paid_idr,
          'reminder', m.reminder) order by p.order_date, p.id), '[]')
        from page p
        cross join lateral (select * from orders found where found.shop_id = ${shop.id} and found.id = p.id limit 1) as o
        cross join lateral (select customers.phone from customers where customers.shop_id = ${shop.id}
          and customers.id = o.sender_id limit 1) as c
        left join lateral (select json_build_object('id', told.id, 'state', told.state, 'at', coalesce(told.sent_at, told.created_at))
            as reminder from messages told
          where told.shop_id = ${shop.id} and told.order_id = o.id and told.kind = 'REMINDER'
          order by told.created_at desc, told.id desc limit 1) as m on true) as items`.execute(db);
  const { total = 0, items = [] } = rows[0] ?? {};
  const found = items.map((row) => ({
    order_id: row.id,
    invoice: invoiceNumber(row.order_date, row.po_number),
    order_date: row.order_date,
    days: daysBetween(row.order_date, day),
    customer_id: row.sender_id,
    name: row.sender_name,
    phone: row.phone,
    total_amount: row.total_idr,
    remaining_amount: row.total_idr - row.paid_idr,
    last_reminder: row.reminder && {
      ...row.reminder,
      at: isoWithZone(new Date(row.reminder.at), shop.time_zone),
    },
  }));
  return { ...pageOf(input, total, found), is_counted_whole: true };
}
