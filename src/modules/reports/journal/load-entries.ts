import { sql } from 'kysely';
import type { Context } from '../../../kernel/context.ts';
import type { Bilingual } from '../../../kernel/http/answer.ts';
import { sum } from '../../../kernel/money.ts';
import type { Period } from '../../../kernel/http/report-period.ts';
import { talliedSums } from '../../orders/index.ts';
import { paymentsByDay } from '../cash/payments-by-day.ts';
import { sumOf } from '../figures.ts';
import type { JournalAccount } from './accounts.ts';

/** A line of an entry: what is above 0 is debit, below 0 credit. */
export interface JournalLine {
  account: JournalAccount;
  /** Of BANK; else 0. */
  bank_id: number;
  amount_idr: number;
}

/** What happened on a day; its lines add up to 0. */
export interface JournalEntry {
  number: string;
  day: string;
  note: Bilingual;
  lines: JournalLine[];
}

interface SoldOfDay {
  day: string;
  gross_sales: number;
  net_sales: number;
  postage: number;
  order_cost: number;
  cost_of_goods: number;
}

const line = (account: JournalAccount, amount_idr: number, bank_id = 0): JournalLine => ({
  account,
  bank_id,
  amount_idr,
});

/**
 * A period as journal entries, three of a day: what was sold and what it cost, what was paid, what was spent. Their accounts
 * add up to the report of the period.
 */
export async function loadEntries(context: Context, period: Period): Promise<JournalEntry[]> {
  const entries = [
    ...(await salesEntries(context, period)),
    ...(await paymentEntries(context, period)),
    ...(await expenseEntries(context, period)),
  ];
  return entries
    .map((entry) => ({ ...entry, lines: entry.lines.filter(({ amount_idr }) => amount_idr !== 0) }))
    .filter(({ lines }) => lines.length > 0)
    .toSorted((a, b) => (a.day === b.day ? 0 : a.day < b.day ? -1 : 1));
}

const numberOf = (kind: string, day: string) => `${kind}-${day.replaceAll('-', '')}`;

async function salesEntries(context: Context, { from, to }: Period): Promise<JournalEntry[]> {
  const days = { from: sql`${from}`, to: sql`${to}` };
  const { rows } = await sql<SoldOfDay & { supplier_cost: number }>`
    select sold.*, coalesce(supplied.cost, 0)::bigint as supplier_cost
    from (
      select order_date as day, ${sumOf('gross_sales')} as gross_sales, ${sumOf('net_sales')} as net_sales,
        ${sumOf('postage')} as postage, ${sumOf('order_cost')} as order_cost, ${sumOf('cost_of_goods')} as cost_of_goods
      from (${talliedSums(context, 'all', days)}) as tally group by order_date
    ) as sold
    left join (
      select order_date as day, sum(cost_of_goods_idr) as cost
      from (${talliedSums(context, 'product_type', days)}) as tally where tally.value = 'R' group by order_date
    ) as supplied on supplied.day = sold.day
    order by sold.day`.execute(context.db);
  return rows.map(({ day, ...sold }) => ({
    number: numberOf('JUAL', day),
    day,
    note: { en: `Sales of ${day}`, id: `Penjualan ${day}` },
    lines: [
      line('RECEIVABLE', sold.gross_sales),
      line('SALES', -sold.net_sales),
      line('SHIPPING_INCOME', -sold.postage),
      line('OTHER_INCOME', -sold.order_cost),
      line('COST_OF_GOODS', sold.cost_of_goods),
      line('INVENTORY', sold.supplier_cost - sold.cost_of_goods),
      // Goods of suppliers were never in stock.
      line('SUPPLIER_PAYABLE', -sold.supplier_cost),
    ],
  }));
}

async function paymentEntries(context: Context, period: Period): Promise<JournalEntry[]> {
  const paid = await paymentsByDay(context, period);
  return [...Map.groupBy(paid, ({ day }) => day)].map(([day, payments]) => ({
    number: numberOf('BAYAR', day),
    day,
    note: { en: `Payments of ${day}`, id: `Pembayaran ${day}` },
    lines: [
      ...payments.map(({ bank_account_id, arrived_idr }) => line('BANK', arrived_idr, bank_account_id)),
      // What couriers kept of what they collected.
      line('COURIER_CHARGES', sum(payments.map(({ paid_idr, arrived_idr }) => paid_idr - arrived_idr))),
      line('RECEIVABLE', -sum(payments.map(({ paid_idr }) => paid_idr))),
    ],
  }));
}

async function expenseEntries({ db, shop }: Context, { from, to }: Period): Promise<JournalEntry[]> {
  const spent = await db
    .selectFrom('expenses')
    .select(['spent_on as day', sql<number>`sum(total_idr)::bigint`.as('total_idr')])
    .where('shop_id', '=', shop.id)
    .where('spent_on', '>=', from)
    .where('spent_on', '<=', to)
    .groupBy('spent_on')
    .execute();
  return spent.map(({ day, total_idr }) => ({
    number: numberOf('BIAYA', day),
    day,
    note: { en: `Expenses of ${day}`, id: `Pengeluaran ${day}` },
    lines: [line('EXPENSE', total_idr), line('CASH', -total_idr)],
  }));
}
