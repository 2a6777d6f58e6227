import { sql } from 'kysely';
import type { z } from 'zod';
import { dateTimeText, dayRange, today } from '../../../kernel/calendar.ts';
import type { Context } from '../../../kernel/context.ts';
import { countRows } from '../../../kernel/database/count-rows.ts';
import type { Page } from '../../../kernel/http/answer.ts';
import { cutPage, pageOf } from '../../../kernel/paging.ts';
import { wordsOf, type DescribedTransfer } from './payment-words.ts';
import type { ListedPayment, ListPaymentsInput } from './schemas.ts';

type Input = z.output<typeof ListPaymentsInput>;

/**
 * What came into OrderPay, or the shop's own gateway account, and what went out, the newest first, in two statements. What
 * only moves within, as from on hold to available, is not listed, nor is a withdrawal that failed.
 */
export async function listShopPayments(
  context: Context,
  input: Input,
): Promise<Page<z.input<typeof ListedPayment>>> {
  const matching = transfersOf(context, input);
  const page = matching
    .select(['t.id', 't.cause', 't.kind', 't.state', 't.created_at', amountOf(input).as('amount_idr')])
    .orderBy('t.created_at', 'desc')
    .orderBy('t.id', 'desc')
    .$call(cutPage(input));
  const { shop, db } = context;
  const rows = await db
    .selectFrom(page.as('t'))
    .leftJoin('withdrawals as w', (join) =>
      join
        .on('w.shop_id', '=', shop.id)
        .on('t.kind', 'in', ['WITHDRAWAL', 'WITHDRAWAL_RETURNED'])
        .on('w.key', '=', sql<string>`split_part(t.cause, ':', 2)`),
    )
    .select(['t.id', 't.kind', 't.state', 't.created_at', 't.amount_idr'])
    .select(['w.bank_name', 'w.account_number', 'w.holder_name'])
    .select(
      sql<number[] | null>`(select array_agg(distinct o.po_number) from ledger_entries as e
        join orders as o on o.shop_id = ${shop.id} and o.id = e.order_id
        where e.shop_id = ${shop.id} and e.transfer_id = t.id)`.as('po_numbers'),
    )
    .orderBy('t.created_at', 'desc')
    .orderBy('t.id', 'desc')
    .execute();
  return pageOf(
    input,
    await countRows(db, matching),
    rows.map((row) => present(context, row)),
  );
}

/** The column is literal, as are the signs: each combination has an index of its own. */
const amountOf = ({ payment_type }: Pick<Input, 'payment_type'>) =>
  sql.ref<number>(payment_type === 'ORDER_PAY' ? 't.orderpay_idr' : 't.gateway_idr');

function transfersOf({ db, shop, clock }: Context, input: Input) {
  const signs = { OUTGOING: sql`<`, INCOMING: sql`>`, ALL: sql`<>` };
  const { from, before } = periodOf(input, today(clock, shop.time_zone), shop.time_zone);
  return db
    .selectFrom('ledger_transfers as t')
    .where('t.shop_id', '=', shop.id)
    .where(sql<boolean>`${amountOf(input)} ${signs[input.funds ?? 'ALL']} 0`)
    .where(sql<boolean>`t.state <> 'VOIDED'`)
    .where('t.created_at', '>=', from)
    .where('t.created_at', '<', before);
}

/** From the first of the month to today; where only the end is given, from the first of its month at the latest. */
function periodOf(
  { start_date, end_date }: Pick<Input, 'start_date' | 'end_date'>,
  now: string,
  zone: Context['shop']['time_zone'],
) {
  const last = end_date ?? now;
  const first_of_month = `${(last < now ? last : now).slice(0, 8)}01`;
  const first = start_date ?? first_of_month;
  return dayRange(first, last < first ? first : last, zone);
}

interface Row extends DescribedTransfer {
  id: number;
  created_at: Date;
  amount_idr: number;
}

function present({ shop }: Context, row: Row): z.input<typeof ListedPayment> {
  const { type, title, description } = wordsOf(row);
  return {
    id: row.id,
    transaction_number: `#INV${row.id}`,
    type: { id: type, status: row.amount_idr > 0 ? '+' : '-' },
    date: dateTimeText(row.created_at, shop.time_zone),
    title,
    description,
    nominal: Math.abs(row.amount_idr),
  };
}
