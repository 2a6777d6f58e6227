import { sql } from 'kysely';
import type { z } from 'zod';
import { dateTimeText } from '../../../kernel/calendar.ts';
import type { Context } from '../../../kernel/context.ts';
import type { Page } from '../../../kernel/http/answer.ts';
import { readPage } from '../../../kernel/paging.ts';
import { lastSettledSql } from './refunds-due.ts';
import type { ListRefundsInput, RefundDue } from './schemas.ts';

/** So many orders are named for each customer. */
const MOST_ORDERS = 20;

interface DueOrder {
  order_id: number | null;
  po_number: number | null;
  nominal: number;
  created_at: string;
}

/** What is due to customers of rejected orders, those of the oldest account first, in two statements. */
export async function listRefunds(
  context: Context,
  input: z.output<typeof ListRefundsInput>,
): Promise<Page<z.input<typeof RefundDue>>> {
  const { shop, db } = context;
  const matching = db
    .selectFrom('ledger_accounts as a')
    .innerJoin('customers as c', (join) =>
      join.on('c.shop_id', '=', shop.id).onRef('c.id', '=', 'a.subject_id'),
    )
    .where('a.shop_id', '=', shop.id)
    .where('a.kind', '=', 'REFUNDS_DUE')
    .where('a.balance_idr', '>', 0);
  const rows = matching
    .select(['c.id', 'c.name', 'c.phone', 'a.balance_idr', 'a.moved_at'])
    .select(
      sql<DueOrder[] | null>`(select json_agg(due) from (
        select e.order_id, o.po_number, -e.amount_idr as nominal, t.created_at
        from ledger_entries as e
        join ledger_transfers as t on t.shop_id = ${shop.id} and t.id = e.transfer_id
        left join orders as o on o.shop_id = ${shop.id} and o.id = e.order_id
        left join ${lastSettledSql(context, sql`a.subject_id`)} as settled on true
        where e.shop_id = ${shop.id} and e.kind = 'REFUNDS_DUE' and e.subject_id = a.subject_id
          and (settled.id is null or (t.created_at, t.id) > (settled.created_at, settled.id))
        order by t.created_at desc, t.id desc limit ${sql.lit(MOST_ORDERS)}) as due)`.as('orders'),
    )
    .orderBy('a.subject_id');
  return readPage(db, input, { matching, rows }, ({ id, name, phone, balance_idr, moved_at, orders }) => {
    const since = orders?.at(-1)?.created_at ?? moved_at;
    return {
      customer: { id, name, phone },
      nominal: balance_idr,
      orders: (orders ?? []).map(({ order_id, po_number, nominal }) => ({ order_id, po_number, nominal })),
      due_since: since === null ? '' : dateTimeText(new Date(since), shop.time_zone),
    };
  });
}
