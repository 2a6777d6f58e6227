import { sql } from 'kysely';
import type { z } from 'zod';
import type { Context } from '../../../kernel/context.ts';
import type { Page } from '../../../kernel/http/answer.ts';
import { limits } from '../../../kernel/limits.ts';
import { itemsBefore, pageOf } from '../../../kernel/paging.ts';
import { COUNTS, sentParcels } from './sent-parcels.ts';
import type { PerformanceParcel, PerformanceParcelsInput } from './schemas.ts';

interface Parcel {
  order_id: number;
  number: number;
  po_number: number;
  awb_number: string | null;
  shipping_status: string;
  left_on: string;
  ended_on: string | null;
}

/** The parcels that a figure of the report counts, the newest first. One statement. */
export async function listParcelsOfFigure(
  context: Context,
  input: z.output<typeof PerformanceParcelsInput>,
): Promise<Page<z.input<typeof PerformanceParcel>>> {
  const { id, figure } = input;
  const { id: shop_id, time_zone } = context.shop;
  const day = (column: string) => sql`(${sql.ref(column)} at time zone ${time_zone})::date`;
  const { rows } = await sql<{ total: number; parcels: Parcel[] }>`
    with hit as materialized (
      select distinct order_id, number, shipping_status, ${day('left_at')} as left_on, ${day('ended_at')} as ended_on
      from (${sentParcels(context, input)}) as parcel
      where ${sql.raw(COUNTS[figure])} and (${id ?? null}::bigint is null or key = ${id ?? null}::bigint)
    ),
    page as materialized (
      select * from hit order by left_on desc, order_id desc, number limit ${input.per_page} offset ${itemsBefore(input)}
    )
    select (select count(*) from hit) as total,
      (select coalesce(jsonb_agg(to_jsonb(page) || jsonb_build_object('po_number', o.po_number, 'awb_number', s.awb_number)
          order by left_on desc, page.order_id desc, page.number), '[]')
        from page
        cross join lateral (select po_number from orders
          where orders.shop_id = ${shop_id} and orders.id = page.order_id offset 0) as o
        cross join lateral (select awb_number from shipments where shipments.shop_id = ${shop_id}
          and shipments.order_id = page.order_id and shipments.number = page.number offset 0) as s) as parcels`.execute(
    context.db,
  );
  const { total = 0, parcels = [] } = rows[0] ?? {};
  return {
    ...pageOf(
      input,
      Math.min(total, limits.exact_total + 1),
      parcels.map(({ number: shipment, awb_number, ...parcel }) => ({
        ...parcel,
        shipment,
        awb_number: awb_number ?? '',
      })),
    ),
  };
}
