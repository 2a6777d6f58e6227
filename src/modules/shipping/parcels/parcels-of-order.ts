import type { z } from 'zod';
import { VENDOR_TITLES, type VendorName } from '../../../integrations/courier/port.ts';
import { dateTimeText } from '../../../kernel/calendar.ts';
import type { Context } from '../../../kernel/context.ts';
import { namedStatement } from '../../../kernel/database/named-statement.ts';
import { kernelErrors } from '../../../kernel/errors.ts';
import { amountToCollectSql, visibleOrdersSql, type ShippingStatus } from '../../orders/index.ts';
import { restrictedUser, visibleSql } from '../../stock/index.ts';
import { requiresCancelReason } from '../courier-filter.ts';
import { walkEvents, type SaidOfShipment, type WalkedEvent } from '../tracking-walk.ts';
import { presentProblem } from '../vendor-errors.ts';
import { offeredService } from './load-parcel-rows.ts';
import type { ParcelOfOrder, ParcelsOfOrderInput } from './schemas.ts';

type Shown = z.input<typeof ParcelOfOrder>;

/** As JSON has it, with moments as texts. */
interface StoredEvent extends Omit<WalkedEvent, 'happened_at'> {
  happened_at: string;
  source: 'VENDOR' | 'STAFF';
  code: string;
  description: string;
  location: string;
}

interface Row extends SaidOfShipment {
  number: number;
  warehouse: { id: number; name: string } | null;
  is_handled: boolean;
  shipping_status: ShippingStatus | null;
  service: 'PICKUP' | 'DROP_OFF' | null;
  requested_at: Date | null;
  left_at: Date | null;
  ended_at: Date | null;
  promised_days: number | null;
  removed_at: Date | null;
  label_prints: number;
  courier_id: number;
  courier_service_id: number;
  cod_idr: number;
  booking: { vendor: VendorName; state: string; problem: string | null } | null;
  events: StoredEvent[];
}

const parcelsOfOrder = namedStatement<Row, { shop_id: number; order_id: number; user_id: number | null }>(
  'parcels_of_order',
  (at) => `select s.number, s.shipping_status, s.awb_number, s.service, s.requested_at, s.left_at, s.ended_at,
    s.promised_days, s.removed_at, s.label_prints, s.restarted_at, s.said_status, s.said_by, s.said_at, s.received_at,
    o.courier_id, o.courier_service_id,
    case when o.is_cod then ${amountToCollectSql('o', at.shop_id)} else 0 end as cod_idr,
    (s.warehouse_id is null or ${visibleSql('s.warehouse_id', at)}) as is_handled,
    (select json_build_object('id', w.id, 'name', w.name) from warehouses w
      where w.shop_id = ${at.shop_id} and w.id = s.warehouse_id) as warehouse,
    (select json_build_object('vendor', b.vendor, 'state', b.state, 'problem', b.problem) from courier_bookings b
      where b.shop_id = ${at.shop_id} and b.order_id = s.order_id and b.shipment = s.number
        and b.state <> 'CANCELED') as booking,
    coalesce((select json_agg(json_build_object('event_id', e.event_id, 'happened_at', e.happened_at, 'source', e.source,
        'code', e.code, 'status', e.status, 'is_returning', e.is_returning, 'awb_number', e.awb_number,
        'description', e.description, 'location', e.location) order by e.happened_at, e.event_id)
      from tracking_events e where e.shop_id = ${at.shop_id} and e.order_id = s.order_id and e.number = s.number),
      '[]') as events
  from orders o
  join shipments s on s.shop_id = ${at.shop_id} and s.order_id = o.id
  where o.shop_id = ${at.shop_id} and o.id = ${at.order_id} and ${visibleOrdersSql('o.warehouse_ids', at)}
  order by s.number`,
  { null_apart: 'user_id' },
);

/**
 * The parcels of an order with what was reported of each, as it is stored: no courier is asked. One statement.
 * @throws Refusal 404 if the shop has no such order, or the user cannot see it
 */
export async function listParcelsOfOrder(
  context: Context,
  { order_id }: z.output<typeof ParcelsOfOrderInput>,
): Promise<Shown[]> {
  const user_id = restrictedUser(context);
  const rows = await parcelsOfOrder.run(context.db, { shop_id: context.shop.id, order_id, user_id });
  if (rows.length === 0) throw kernelErrors.refuse('not_found');
  return rows.map((row) => presentParcel(context, row));
}

function presentParcel(context: Context, row: Row): Shown {
  const { time_zone } = context.shop;
  const at = (moment: Date | null) => (moment === null ? null : dateTimeText(moment, time_zone));
  const { booking } = row;
  return {
    shipment: row.number,
    warehouse: row.warehouse,
    is_handled: row.is_handled,
    shipping_status: row.shipping_status ?? 'READY_TO_SHIP',
    awb_number: row.awb_number,
    cod_amount: row.cod_idr,
    label_prints: row.label_prints,
    service: offeredService(row),
    requested_service: row.service,
    requested_at: at(row.requested_at),
    left_at: at(row.left_at),
    ended_at: at(row.ended_at),
    promised_days: row.promised_days,
    is_removed: row.removed_at !== null,
    is_cancel_reason_required: requiresCancelReason(row.courier_id),
    booking: booking && {
      vendor: VENDOR_TITLES[booking.vendor],
      state: booking.state,
      problem: presentProblem(context.language, booking.vendor, booking.problem),
    },
    history: historyOf(context, row),
  };
}

/** What couriers and staff said, by time; of the same moment, what staff set last. */
function historyOf({ shop }: Context, row: Row): Shown['history'] {
  const events = row.events.map((event) => ({ ...event, happened_at: new Date(event.happened_at) }));
  const { effects } = walkEvents(row, events);
  const entries = events.map((event) => ({
    at: event.happened_at,
    by: event.source === 'STAFF' ? ('STAFF' as const) : ('COURIER' as const),
    status: event.status as string | null,
    code: event.code,
    description: event.description,
    location: event.location,
    effect: effects.get(event.event_id) ?? ('KEPT' as const),
  }));
  const { said_at, said_by, said_status } = row;
  if (said_at !== null && said_by === 'STAFF' && said_status !== null)
    entries.push({
      at: said_at,
      by: 'STAFF',
      status: said_status,
      code: said_status,
      description: '',
      location: '',
      effect: 'MOVED',
    });
  return entries
    .toSorted((one, other) => one.at.getTime() - other.at.getTime())
    .map(({ at, ...entry }) => ({ happened_at: dateTimeText(at, shop.time_zone), ...entry }));
}
