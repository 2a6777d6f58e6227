import type { Context } from '../../../kernel/context.ts';
import { namedStatement } from '../../../kernel/database/named-statement.ts';
import { invoiceLimits } from '../limits.ts';
import { letterheadSql, payAccountsSql } from '../letterhead-sql.ts';
import { agedSumsSql } from './ages.ts';
import { findDebtor } from './find-debtor.ts';
import type { Statement } from './statement.ts';

interface Values {
  shop_id: number;
  customer_id: number;
  day: string;
  most_orders: number;
  most_payments: number;
  most_accounts: number;
}

type Row = Omit<Statement, 'day' | 'customer'>;

/**
 * All orders that were not paid at the end of the day, by what was paid until then; of orders that were cancelled since
 * nothing is owed, whenever that was. A payment may be recorded long after its day, so that each order's payments are
 * looked at where it is paid by now.
 */
const statementOfCustomer = namedStatement<Row, Values>(
  'statement_of_customer',
  (at) => `with owing as materialized (
    select o.id, o.po_number, o.order_date, o.total_idr, paid.paid_idr
    from orders o
    cross join lateral (select o.paid_idr - coalesce(sum(p.amount_idr), 0)::bigint as paid_idr from order_payments p
      where p.shop_id = ${at.shop_id} and p.order_id = o.id and p.paid_on > ${at.day}::date) as paid
    where o.shop_id = ${at.shop_id} and o.sender_id = ${at.customer_id} and o.order_status = 'ACCEPTED' and not o.is_cod
      and o.order_date <= ${at.day}::date and paid.paid_idr < o.total_idr),
  listed as materialized (select * from owing order by order_date, id limit ${at.most_orders}::int)
  select ${letterheadSql(at.shop_id)} as shop, ${payAccountsSql(at.shop_id, at.most_accounts)} as accounts,
    (select count(*) from owing) as order_count,
    (select coalesce(sum(total_idr - paid_idr), 0)::bigint from owing) as owed_idr,
    (select to_json(aged) from (select ${agedSumsSql('total_idr - paid_idr', 'order_date', `${at.day}::date`)} from owing) as aged)
      as ageing,
    coalesce((select json_agg(json_build_object('po_number', listed.po_number, 'order_date', listed.order_date,
        'total_idr', listed.total_idr, 'paid_idr', listed.paid_idr, 'payments', case when listed.paid_idr = 0 then '[]'
          else coalesce((select json_agg(json_build_object('bank_type', b.bank_type, 'amount_idr', n.amount_idr,
              'paid_on', n.paid_on) order by n.paid_on, n.id)
            from (select * from order_payments p where p.shop_id = ${at.shop_id} and p.order_id = listed.id
              and p.paid_on <= ${at.day}::date order by p.paid_on desc, p.id desc limit ${at.most_payments}::int) as n
            join bank_accounts b on b.shop_id = ${at.shop_id} and b.id = n.bank_account_id), '[]') end)
        order by listed.order_date, listed.id) from listed), '[]') as orders`,
);

/**
 * What a customer owes at the end of a day, in two statements.
 * @throws Refusal 404 where the shop has no such customer
 */
export async function loadStatement(context: Context, customer_id: number, day: string): Promise<Statement> {
  const customer = await findDebtor(context, customer_id);
  const [found] = await statementOfCustomer.run(context.db, {
    shop_id: context.shop.id,
    customer_id,
    day,
    most_orders: invoiceLimits.statement_orders,
    most_payments: invoiceLimits.statement_payments,
    most_accounts: invoiceLimits.invoice_bank_accounts,
  });
  if (found === undefined) throw new Error('a statement gave no row');
  return { ...found, day, customer };
}
