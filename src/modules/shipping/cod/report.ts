import { sql } from 'kysely';
import type { z } from 'zod';
import { addDays, dayRange, today } from '../../../kernel/calendar.ts';
import type { Context } from '../../../kernel/context.ts';
import { makeAnswer } from '../../../kernel/files/downloads.ts';
import type { FileAnswer } from '../../../kernel/http/answer.ts';
import type { Language } from '../../../kernel/language.ts';
import type { Cell } from '../../../kernel/sheets/cells.ts';
import { CSV_TYPE, writeCsvFile } from '../../../kernel/sheets/write-sheet.ts';
import { courierName, shownNames } from './courier-name.ts';
import type { ShippingReport, ShippingReportInput } from './schemas.ts';

type Report = z.input<typeof ShippingReport>;
type Figures = Report['summary'];

const NAMES = ['package', 'delivered', 'returned', 'shipping_cost', 'cod_amount'] as const;

interface DayOfCourier extends Figures {
  date: string;
  courier: string;
}

/** Parcels by the day on which they left and by courier, with what became of them since. */
export async function getShippingReport(
  context: Context,
  input: z.output<typeof ShippingReportInput>,
): Promise<Report> {
  const { start_date, end_date, rows } = await loadReport(context, input);
  const days = Array.from({ length: input.interval }, (_, index) => addDays(start_date, index));
  const couriers = [...new Set(rows.map(({ courier }) => courier))].toSorted();
  return {
    start_date,
    end_date,
    summary: sumOf(rows),
    by_date: days.map((date) => ({ date, ...sumOf(rows.filter((row) => row.date === date)) })),
    by_courier: couriers.map((courier) => ({
      courier,
      ...sumOf(rows.filter((row) => row.courier === courier)),
    })),
  };
}

const TITLES: Record<Language, string[]> = {
  en: ['Date', 'Courier', 'Parcels', 'Delivered', 'Returned', 'Shipping cost', 'COD amount'],
  id: ['Tanggal', 'Kurir', 'Paket', 'Terkirim', 'Retur', 'Ongkir', 'Nilai COD'],
};

/** The report as CSV: a row for each day and courier. */
export async function downloadShippingReport(
  context: Context,
  input: z.output<typeof ShippingReportInput>,
): Promise<FileAnswer> {
  const { start_date, end_date, rows } = await loadReport(context, input);
  const columns = TITLES[context.language].map((header) => ({ header }));
  const cells = rows.map((row): Cell[] => [row.date, row.courier, ...NAMES.map((name) => row[name])]);
  return makeAnswer({
    name: `shipping-${start_date}-${end_date}.csv`,
    content_type: CSV_TYPE,
    write: (path) => writeCsvFile(path, columns, cells),
  });
}

function sumOf(rows: readonly Figures[]): Figures {
  const sums = { package: 0, delivered: 0, returned: 0, shipping_cost: 0, cod_amount: 0 };
  for (const row of rows) for (const name of NAMES) sums[name] += row[name];
  return sums;
}

/** Rows by day and courier. The shipping cost of an order counts with its first parcel. */
async function loadReport(
  context: Context,
  { courier, interval }: z.output<typeof ShippingReportInput>,
): Promise<{ start_date: string; end_date: string; rows: DayOfCourier[] }> {
  const { db, shop, clock } = context;
  const end_date = today(clock, shop.time_zone);
  const start_date = addDays(end_date, 1 - interval);
  const { from, before } = dayRange(start_date, end_date, shop.time_zone);
  const { rows } = await sql<DayOfCourier & { courier_id: number; logistic_name: string }>`
    select (s.left_at at time zone ${shop.time_zone})::date::text as date, o.courier_id, o.logistic_name,
      count(*)::integer as package,
      count(*) filter (where s.shipping_status = 'DELIVERED')::integer as delivered,
      count(*) filter (where s.shipping_status = 'RETURNED')::integer as returned,
      coalesce(sum(o.shipping_idr) filter (where s.number = 1), 0)::bigint as shipping_cost,
      coalesce(sum((
        select p.cod_idr from cod_parcels as p
        where p.shop_id = ${shop.id} and p.order_id = s.order_id order by p.trip desc limit 1
      )) filter (where s.number = 1), 0)::bigint as cod_amount
    from shipments as s
    join orders as o on o.shop_id = ${shop.id} and o.id = s.order_id
    where s.shop_id = ${shop.id} and s.left_at >= ${from} and s.left_at < ${before}
    group by 1, 2, 3 order by 1, 2, 3`.execute(db);
  const named = rows.map(({ courier_id, logistic_name, ...row }) => ({
    ...row,
    courier: courierName(courier_id, logistic_name),
  }));
  const asked = named.filter((row) => courier === undefined || row.courier === courier);
  const shown = await shownNames(
    context,
    asked.map((row) => row.courier),
  );
  return { start_date, end_date, rows: asked.map((row) => ({ ...row, courier: shown(row.courier) })) };
}
