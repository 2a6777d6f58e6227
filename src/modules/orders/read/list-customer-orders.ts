import { sql } from 'kysely';
import { z } from 'zod';
import { dateTimeText } from '../../../kernel/calendar.ts';
import type { Context } from '../../../kernel/context.ts';
import { kernelErrors } from '../../../kernel/errors.ts';
import type { Page } from '../../../kernel/http/answer.ts';
import { cutPage, pageOf } from '../../../kernel/paging.ts';
import type { CustomerOrder, CustomerOrdersInput } from './schemas.ts';

type Answer = Page<z.input<typeof CustomerOrder>> & {
  head: { total: { items: number; orders: number } };
};

const linesOfOrder = ({ shop }: Context) => sql<{ product_name: string; quantity: number }[]>`(
  select coalesce(json_agg(json_build_object('product_name', concat_ws(' ', l.name, nullif(l.color, ''),
    nullif(l.size, '')), 'quantity', l.quantity) order by l.position), '[]')
  from order_lines l where l.shop_id = ${shop.id} and l.order_id = o.id)`;

/**
 * The orders of a customer, newest first by their date, with how many they are and how many pieces they have in all.
 * Cancelled and rejected ones do not count.
 * @throws Refusal 404 where the shop has no such customer
 */
export async function listCustomerOrders(
  context: Context,
  input: z.output<typeof CustomerOrdersInput>,
): Promise<Answer> {
  const { shop } = context;
  const { start_date, end_date } = input;
  const found = context.db
    .selectFrom('orders as o')
    .where('o.shop_id', '=', shop.id)
    .where('o.sender_id', '=', input.id)
    .where('o.order_status', 'in', ['ACCEPTED', 'UNCONFIRMED'])
    .$if(start_date !== undefined, (query) => query.where('o.order_date', '>=', start_date ?? ''))
    .$if(end_date !== undefined, (query) => query.where('o.order_date', '<=', end_date ?? ''));
  const rows = await found
    .select([
      'o.id',
      'o.po_number',
      'o.order_date',
      'o.created_at',
      'o.total_idr',
      'o.product_status',
      'o.quantity',
    ])
    .select(linesOfOrder(context).as('lines'))
    .orderBy('o.order_date', 'desc')
    .orderBy('o.id', 'desc')
    .$call(cutPage(input))
    .execute();
  const totals = found
    .select(sql<number>`coalesce(sum(o.quantity), 0)::bigint`.as('items'))
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .as('totals');
  const total = await context.db
    .selectFrom('customers as c')
    .innerJoin(totals, (join) => join.onTrue())
    .select(['totals.items', 'totals.count'])
    .where('c.shop_id', '=', shop.id)
    .where('c.id', '=', input.id)
    .executeTakeFirst();
  if (total === undefined) throw kernelErrors.refuse('not_found');
  return {
    head: { total: { items: total.items, orders: total.count } },
    ...pageOf(
      input,
      total.count,
      rows.map(({ id: order_id, lines, order_date, created_at, total_idr, ...row }) => ({
        order_id,
        po_number: row.po_number,
        date: `${order_date} ${dateTimeText(created_at, shop.time_zone).slice(11)}`,
        total_price: total_idr,
        product_status: row.product_status,
        order_detail: lines.map(({ product_name, quantity }) => ({ product_name, total: ` ${quantity}` })),
        items: row.quantity,
      })),
    ),
  };
}
