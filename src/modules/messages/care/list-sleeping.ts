import { sql } from 'kysely';
import type { z } from 'zod';
import { addDays, dateText, daysBetween, isoWithZone, startOfDay, today } from '../../../kernel/calendar.ts';
import type { Context } from '../../../kernel/context.ts';
import { countOnce } from '../../../kernel/database/count-rows.ts';
import type { Page } from '../../../kernel/http/answer.ts';
import { itemsBefore, pageOf } from '../../../kernel/paging.ts';
import { optedOutSql } from '../receivers.ts';
import type { ListSleepingCustomersInput, SleepingCustomer } from './schemas.ts';

interface Row {
  customer_id: number;
  name: string;
  phone: string;
  last_order_at: Date;
  opted_out: boolean;
  last_message_at: Date | null;
}

/** Customers who have ordered once, and not for so many days; who ordered last comes first. Two statements. */
export async function listSleepingCustomers(
  context: Context,
  input: z.output<typeof ListSleepingCustomersInput>,
): Promise<Page<z.input<typeof SleepingCustomer>>> {
  const { db, shop, clock } = context;
  const day = today(clock, shop.time_zone);
  const before = startOfDay(addDays(day, -input.days), shop.time_zone);
  const total = await countOnce(
    context,
    db
      .selectFrom('customers')
      .where('shop_id', '=', shop.id)
      .where('archived_at', 'is', null)
      .where('last_order_at', '<', before),
  );
  const { rows } = await sql<Row>`
    with page as materialized (select c.id, c.name, c.phone, c.last_order_at from customers c
      where c.shop_id = ${shop.id} and c.archived_at is null and c.last_order_at < ${before}
      order by c.last_order_at desc nulls last, c.id desc
      limit ${sql.lit(input.per_page)} offset ${sql.lit(itemsBefore(input))})
    select p.id as customer_id, p.name, p.phone, p.last_order_at, ${optedOutSql(shop.id, sql`p.id`, sql`p.phone`)} as opted_out,
      (select m.created_at from messages m where m.shop_id = ${shop.id} and m.customer_id = p.id
        order by m.created_at desc, m.id desc limit 1) as last_message_at
    from page p order by p.last_order_at desc, p.id desc`.execute(db);
  return pageOf(
    input,
    total,
    rows.map(({ last_order_at, last_message_at, ...row }) => ({
      ...row,
      last_order_at: isoWithZone(last_order_at, shop.time_zone),
      days: daysBetween(dateText(last_order_at, shop.time_zone), day),
      last_message_at: last_message_at === null ? null : isoWithZone(last_message_at, shop.time_zone),
    })),
  );
}
