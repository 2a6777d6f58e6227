import { sql, type RawBuilder } from 'kysely';
import type { z } from 'zod';
import { addDays, today } from '../../../kernel/calendar.ts';
import type { Context } from '../../../kernel/context.ts';
import type { Page } from '../../../kernel/http/answer.ts';
import { sum } from '../../../kernel/money.ts';
import { readPage } from '../../../kernel/paging.ts';
import { customName, shownNames } from './courier-name.ts';
import { momentText } from './moment-text.ts';
import type { CodAgeing, CodParcel, ListCodParcelsInput } from './schemas.ts';
import { COD_FIGURES, TO_COME } from './schemas.ts';

type Figure = (typeof COD_FIGURES)[number];

/** Of unpaid figures: the days on which what counts in them was invoiced. */
function invoicedDays(context: Context): Map<Figure, readonly [first: string, last: string]> {
  const day = today(context.clock, context.shop.time_zone);
  const ago = (days: number) => addDays(day, -days);
  return new Map([
    ['UNPAID_0_7', [ago(7), '9999-12-31']],
    ['UNPAID_8_14', [ago(14), ago(8)]],
    ['UNPAID_15_30', [ago(30), ago(15)]],
    ['UNPAID_OVER_30', ['0001-01-01', ago(31)]],
  ]);
}

/** In which figure a parcel counts that is not closed. */
type FigureOf = (parcel: { state: string; is_open: boolean; invoiced_on: string | null }) => Figure;

function figures(context: Context): FigureOf {
  const unpaid = [...invoicedDays(context)];
  return ({ state, is_open, invoiced_on }) => {
    if (!is_open) return 'ON_ITS_WAY';
    if (state === 'CAME_BACK') return 'FAILED';
    const found = unpaid.find(
      ([, [first, last]]) => invoiced_on !== null && first <= invoiced_on && invoiced_on <= last,
    );
    return found?.[0] ?? 'NOT_INVOICED';
  };
}

/** The same as a condition. */
function countsIn(context: Context, figure: Figure | typeof TO_COME): RawBuilder<boolean> {
  if (figure === TO_COME) return sql`p.open_idr <> 0 and p.state <> 'CAME_BACK'`;
  if (figure === 'ON_ITS_WAY') return sql`p.open_idr = 0 and p.state = 'ON_ITS_WAY'`;
  if (figure === 'FAILED') return sql`p.open_idr <> 0 and p.state = 'CAME_BACK'`;
  const days = invoicedDays(context).get(figure);
  const invoiced =
    days === undefined
      ? sql`p.invoiced_on is null`
      : sql`p.invoiced_on between ${days[0]}::date and ${days[1]}::date`;
  return sql`p.open_idr <> 0 and p.state <> 'CAME_BACK' and ${invoiced}`;
}

/** The parcels that are not closed: on their way, or with something open. */
function openParcels(context: Context) {
  return context.db
    .selectFrom('cod_parcels as p')
    .where('p.shop_id', '=', context.shop.id)
    .where(sql<boolean>`(p.open_idr <> 0 or p.state = 'ON_ITS_WAY')`);
}

/** What couriers have to collect and to pay, by courier and age. */
export async function listAgeing(context: Context): Promise<z.input<typeof CodAgeing>[]> {
  const couriers = await figuresByCourier(context);
  const queues = await queueByCourier(context);
  const names = [...new Set([...couriers.keys(), ...queues.keys()])].toSorted();
  const shown = await shownNames(context, names);
  return names.map((courier) => ({
    courier: shown(courier),
    figures: COD_FIGURES.map((figure) => ({
      figure,
      ...(couriers.get(courier)?.get(figure) ?? { parcels: 0, amount: 0 }),
    })),
    queue: queues.get(courier) ?? { lines: 0, amount: 0 },
  }));
}

type Sums = Map<Figure, { parcels: number; amount: number }>;

async function figuresByCourier(context: Context): Promise<Map<string, Sums>> {
  // In the order of an index that has all of it.
  const rows = await openParcels(context)
    .select(['p.courier', 'p.state', 'p.invoiced_on'])
    .select([
      sql<number>`count(*) filter (where p.open_idr <> 0)`.as('open'),
      sql<number>`sum(p.open_idr)::bigint`.as('open_idr'),
      sql<number>`count(*) filter (where p.open_idr = 0)`.as('on_way'),
      sql<number>`coalesce(sum(p.cod_idr) filter (where p.open_idr = 0), 0)::bigint`.as('on_way_idr'),
    ])
    .groupBy(['p.courier', 'p.state', 'p.invoiced_on'])
    .execute();
  const figureOf = figures(context);
  const couriers = new Map<string, Sums>();
  for (const { courier, open, open_idr, on_way, on_way_idr, ...parcel } of rows) {
    const sums: Sums = couriers.get(courier) ?? new Map();
    couriers.set(courier, sums);
    const add = (figure: Figure, parcels: number, amount_idr: number) => {
      const before = sums.get(figure) ?? { parcels: 0, amount: 0 };
      sums.set(figure, { parcels: before.parcels + parcels, amount: sum([before.amount, amount_idr]) });
    };
    add('ON_ITS_WAY', on_way, on_way_idr);
    add(figureOf({ ...parcel, is_open: true }), open, open_idr);
  }
  return couriers;
}

/** What couriers have to collect, what they have to pay, and that of invoices that are open for long: of all couriers. */
export async function codOfNow(
  context: Context,
): Promise<Record<'on_its_way' | 'to_come' | 'overdue', { parcels: number; amount: number }>> {
  const of_couriers = [...(await figuresByCourier(context)).values()];
  const added = (figures: readonly Figure[]) => {
    const found = of_couriers.flatMap((sums) => figures.flatMap((figure) => sums.get(figure) ?? []));
    return {
      parcels: sum(found.map(({ parcels }) => parcels)),
      amount: sum(found.map(({ amount }) => amount)),
    };
  };
  return {
    on_its_way: added(['ON_ITS_WAY']),
    to_come: added(COD_FIGURES.filter((figure) => figure !== 'ON_ITS_WAY' && figure !== 'FAILED')),
    overdue: added(['UNPAID_OVER_30']),
  };
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
    .$if(figure !== undefined, (query) => query.where(countsIn(context, figure ?? 'FAILED')));
  const is_of_invoice = figure !== undefined && figure !== 'ON_ITS_WAY' && figure !== 'FAILED';
  const figureOf = figures(context);
  const rows = matching
    .select(['p.order_id', 'p.po_number', 'p.trip', 'p.awb_number', 'p.courier', 'p.cod_idr', 'p.paid_idr'])
    .select(['p.written_off_idr', 'p.changed_at', 'p.invoiced_on'])
    .select(['p.state', 'p.open_idr', customName(context, sql`p.courier`).as('custom_name')])
    .$if(is_of_invoice, (query) => query.orderBy('p.invoiced_on'))
    .orderBy('p.changed_at')
    .orderBy('p.order_id')
    .orderBy('p.trip');
  return readPage(context.db, page, { matching, rows }, (row) => ({
    order_id: row.order_id,
    po_number: row.po_number,
    trip: row.trip,
    awb_number: row.awb_number,
    courier: row.custom_name ?? row.courier,
    figure: figureOf({ ...row, is_open: row.open_idr !== 0 }),
    amount: row.open_idr === 0 ? row.cod_idr : row.open_idr,
    cod_amount: row.cod_idr,
    paid: row.paid_idr,
    written_off: row.written_off_idr,
    changed_at: momentText(row.changed_at),
    invoiced_on: row.invoiced_on,
  }));
}
