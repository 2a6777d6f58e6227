import type { z } from 'zod';
import { isoWithZone } from '../../../kernel/calendar.ts';
import type { Context } from '../../../kernel/context.ts';
import { may } from '../../../kernel/permissions.ts';
import type { ReturnRow } from './schemas.ts';
import type { ParcelReturn } from './lock-return.ts';

/** A return beside what answers show of its order and parcel. */
export interface StoredReturn extends ParcelReturn {
  po_number: number;
  order_status: string;
  logistic_name: string;
  receiver_name: string;
  receiver_phone: string;
  awb_number: string | null;
  shipping_status: string | null;
}

/** The returns of the shop as `r`, with their order `o` and its shipment. */
export function returnsWithParcels(context: Context) {
  return context.db
    .selectFrom('parcel_returns as r')
    .innerJoin('orders as o', (join) =>
      join.on('o.shop_id', '=', context.shop.id).onRef('o.id', '=', 'r.order_id'),
    )
    .leftJoin('shipments as s', (join) =>
      join
        .on('s.shop_id', '=', context.shop.id)
        .onRef('s.order_id', '=', 'r.order_id')
        .onRef('s.number', '=', 'r.shipment'),
    )
    .where('r.shop_id', '=', context.shop.id);
}

/** The columns of `StoredReturn` in `returnsWithParcels`. */
export const RETURN_COLUMNS = [
  'o.po_number',
  'o.order_status',
  'o.logistic_name',
  'o.receiver_name',
  'o.receiver_phone',
  's.awb_number',
  's.shipping_status',
] as const;

export function presentReturn(context: Context, row: StoredReturn): z.input<typeof ReturnRow> {
  const moment = (at: Date | null) => (at === null ? null : isoWithZone(at, context.shop.time_zone));
  return {
    id: row.id,
    order_id: row.order_id,
    shipment: row.shipment,
    po_number: row.po_number,
    order_status: row.order_status,
    awb_number: row.awb_number ?? '',
    shipping_status: row.shipping_status ?? 'READY_TO_SHIP',
    state: row.state,
    source: row.source,
    reason: row.reason,
    is_sent_back: row.is_sent_back,
    courier: { id: row.courier_id, name: row.logistic_name },
    customer: { name: row.receiver_name, phone: row.receiver_phone },
    announced_at: isoWithZone(row.announced_at, context.shop.time_zone),
    on_the_way_at: moment(row.on_the_way_at),
    received_at: moment(row.received_at),
    settled_at: moment(row.settled_at),
    canceled_at: moment(row.canceled_at),
    outcome: row.outcome,
    cost: seesCosts(context) ? row.cost_idr : null,
  };
}

export function seesCosts({ actor }: Context): boolean {
  return may(actor.role, 'cost.read');
}
