import { sql } from 'kysely';
import type { Database } from '../../kernel/database/connection.ts';
import { MOST_DIFFERENCES } from '../../kernel/module.ts';
import type { ShippingStatus } from '../orders/index.ts';
import { walkEvents, type SaidOfShipment, type WalkedEvent } from './tracking-walk.ts';

/** Parcels read at a time. */
const BATCH = 2_000;

interface Tracked extends SaidOfShipment {
  shop_id: number;
  order_id: number;
  number: number;
  shipping_status: ShippingStatus | null;
  events: (Omit<WalkedEvent, 'happened_at'> & { happened_at: string })[];
}

/** Parcels with tracking events whose status is another than these tell. */
export async function findTrackingDifferences(db: Database): Promise<unknown[]> {
  const differences: unknown[] = [];
  let after = { shop_id: 0, order_id: 0, number: 0 };
  while (differences.length < MOST_DIFFERENCES) {
    const rows = await trackedAfter(db, after);
    for (const { events, ...parcel } of rows) {
      const dated = events.map((event) => ({ ...event, happened_at: new Date(event.happened_at) }));
      const { status } = walkEvents(parcel, dated);
      const { shop_id, order_id, number, shipping_status } = parcel;
      if (status !== shipping_status)
        differences.push({ shop_id, order_id, number, shipping_status, events_tell: status });
    }
    const last = rows.at(-1);
    if (last === undefined || rows.length < BATCH) break;
    after = last;
  }
  return differences.slice(0, MOST_DIFFERENCES);
}

async function trackedAfter(
  db: Database,
  { shop_id, order_id, number }: { shop_id: number; order_id: number; number: number },
): Promise<Tracked[]> {
  const { rows } = await sql<Tracked>`
    select s.shop_id, s.order_id, s.number, s.shipping_status, s.restarted_at, s.said_status, s.said_by, s.said_at, s.received_at,
      s.awb_number, tracked.events
    from (
      select e.shop_id, e.order_id, e.number,
        json_agg(json_build_object('event_id', e.event_id, 'happened_at', e.happened_at, 'status', e.status,
          'is_returning', e.is_returning, 'awb_number', e.awb_number)) as events
      from tracking_events e
      where (e.shop_id, e.order_id, e.number) > (${shop_id}::bigint, ${order_id}::bigint, ${number}::smallint)
      group by e.shop_id, e.order_id, e.number
      order by e.shop_id, e.order_id, e.number limit ${BATCH}) as tracked
    join shipments s on s.shop_id = tracked.shop_id and s.order_id = tracked.order_id and s.number = tracked.number
    order by s.shop_id, s.order_id, s.number`.execute(db);
  return rows;
}
