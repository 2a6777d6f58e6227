import type { z } from 'zod';
import { dateTimeText } from '../../kernel/calendar.ts';
import type { Context } from '../../kernel/context.ts';
import { kernelErrors } from '../../kernel/errors.ts';
import { limits } from '../../kernel/limits.ts';
import { rupiahText } from '../../kernel/money.ts';
import { bankName } from '../reference/index.ts';
import type { PaymentHistory, PaymentHistoryInput } from './schemas.ts';

/** The payments of an order, oldest first; or, with status PAYMENT, the one payment of that id. */
export async function listPayments(
  context: Context,
  input: z.output<typeof PaymentHistoryInput>,
): Promise<z.input<typeof PaymentHistory>[]> {
  const of_order = input.status === 'ORDER';
  const rows = await context.db
    .selectFrom('orders as o')
    .leftJoin('order_payments as p', (join) =>
      join.onRef('p.shop_id', '=', 'o.shop_id').onRef('p.order_id', '=', 'o.id'),
    )
    .leftJoin('bank_accounts as b', (join) =>
      join.onRef('b.shop_id', '=', 'p.shop_id').onRef('b.id', '=', 'p.bank_account_id'),
    )
    .select(['p.id', 'p.bank_account_id', 'p.amount_idr', 'p.paid_on', 'p.status', 'p.created_at'])
    .select(['b.bank_type', 'b.account_number'])
    .where('o.shop_id', '=', context.shop.id)
    .where(of_order ? 'o.id' : 'p.id', '=', input.id)
    .orderBy('p.id')
    .limit(limits.payments_per_order)
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
            status: row.status ?? '',
          },
        ],
  );
}
