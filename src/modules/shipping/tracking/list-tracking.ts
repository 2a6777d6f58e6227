import type { z } from 'zod';
import { VENDOR_TITLES } from '../../../integrations/courier/port.ts';
import { isoWithZone } from '../../../kernel/calendar.ts';
import type { Context } from '../../../kernel/context.ts';
import { kernelErrors } from '../../../kernel/errors.ts';
import type { Page } from '../../../kernel/http/answer.ts';
import { readPage } from '../../../kernel/paging.ts';
import { findCourier } from '../../reference/index.ts';
import { visibleOrders } from '../../orders/index.ts';
import { presentProblem } from '../vendor-errors.ts';
import { trackingErrors } from './errors.ts';
import { pollParcel } from './poll-parcel.ts';
import type { ListTrackingInput, RefreshTrackingInput, TrackedParcel } from './schemas.ts';

type Tracked = z.input<typeof TrackedParcel>;

/** The parcels that vendors are asked of, those that are due next first. */
export async function listTracking(
  context: Context,
  input: z.output<typeof ListTrackingInput>,
): Promise<Page<Tracked>> {
  let matching = trackedParcels(context);
  if (input.is_failed) matching = matching.where('p.failures', '>', 0);
  const rows = withColumns(matching).orderBy('p.next_poll_at').orderBy('p.order_id').orderBy('p.number');
  return readPage(context.db, input, { matching, rows }, (row) => presentTracked(context, row));
}

/**
 * Asks the vendor of a parcel now.
 * @throws Refusal 404 if there is no such parcel; 422 if no vendor tracks it
 */
export async function refreshTracking(
  context: Context,
  { order_id, shipment: number }: z.output<typeof RefreshTrackingInput>,
): Promise<Tracked> {
  const parcel = await context.db
    .selectFrom('shipments as s')
    .innerJoin('orders', (join) =>
      join.on('orders.shop_id', '=', context.shop.id).onRef('orders.id', '=', 's.order_id'),
    )
    .select('orders.courier_id')
    .where('s.shop_id', '=', context.shop.id)
    .where('s.order_id', '=', order_id)
    .where('s.number', '=', number)
    .where(visibleOrders(context))
    .executeTakeFirst();
  if (parcel === undefined) throw kernelErrors.refuse('not_found');
  const hindrance = await pollParcel(context, { order_id, number });
  if (hindrance !== undefined)
    throw trackingErrors.refuseField(hindrance, 'order_id', {
      courier: findCourier(parcel.courier_id)?.name ?? '-',
    });
  const row = await withColumns(trackedParcels(context))
    .where('p.order_id', '=', order_id)
    .where('p.number', '=', number)
    .executeTakeFirstOrThrow();
  return presentTracked(context, row);
}

function trackedParcels(context: Context) {
  return context.db
    .selectFrom('tracking_polls as p')
    .innerJoin('shipments as s', (join) =>
      join
        .on('s.shop_id', '=', context.shop.id)
        .onRef('s.order_id', '=', 'p.order_id')
        .onRef('s.number', '=', 'p.number'),
    )
    .innerJoin('orders', (join) =>
      join.on('orders.shop_id', '=', context.shop.id).onRef('orders.id', '=', 'p.order_id'),
    )
    .where('p.shop_id', '=', context.shop.id)
    .where(visibleOrders(context));
}

function withColumns(query: ReturnType<typeof trackedParcels>) {
  return query
    .select(['p.order_id', 'orders.po_number', 'p.number', 's.awb_number', 's.shipping_status'])
    .select(['p.vendor', 'p.next_poll_at', 'p.polled_at', 'p.failures', 'p.problem']);
}

type Row = Awaited<ReturnType<ReturnType<typeof withColumns>['execute']>>[number];

function presentTracked({ shop, language }: Context, row: Row): Tracked {
  const at = (moment: Date | null) => (moment === null ? null : isoWithZone(moment, shop.time_zone));
  return {
    order_id: row.order_id,
    po_number: row.po_number,
    shipment: row.number,
    awb_number: row.awb_number,
    shipping_status: row.shipping_status ?? 'READY_TO_SHIP',
    vendor: row.vendor === null ? null : VENDOR_TITLES[row.vendor],
    next_poll_at: at(row.next_poll_at),
    polled_at: at(row.polled_at),
    failures: row.failures,
    problem: presentProblem(language, row.vendor, row.problem),
  };
}
