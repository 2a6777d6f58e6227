import { sql } from 'kysely';
import type { z } from 'zod';
import type { Context } from '../../../kernel/context.ts';
import { periodOf, type Period } from '../../../kernel/http/report-period.ts';
import { balancesOf } from '../../ledger/index.ts';
import { talliedSums } from '../../orders/index.ts';
import type { CashView, ReportInput } from '../schemas.ts';
import { loadAccounts } from './get-bank-report.ts';
import { paymentsByDay } from './payments-by-day.ts';

/**
 * Where the shop's money is: what came in during a period, by bank account and day, and what was spent; and as of now, what
 * customers owe, what couriers have to pay out, and what OrderPay holds.
 */
export async function getCash(
  context: Context,
  input: z.output<typeof ReportInput>,
): Promise<z.input<typeof CashView>> {
  const period = periodOf(context, input);
  const accounts = await loadAccounts(context, input);
  const payments = await paymentsByDay(context, period);
  const arrived = accounts.filter(({ is_balance }) => !is_balance).map(({ account }) => account);
  const money_in = arrived.reduce((sum, { nominal }) => sum + nominal, 0);
  const { expense, ...owed } = await sums(context, period);
  const [available, on_hold] = await balancesOf(context, [
    { kind: 'ORDERPAY_AVAILABLE' },
    { kind: 'ORDERPAY_ON_HOLD' },
  ]);
  const days = [...Map.groupBy(payments, ({ day }) => day)];
  return {
    start_date: period.from,
    end_date: period.to,
    money_in: {
      total: money_in,
      by_account: arrived,
      by_day: days.map(([day, paid]) => ({
        date: day,
        nominal: paid.reduce((sum, { arrived_idr }) => sum + arrived_idr, 0),
        accounts: paid.map(({ bank_account_id, arrived_idr }) => ({
          id: bank_account_id,
          nominal: arrived_idr,
        })),
      })),
    },
    expense,
    net: money_in - expense,
    now: {
      ...owed,
      orderpay_available: (available?.balance_idr ?? 0) - (available?.reserved_idr ?? 0),
      orderpay_on_hold: (on_hold?.balance_idr ?? 0) + (available?.reserved_idr ?? 0),
    },
  };
}

interface Sums {
  expense: number;
  receivable: number;
  cod_not_sent: number;
  cod_on_its_way: number;
  cod_to_come: number;
}

/** All days that an order can have. */
const ALL_DAYS = { from: sql`'0001-01-01'`, to: sql`'9999-12-31'` };

async function sums(context: Context, { from, to }: Period): Promise<Sums> {
  const { db, shop } = context;
  const owed = (by: 'all' | 'cod_parcel', where = sql`true`) =>
    sql`(select coalesce(sum(total_idr - paid_idr), 0) from (${talliedSums(context, by, ALL_DAYS)}) as tally where ${where})`;
  const { rows } = await sql<Sums>`
    select
      (select coalesce(sum(e.total_idr), 0)::bigint from expenses e
        where e.shop_id = ${shop.id} and e.spent_on between ${from}::date and ${to}::date) as expense,
      -- What a courier collects the courier owes.
      (${owed('all')} - ${owed('cod_parcel')})::bigint as receivable,
      ${owed('cod_parcel', sql`tally.value = 'AT_SHOP'`)}::bigint as cod_not_sent,
      (select coalesce(sum(p.cod_idr), 0)::bigint from cod_parcels p
        where p.shop_id = ${shop.id} and (p.open_idr <> 0 or p.state = 'ON_ITS_WAY') and p.state = 'ON_ITS_WAY') as cod_on_its_way,
      (select coalesce(sum(p.open_idr), 0)::bigint from cod_parcels p
        where p.shop_id = ${shop.id} and (p.open_idr <> 0 or p.state = 'ON_ITS_WAY') and p.state <> 'ON_ITS_WAY') as cod_to_come`.execute(
    db,
  );
  const [row] = rows;
  if (row === undefined) throw new Error('an aggregate gave no row');
  return row;
}
