import { sql, type RawBuilder } from 'kysely';
import type { z } from 'zod';
import { addDays, today } from '../../../kernel/calendar.ts';
import type { Context } from '../../../kernel/context.ts';
import type { Page } from '../../../kernel/http/answer.ts';
import { readPage } from '../../../kernel/paging.ts';
import { momentText } from './moment-text.ts';
import type { CodAgeing, CodParcel, ListCodParcelsInput } from './schemas.ts';
import { COD_FIGURES } from './schemas.ts';

type Figure = (typeof COD_FIGURES)[number];

type Condition = RawBuilder<boolean>;

/** Which parcels count in a figure, of those that are not closed: each in one. */
function conditions(context: Context): Record<Figure, Condition> {
  const day = today(context.clock, context.shop.time_zone);
  const unpaid = (invoiced: Condition) =>
    sql<boolean>`p.open_idr <> 0 and p.state <> 'CAME_BACK' and ${invoiced}`;
  const between = (most_days: number, least_days: number) =>
    unpaid(
      sql`p.invoiced_on between ${addDays(day, -most_days)}::date and ${addDays(day, -least_days)}::date`,
    );
  return {
    ON_ITS_WAY: sql`p.open_idr = 0 and p.state = 'ON_ITS_WAY'`,
    NOT_INVOICED: unpaid(sql`p.invoiced_on is null`),
    UNPAID_0_7: unpaid(sql`p.invoiced_on >= ${addDays(day, -7)}::date`),
    UNPAID_8_14: between(14, 8),
    UNPAID_15_30: between(30, 15),
    UNPAID_OVER_30: unpaid(sql`p.invoiced_on < ${addDays(day, -30)}::date`),
    FAILED: sql`p.open_idr <> 0 and p.state = 'CAME_BACK'`,
  };
}

/** SQL of what stands for the figure in which a parcel counts. */
function caseOf<Value extends string | number>(
  context: Context,
  value: (figure: Figure, place: number) => Value,
) {
  const of_figures = conditions(context);
  const cases = COD_FIGURES.map(
    (figure, place) => sql`when ${of_figures[figure]} then ${sql.lit(value(figure, place))}`,
  );
  return sql<Value>`case ${sql.join(cases, sql` `)} end`;
}

const AMOUNT = sql<number>`case when p.open_idr <> 0 then p.open_idr else p.cod_idr end`;

/** The parcels that are not closed: on their way, or with something open. */
function openParcels(context: Context) {
  return context.db
    .selectFrom('cod_parcels as p')
    .where('p.shop_id', '=', context.shop.id)
    .where(sql<boolean>`(p.open_idr <> 0 or p.state = 'ON_ITS_WAY')`);
}

/** What couriers have to collect and to pay, by courier and age. */
export async function listAgeing(context: Context): Promise<z.input<typeof CodAgeing>[]> {
  const rows = await openParcels(context)
    // A number, as many texts take longer to be told apart.
    .select(['p.courier', caseOf(context, (_figure, place) => place).as('place')])
    .select([sql<number>`count(*)`.as('parcels'), sql<number>`sum(${AMOUNT})::bigint`.as('amount')])
    .groupBy(['p.courier', sql`2`])
    .execute();
  const queues = await queueByCourier(context);
  const names = [...new Set([...rows.map(({ courier }) => courier), ...queues.keys()])].toSorted();
  return names.map((courier) => ({
    courier,
    figures: COD_FIGURES.map((figure, place) => {
      const row = rows.find((found) => found.courier === courier && found.place === place);
      return { figure, parcels: row?.parcels ?? 0, amount: row?.amount ?? 0 };
    }),
    queue: queues.get(courier) ?? { lines: 0, amount: 0 },
  }));
}

async function queueByCourier({ db, shop }: Context) {
  const rows = await db
    .selectFrom('cod_payout_lines as l')
    .innerJoin('cod_payouts as p', (join) => join.onRef('p.id', '=', 'l.payout_id'))
    .select('p.courier')
    .select([
      sql<number>`count(*)`.as('lines'),
      sql<number>`coalesce(sum(l.net_idr), 0)::bigint`.as('amount'),
    ])
    .where('l.shop_id', '=', shop.id)
    .where('p.shop_id', '=', shop.id)
    .where('l.status', '=', 'QUEUED')
    .groupBy('p.courier')
    .execute();
  return new Map(rows.map(({ courier, ...sums }) => [courier, sums]));
}

/** The parcels behind a figure, those that have waited longest first: invoiced ones since their invoice. */
export function listCodParcels(
  context: Context,
  { courier, figure, awb_number, ...page }: z.output<typeof ListCodParcelsInput>,
): Promise<Page<z.input<typeof CodParcel>>> {
  const matching = openParcels(context)
    .$if(courier !== undefined, (query) => query.where('p.courier', '=', courier ?? ''))
    .$if(awb_number !== undefined, (query) =>
      query.where(sql<boolean>`upper(p.awb_number) = upper(${awb_number})`),
    )
    .$if(figure !== undefined, (query) => query.where(conditions(context)[figure ?? 'FAILED']));
  const is_unpaid = figure !== undefined && figure !== 'ON_ITS_WAY' && figure !== 'FAILED';
  const rows = matching
    .select(['p.order_id', 'p.po_number', 'p.trip', 'p.awb_number', 'p.courier', 'p.cod_idr', 'p.paid_idr'])
    .select(['p.written_off_idr', 'p.changed_at', 'p.invoiced_on'])
    .select([caseOf(context, (name) => name).as('figure'), AMOUNT.as('amount')])
    .$if(is_unpaid, (query) => query.orderBy('p.invoiced_on'))
    .orderBy('p.changed_at')
    .orderBy('p.order_id')
    .orderBy('p.trip');
  return readPage(context.db, page, { matching, rows }, (row) => ({
    order_id: row.order_id,
    po_number: row.po_number,
    trip: row.trip,
    awb_number: row.awb_number,
    courier: row.courier,
    figure: row.figure,
    amount: row.amount,
    cod_amount: row.cod_idr,
    paid: row.paid_idr,
    written_off: row.written_off_idr,
    changed_at: momentText(row.changed_at),
    invoiced_on: row.invoiced_on,
  }));
}
