import { sql } from 'kysely';
import type { z } from 'zod';
import { dateTimeText } from '../../../kernel/calendar.ts';
import type { Context } from '../../../kernel/context.ts';
import { kernelErrors } from '../../../kernel/errors.ts';
import { rupiahText } from '../../../kernel/money.ts';
import { bankName } from '../../reference/index.ts';
import type { PaymentHistory, PaymentHistoryInput } from './schemas.ts';

/**
 * All payments of an order, oldest first; or, with status PAYMENT, the payment with that id. Each has the payment
 * status of the order after it: PAID if the current total of the order was fully paid by then.
 */
export async function listPayments(
  context: Context,
  input: z.output<typeof PaymentHistoryInput>,
): Promise<z.input<typeof PaymentHistory>[]> {
  const of_order = input.status === 'ORDER';
  const order_id = of_order
    ? sql<number>`${input.id}::bigint`
    : sql<number>`(select order_id from order_payments where shop_id = ${context.shop.id} and id = ${input.id})`;
  const payments = context.db
    .selectFrom('order_payments')
    .selectAll()
    .select(sql<number>`(sum(amount_idr) over (order by created_at, id))::bigint`.as('paid_idr'))
    .where('shop_id', '=', context.shop.id)
    .where('order_id', '=', order_id)
    .as('p');
  const rows = await context.db
    .selectFrom('orders as o')
    .leftJoin(payments, (join) => join.on('p.shop_id', '=', context.shop.id).onRef('p.order_id', '=', 'o.id'))
    .leftJoin('bank_accounts as b', (join) =>
      join.on('b.shop_id', '=', context.shop.id).onRef('b.id', '=', 'p.bank_account_id'),
    )
    .select(['p.id', 'p.bank_account_id', 'p.amount_idr', 'p.paid_on', 'p.created_at', 'p.paid_idr'])
    .select(['b.bank_type', 'b.account_number', 'o.total_idr'])
    .where('o.shop_id', '=', context.shop.id)
    .where('o.id', '=', order_id)
    .where(of_order ? sql<boolean>`true` : sql<boolean>`p.id = ${input.id}`)
    .orderBy('p.created_at')
    .orderBy('p.id')
    .execute();
  if (rows.length === 0) throw kernelErrors.refuse('not_found');
  return rows.flatMap((row) =>
    // An order without payments is one row without a payment.
    row.id === null || row.created_at === null
      ? []
      : [
          {
            payment_id: row.id,
            bank_id: String(row.bank_account_id),
            bank_name: bankName(row.bank_type ?? ''),
            account_number: row.account_number ?? '',
            paid_at: row.paid_on ?? '',
            created_at: dateTimeText(row.created_at, context.shop.time_zone),
            nominal: rupiahText(row.amount_idr ?? 0),
            status: (row.paid_idr ?? 0) >= row.total_idr ? 'PAID' : 'INSTALLMENT',
          },
        ],
  );
}
