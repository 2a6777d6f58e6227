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
    .select([settledOf(shop.id).as('settled_idr'), parcelsOf(shop.id).as('parcels')])
    .orderBy('p.created_at', 'desc')
    .orderBy('p.id', 'desc');
  const list = await readPage(db, page, { matching, rows }, (row) => ({
    date: momentText(row.created_at),
    vendor: vendorName(row.courier),
    invoice_number: row.parcels?.invoice_number ?? null,
    description: descriptionOf(row.parcels, row.paid_on),
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

interface PaidParcels {
  first: string;
  last: string;
  invoice_number: string | null;
}

/** Of its parcels the first and the last day on which they were entered, and the number of the invoice, if all stand on one. */
const parcelsOf = (shop_id: number) =>
  sql<PaidParcels | null>`(select json_build_object('first', paid.first, 'last', paid.last, 'invoice_number',
      (select i.number from cod_invoices as i where i.shop_id = ${shop_id} and i.id = paid.only_invoice_id))
    from (select min(e.entered_on)::text as first, max(e.entered_on)::text as last,
        case when min(e.invoice_id) = max(e.invoice_id) then min(e.invoice_id) end as only_invoice_id
      from cod_settlements as s
      join cod_entries as e on e.shop_id = ${shop_id} and e.order_id = s.order_id and e.trip = s.trip
      where s.shop_id = ${shop_id} and s.payout_id = p.id having count(*) > 0) as paid)`;

/** As the reference writes it, its slip included: clients compare it. */
function descriptionOf(parcels: PaidParcels | null, paid_on: string): string {
  const { first, last } = parcels ?? { first: paid_on, last: paid_on };
  return `COD Reconsiliation ${dayText(first)} - ${dayText(last)}`;
}

/** 22 Jan 2021 */
function dayText(day: string): string {
  const [, month = '', number = ''] = day.split('-');
  return `${number} ${MONTHS[Number(month) - 1]} ${day.slice(0, 4)}`;
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
