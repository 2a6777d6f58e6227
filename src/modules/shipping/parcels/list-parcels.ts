import { sql } from 'kysely';
import type { z } from 'zod';
import { dateTimeText } from '../../../kernel/calendar.ts';
import type { Context } from '../../../kernel/context.ts';
import type { Page } from '../../../kernel/http/answer.ts';
import { cursorText } from '../../../kernel/http/input.ts';
import { limits } from '../../../kernel/limits.ts';
import { itemsBefore } from '../../../kernel/paging.ts';
import { chooseReading } from '../../orders/index.ts';
import { requiresCancelReason } from '../courier-filter.ts';
import { loadParcelRows, offeredService, type StoredParcel } from './load-parcel-rows.ts';
import { parcelReadings } from './parcel-filters.ts';
import type { ListParcelsInput, PARCEL_LIST_HEAD, ParcelRow } from './schemas.ts';

type Input = z.output<typeof ListParcelsInput>;

interface Head {
  head: z.input<z.ZodObject<typeof PARCEL_LIST_HEAD>>;
}

/** Among so few, a keyword is looked for in the list's order. */
const FEW = 5_000;

/** The number of parcels that match, and the page of them plus one more, which shows whether anything follows. */
interface FoundParcels {
  total: number;
  keys: { order_id: number; number: number }[];
}

/**
 * A page of the parcels with a shipping status, newest order first. Two statements whatever the page holds, four with
 * a keyword; totals are exact up to `limits.exact_total`. With `cursor` every page costs the same.
 */
export async function listParcels(
  context: Context,
  input: Input,
): Promise<Page<z.input<typeof ParcelRow>> & Head> {
  const { total, keys } = await findParcels(context, input);
  const rows = await loadParcelRows(context, context.db, keys);
  const shown = rows.slice(0, input.per_page);
  const last = rows.length > shown.length ? shown.at(-1) : undefined;
  return {
    head: {
      message: '',
      // No courier of the product asks for more than one.
      min_pickup: 0,
      min_drop_off: 0,
      is_cancel_requirement: shown.some(({ courier_id }) => requiresCancelReason(courier_id)),
    },
    items: shown.map((row) => presentParcel(context, row)),
    total,
    page: input.cursor === undefined ? input.pagination_offset : 1,
    per_page: input.per_page,
    next_cursor:
      last === undefined ? null : cursorText({ day: last.order_date, id: last.order_id, part: last.number }),
  };
}

/**
 * Counts and cuts a page: up to `limits.exact_total` parcels are gathered by whichever index finds them first; where
 * there are more, reading in the list's order soon meets the page.
 */
async function findParcels(context: Context, input: Input): Promise<FoundParcels> {
  const { reading, listed } = parcelReadings(context, input);
  const are_few = listed !== undefined && (await countFew(context, listed)) <= FEW;
  const { rows: gathered } = are_few ? reading : await chooseReading(context, reading);
  const { cursor, per_page } = input;
  const { day, id, part = 0 } = cursor ?? {};
  const behind = (alias: string) =>
    cursor === undefined
      ? sql`true`
      : sql`(${sql.ref(`${alias}.order_date`)}, ${sql.ref(`${alias}.order_id`)}, ${sql.ref(`${alias}.number`)})
          < (${day}::date, ${id}::bigint, ${part}::smallint)`;
  const key = (alias: string) =>
    sql.join(['order_date', 'order_id', 'number'].map((column) => sql.ref(`${alias}.${column}`)));
  const cut = (alias: string) => sql`order by ${sql.ref(`${alias}.order_date`)} desc,
    ${sql.ref(`${alias}.order_id`)} desc, ${sql.ref(`${alias}.number`)} desc
    limit ${per_page + 1} offset ${cursor === undefined ? itemsBefore(input) : 0}`;
  const most = sql.lit(limits.exact_total);
  const { rows } = await sql<FoundParcels>`
    with hit as materialized (select ${key('shipments')} ${gathered} limit ${most} + 1),
    counted as materialized (select count(*) as total from hit),
    page as (
      (select ${key('hit')} from hit where (select total from counted) <= ${most} and ${behind('hit')} ${cut('hit')})
      union all
      (select ${key('shipments')} ${reading.rows} and (select total from counted) > ${most}
        and ${behind('shipments')} ${cut('shipments')})
    )
    select (select total from counted) as total,
      coalesce((select json_agg(json_build_object('order_id', order_id, 'number', number)) from page), '[]') as keys`.execute(
    context.db,
  );
  const [found] = rows;
  if (found === undefined) throw new Error('a count gave no row');
  return found;
}

async function countFew(context: Context, listed: ReturnType<typeof sql>): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from (select 1 ${listed} limit ${sql.lit(FEW)} + 1) as few`.execute(context.db);
  return rows[0]?.count ?? 0;
}

function presentParcel({ shop }: Context, row: StoredParcel): z.input<typeof ParcelRow> {
  return {
    order_id: row.order_id,
    shipment: row.number,
    order_date: row.order_date,
    request_date: row.requested_at === null ? null : dateTimeText(row.requested_at, shop.time_zone),
    po_number: row.po_number,
    shipping_status: row.shipping_status ?? 'READY_TO_SHIP',
    printed: row.label_prints > 0,
    total: row.total_idr,
    supplier: row.supplier,
    customer: row.customer,
    expedition: {
      logistic_name: row.logistic_name,
      rate_name: row.rate_name,
      is_cod: row.is_cod,
      cod_amount: row.cod_idr,
      awb_number: row.awb_number ?? '',
    },
    service: offeredService(row),
    dropship: row.is_dropship ? [{ name: row.sender_name, phone: row.sender_phone }] : [],
  };
}
