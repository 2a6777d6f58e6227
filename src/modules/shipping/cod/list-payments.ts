import { sql } from 'kysely';
import type { z } from 'zod';
import { dayRange, startOfDay } from '../../../kernel/calendar.ts';
import type { Context } from '../../../kernel/context.ts';
import type { Page } from '../../../kernel/http/answer.ts';
import { rupiahText } from '../../../kernel/money.ts';
import { readPage } from '../../../kernel/paging.ts';
import { customName, vendorName } from './courier-name.ts';
import { momentText } from './moment-text.ts';
import type { ListShippingPaymentsInput, ShippingPayment } from './schemas.ts';

type Answer = Page<z.input<typeof ShippingPayment>> & { head: { withdrawable_balance: string } };

/** Payouts of couriers and vendors, newest first, with what vendors keep for the shop. */
export async function listShippingPayments(
  context: Context,
  { courier, start_date, end_date, status, ...page }: z.output<typeof ListShippingPaymentsInput>,
): Promise<Answer> {
  const { shop, db } = context;
  const is_pending = sql<boolean>`(p.bank_account_id is null or p.queued > 0)`;
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
    .leftJoin('cod_invoices as i', (join) =>
      join
        .on('i.shop_id', '=', shop.id)
        .onRef('i.id', '=', 'p.first_invoice_id')
        // All that it settled stands on this one.
        .onRef('p.last_invoice_id', '=', 'p.first_invoice_id'),
    )
    .select([
      'p.created_at',
      'p.courier',
      'p.paid_on',
      'p.paid_idr',
      'p.first_entered_on',
      'p.last_entered_on',
    ])
    .select(['i.number as invoice_number', is_pending.as('is_pending')])
    .select(customName(context, sql`p.courier`).as('custom_name'))
    .orderBy('p.created_at', 'desc')
    .orderBy('p.id', 'desc');
  const list = await readPage(db, page, { matching, rows }, (row) => ({
    date: momentText(row.created_at),
    vendor: vendorName(row),
    invoice_number: row.invoice_number,
    description: descriptionOf(row.first_entered_on ?? row.paid_on, row.last_entered_on ?? row.paid_on),
    total: rupiahText(row.paid_idr),
    status: row.is_pending ? ('PENDING' as const) : ('COMPLETE' as const),
  }));
  return { ...list, head: { withdrawable_balance: rupiahText(await withdrawableBalance(context)) } };
}

/** What vendors keep of applied payouts, in rupiah. */
export async function withdrawableBalance({ db, shop }: Context): Promise<number> {
  const { kept_idr } = await db
    .selectFrom('cod_payouts')
    .select(sql<number>`coalesce(sum(paid_idr), 0)::bigint`.as('kept_idr'))
    .where('shop_id', '=', shop.id)
    .where('bank_account_id', 'is', null)
    .where('status', '=', 'APPLIED')
    .executeTakeFirstOrThrow();
  return kept_idr;
}

/** As the reference writes it, its slip included: clients compare it. */
function descriptionOf(first: string, last: string): string {
  return `COD Reconsiliation ${dayText(first)} - ${dayText(last)}`;
}

/** 22 Jan 2021 */
function dayText(day: string): string {
  const [, month = '', number = ''] = day.split('-');
  return `${number} ${MONTHS[Number(month) - 1]} ${day.slice(0, 4)}`;
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
