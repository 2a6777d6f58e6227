import { sql } from 'kysely';
import type { z } from 'zod';
import { addDays, dateText, today } from '../../../kernel/calendar.ts';
import type { Context, Services } from '../../../kernel/context.ts';
import { contextOfShop } from '../../../kernel/jobs/in-name-of.ts';
import type { ScheduledJob } from '../../../kernel/jobs/queue.ts';
import { sum } from '../../../kernel/money.ts';
import { randomLetters } from '../../../kernel/random.ts';
import { lockCounter } from './lock-counter.ts';
import type { InvoicesMade } from './schemas.ts';
import { refreshInvoice } from './invoice-state.ts';

/** Letters and digits of an invoice's ID. */
const INVOICE_ID_LETTERS = 8;

/**
 * Makes the invoices of the weeks that have ended, each night in which a week may end in one of the zones. What is due is
 * read from the entries, so a night that was missed is made up by the next one.
 */
export function codInvoices(services: Services): ScheduledJob {
  return {
    name: 'cod-invoices',
    // Past midnight in Jayapura, Makassar and Jakarta.
    cron: '15 15-17 * * *',
    async run() {
      for (const shop of await shopsWithDue(services))
        try {
          await makeInvoices(contextOfShop(services, 'cod-invoices', shop));
        } catch (error) {
          // The next night makes up for it; other shops do not wait for it.
          services.log.error({ shop_id: shop.id, err: error }, 'COD invoices were not made');
        }
    },
  };
}

async function shopsWithDue({ db, clock }: Services) {
  const { rows } = await sql<Context['shop']>`
    select shops.id, shops.time_zone from shops where exists (
      select 1 from cod_entries as e where e.shop_id = shops.id and e.invoice_id is null
        and e.entered_on < date_trunc('week', ${clock.now()}::timestamptz at time zone shops.time_zone)::date)
    order by shops.id`.execute(db.withoutPlugins());
  return rows;
}

/** The Monday of the week of a day. */
export function mondayOf(day: string): string {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return addDays(day, -((weekday + 6) % 7));
}

/** What is on no invoice yet of a courier in a week. */
export interface OpenWeek {
  courier: string;
  week_start: string;
  amount_idr: number;
}

/**
 * The weeks that get an invoice, oldest first. It gathers all that has come together of the courier up to the end of its
 * week; a sum of 0 or less is carried over to the next week, and so is what came in late for a week that has its invoice
 * already.
 * @param weeks that have ended
 * @param last_week the last week that has ended, which may have nothing of its own
 * @param invoiced whether there is an invoice of the courier and week
 */
export function weeksToInvoice(
  weeks: readonly OpenWeek[],
  last_week: string,
  invoiced: (week: OpenWeek) => boolean,
): OpenWeek[] {
  const due: OpenWeek[] = [];
  for (const [courier, of_courier] of Map.groupBy(weeks, (week) => week.courier)) {
    let carried_idr = 0;
    const sorted = of_courier.toSorted((a, b) => (a.week_start < b.week_start ? -1 : 1));
    for (const week of [...sorted, { courier, week_start: last_week, amount_idr: 0 }]) {
      carried_idr = sum([carried_idr, week.amount_idr]);
      if (carried_idr <= 0 || invoiced(week)) continue;
      due.push({ ...week, amount_idr: carried_idr });
      carried_idr = 0;
    }
  }
  return due.toSorted((a, b) => (a.week_start + a.courier < b.week_start + b.courier ? -1 : 1));
}

/**
 * Makes the invoices of a shop for the weeks (Monday to Sunday in its zone) that have ended. Done again, or by several at
 * once, it makes each once, and their numbers follow one another without a gap.
 * @param with_this_week also of the week that has not ended, for a courier that pays out early; what comes after is on
 *   the invoice of the next week
 * @returns how many were made
 */
export function makeInvoices(context: Context, with_this_week = false): Promise<number> {
  return context.transaction(async (inner) => {
    let sequence = await lockCounter(inner);
    const this_week = mondayOf(today(inner.clock, inner.shop.time_zone));
    const last_week = with_this_week ? this_week : addDays(this_week, -7);
    const before = addDays(last_week, 7);
    await lockWaiting(inner, before);
    const weeks = await loadWeeks(inner, before);
    const invoiced = await loadInvoiced(inner);
    const due = weeksToInvoice(weeks, last_week, ({ courier, week_start }) =>
      invoiced.has(`${week_start} ${courier}`),
    );
    for (const week of due) await makeInvoice(inner, week, (sequence += 1));
    if (due.length > 0)
      await inner.db
        .updateTable('cod_counters')
        .set({ invoices: sequence })
        .where('shop_id', '=', inner.shop.id)
        .execute();
    return due.length;
  });
}

/** Nothing is entered of these parcels, or settled, until their invoices are made. */
async function lockWaiting({ db, shop }: Context, before: string): Promise<void> {
  await sql`
    select p.order_id from cod_parcels as p
    where p.shop_id = ${shop.id} and (p.order_id, p.trip) in (
      select e.order_id, e.trip from cod_entries as e
      where e.shop_id = ${shop.id} and e.invoice_id is null and e.entered_on < ${before}::date)
    order by p.order_id, p.trip for update of p`.execute(db);
}

async function loadWeeks({ db, shop }: Context, before: string): Promise<OpenWeek[]> {
  const { rows } = await sql<OpenWeek>`
    select courier, date_trunc('week', entered_on)::date as week_start, sum(amount_idr)::bigint as amount_idr
    from cod_entries
    where shop_id = ${shop.id} and invoice_id is null and entered_on < ${before}::date
    group by 1, 2`.execute(db);
  return rows;
}

/** Couriers and weeks that have an invoice, as `2026-01-05 sicepat`. */
async function loadInvoiced({ db, shop }: Context): Promise<Set<string>> {
  const rows = await db
    .selectFrom('cod_invoices')
    .select(['courier', 'week_start'])
    .where('shop_id', '=', shop.id)
    .where(
      'week_start',
      '>=',
      sql<string>`coalesce((select date_trunc('week', min(entered_on))::date
      from cod_entries where shop_id = ${shop.id} and invoice_id is null), 'infinity')`,
    )
    .execute();
  return new Set(rows.map(({ courier, week_start }) => `${week_start} ${courier}`));
}

async function makeInvoice(context: Context, week: OpenWeek, sequence: number): Promise<void> {
  const { db, shop, clock, random } = context;
  const created_at = clock.now();
  const month = dateText(created_at, shop.time_zone).slice(0, 7).replace('-', '');
  const id = randomLetters(random, INVOICE_ID_LETTERS);
  await db
    .insertInto('cod_invoices')
    .values({
      shop_id: shop.id,
      id,
      sequence,
      number: `INV-S-${shop.id}-${month}${String(sequence).padStart(4, '0')}`,
      courier: week.courier,
      week_start: week.week_start,
      total_idr: week.amount_idr,
      created_at,
    })
    .execute();
  await sql`
    update cod_entries set invoice_id = ${id}
    where shop_id = ${shop.id} and invoice_id is null and courier = ${week.courier}
      and entered_on < ${addDays(week.week_start, 7)}::date`.execute(db);
  // What was paid out before it was invoiced.
  await sql`
    update cod_payouts as p set first_invoice_id = least(p.first_invoice_id, ${id}),
      last_invoice_id = greatest(p.last_invoice_id, ${id})
    where p.shop_id = ${shop.id} and p.id in (select s.payout_id from cod_entries as e
      join cod_settlements as s on s.shop_id = ${shop.id} and s.order_id = e.order_id and s.trip = e.trip
      where e.shop_id = ${shop.id} and e.invoice_id = ${id})`.execute(db);
  // A parcel that was entered for the first time meanwhile is on it too.
  await sql`
    update cod_invoices set total_idr = (select sum(amount_idr)::bigint from cod_entries
      where shop_id = ${shop.id} and invoice_id = ${id})
    where shop_id = ${shop.id} and id = ${id}`.execute(db);
  await sql`
    update cod_parcels as p set invoiced_on = ${dateText(created_at, shop.time_zone)}::date
    where p.shop_id = ${shop.id} and (p.order_id, p.trip) in (
        select order_id, trip from cod_entries where shop_id = ${shop.id} and invoice_id = ${id})
      and not exists (select 1 from cod_entries as e where e.shop_id = ${shop.id}
        and e.order_id = p.order_id and e.trip = p.trip and e.invoice_id is null)`.execute(db);
  await refreshInvoice(context, id);
}

/** Makes all invoices now, also of the running week. */
export async function makeInvoicesNow(context: Context): Promise<z.input<typeof InvoicesMade>> {
  return { made: await makeInvoices(context, true) };
}
