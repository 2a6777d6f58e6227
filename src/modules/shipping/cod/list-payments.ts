import { sql } from 'kysely';
import type { z } from 'zod';
import { dayRange, startOfDay } from '../../../kernel/calendar.ts';
import type { Context } from '../../../kernel/context.ts';
import type { Page } from '../../../kernel/http/answer.ts';
import { rupiahText } from '../../../kernel/money.ts';
import { readPage } from '../../../kernel/paging.ts';
import { vendorName } from './courier-name.ts';
import { momentText } from './moment-text.ts';
import type { ListShippingPaymentsInput, ShippingPayment } from './schemas.ts';

type Answer = Page<z.input<typeof ShippingPayment>> & { head: { withdrawable_balance: string } };

/** Payouts of couriers and vendors, newest first, with what vendors keep for the shop. */
export async function listShippingPayments(
  context: Context,
  { courier, start_date, end_date, status, ...page }: z.output<typeof ListShippingPaymentsInput>,
): Promise<Answer> {
  const { shop, db } = context;
  const is_pending = sql<boolean>`(p.bank_account_id is null or exists (select 1 from cod_payout_lines as l
    where l.shop_id = ${shop.id} and l.payout_id = p.id and l.status = 'QUEUED'))`;
  const matching = db
    .selectFrom('cod_payouts as p')
    .where('p.shop_id', '=', shop.id)
    .where('p.status', '=', 'APPLIED')
    .$if(courier !== undefined, (query) => query.where('p.courier', '=', courier ?? ''))
    .$if(start_date !== undefined, (query) =>
      query.where('p.created_at', '>=', startOfDay(start_date ?? '', shop.time_zone)),
    )
    .$if(end_date !== undefined, (query) =>
      query.where('p.created_at', '<', dayRange(end_date ?? '', end_date ?? '', shop.time_zone).before),
    )
    .$if(status === 'PENDING', (query) => query.where(is_pending))
    .$if(status === 'COMPLETE', (query) => query.where((not) => not.not(is_pending)));
  const rows = matching
    .select(['p.created_at', 'p.courier', 'p.paid_on', is_pending.as('is_pending')])
    .select([settledOf(shop.id).as('settled_idr'), invoiceOf(shop.id).as('invoice_number')])
    .select(deliveredOf(shop.id).as('delivered'))
    .orderBy('p.created_at', 'desc')
    .orderBy('p.id', 'desc');
  const list = await readPage(db, page, { matching, rows }, (row) => ({
    date: momentText(row.created_at),
    vendor: vendorName(row.courier),
    invoice_number: row.invoice_number,
    description: descriptionOf(row.delivered, row.paid_on),
    total: rupiahText(row.settled_idr),
    status: row.is_pending ? ('PENDING' as const) : ('COMPLETE' as const),
  }));
  return { ...list, head: { withdrawable_balance: rupiahText(await withdrawableBalance(context)) } };
}

/** What vendors keep of applied payouts, in rupiah. */
export async function withdrawableBalance({ db, shop }: Context): Promise<number> {
  const { kept_idr } = await db
    .selectFrom('cod_settlements as s')
    .innerJoin('cod_payouts as p', (join) => join.onRef('p.id', '=', 's.payout_id'))
    .select(sql<number>`coalesce(sum(s.amount_idr), 0)::bigint`.as('kept_idr'))
    .where('s.shop_id', '=', shop.id)
    .where('p.shop_id', '=', shop.id)
    .where('p.bank_account_id', 'is', null)
    .where('p.status', '=', 'APPLIED')
    .where('s.kind', '=', 'PAYOUT')
    .executeTakeFirstOrThrow();
  return kept_idr;
}

const settledOf = (shop_id: number) =>
  sql<number>`(select coalesce(sum(s.amount_idr), 0)::bigint from cod_settlements as s
    where s.shop_id = ${shop_id} and s.payout_id = p.id and s.kind = 'PAYOUT')`;

/** The number of the only invoice that its parcels stand on. */
const invoiceOf = (shop_id: number) =>
  sql<string | null>`(select case when count(distinct i.id) = 1 then min(i.number) end
    from cod_settlements as s
    join cod_entries as e on e.shop_id = ${shop_id} and e.order_id = s.order_id and e.trip = s.trip
    join cod_invoices as i on i.shop_id = ${shop_id} and i.id = e.invoice_id
    where s.shop_id = ${shop_id} and s.payout_id = p.id)`;

/** The first and the last day on which its parcels were entered. */
const deliveredOf = (shop_id: number) =>
  sql<[string, string] | null>`(select array[min(e.entered_on)::text, max(e.entered_on)::text]
    from cod_settlements as s
    join cod_entries as e on e.shop_id = ${shop_id} and e.order_id = s.order_id and e.trip = s.trip
    where s.shop_id = ${shop_id} and s.payout_id = p.id having count(*) > 0)`;

/** As the reference writes it, its slip included: clients compare it. */
function descriptionOf(delivered: [string, string] | null, paid_on: string): string {
  const [first, last] = delivered ?? [paid_on, paid_on];
  return `COD Reconsiliation ${dayText(first)} - ${dayText(last)}`;
}

/** 22 Jan 2021 */
function dayText(day: string): string {
  const [, month = '', number = ''] = day.split('-');
  return `${number} ${MONTHS[Number(month) - 1]} ${day.slice(0, 4)}`;
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
