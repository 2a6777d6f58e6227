import { sql } from 'kysely';
import type { z } from 'zod';
import { daysBetween, today } from '../../../kernel/calendar.ts';
import type { Context } from '../../../kernel/context.ts';
import type { Page } from '../../../kernel/http/answer.ts';
import { cursorText } from '../../../kernel/http/cursor-input.ts';
import { itemsBefore, pageOf } from '../../../kernel/paging.ts';
import { invoiceNumber } from '../../orders/index.ts';
import { findDebtor } from './find-debtor.ts';
import { ageingOf } from './ages.ts';
import { IS_RECEIVABLE, sumsOn, type Sums } from './receivable-sql.ts';
import type { CUSTOMER_HEAD, CustomerReceivablesInput, ReceivableOrder } from './schemas.ts';

type Answer = Page<z.input<typeof ReceivableOrder>> & { head: z.input<z.ZodObject<typeof CUSTOMER_HEAD>> };

/**
 * What a customer owes, order by order, the oldest first. Three statements.
 * @throws Refusal 404 where the shop has no such customer
 */
export async function listCustomerReceivables(
  context: Context,
  input: z.output<typeof CustomerReceivablesInput>,
): Promise<Answer> {
  const day = today(context.clock, context.shop.time_zone);
  const customer = await findDebtor(context, input.customer_id);
  const owed = context.db
    .selectFrom('orders as o')
    .where('o.shop_id', '=', context.shop.id)
    .where('o.sender_id', '=', input.customer_id)
    .where(IS_RECEIVABLE);
  const { rows: summed } = await sql<Sums>`select ${sumsOn(day)} from orders o
    where o.shop_id = ${context.shop.id} and o.sender_id = ${input.customer_id} and ${IS_RECEIVABLE}`.execute(
    context.db,
  );
  const [sums] = summed;
  if (sums === undefined) throw new Error('a sum gave no row');
  const { cursor, per_page } = input;
  const rows = await owed
    .select(['o.id', 'o.po_number', 'o.order_date', 'o.receiver_name', 'o.total_idr', 'o.paid_idr'])
    .$if(cursor !== undefined, (query) =>
      query.where(
        sql<boolean>`(o.order_date, o.id) > (${cursor?.day ?? ''}::date, ${cursor?.id ?? 0}::bigint)`,
      ),
    )
    .orderBy('o.order_date')
    .orderBy('o.id')
    .limit(per_page + 1)
    .offset(cursor === undefined ? itemsBefore(input) : 0)
    .execute();
  const shown = rows.slice(0, per_page);
  const last = rows.length > shown.length ? shown.at(-1) : undefined;
  return {
    ...pageOf(
      input,
      sums.order_count,
      shown.map(({ id, total_idr, paid_idr, order_date, ...row }) => ({
        ...row,
        order_id: id,
        invoice: invoiceNumber(order_date, row.po_number),
        order_date,
        days: daysBetween(order_date, day),
        total_amount: total_idr,
        paid_amount: paid_idr,
        remaining_amount: total_idr - paid_idr,
      })),
    ),
    is_counted_whole: true,
    next_cursor: last === undefined ? null : cursorText({ day: last.order_date, id: last.id }),
    head: {
      customer: { customer_id: customer.customer_id, name: customer.name, phone: customer.phone },
      total: { orders: sums.order_count, amount: sums.amount_idr, ageing: ageingOf(sums) },
    },
  };
}
