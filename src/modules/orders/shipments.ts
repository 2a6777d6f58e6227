import type { Selectable } from 'kysely';
import type { Context } from '../../kernel/context.ts';
import type { DB } from '../../kernel/database/schema.generated.ts';
import { differenceOf } from '../../kernel/difference.ts';
import { kernelErrors, Refusal } from '../../kernel/errors.ts';
import { changeOrder } from './change-order.ts';
import { amountToCollect } from './cod-amount.ts';
import { orderErrors } from './errors.ts';
import type { LockedOrder } from './lock-order.ts';
import { promisedDays } from './way-tariff.ts';
import { hasEnded, hasLeft } from './order-states.ts';
import {
  combinedStatus,
  shippingFault,
  type ShippingSource,
  type ShippingStatus,
} from './shipping-states.ts';

/** A parcel of an order. */
export type Shipment = Selectable<DB['shipments']>;

/** A change of one shipment: another status, another AWB number, or both. */
export interface ShipmentChange {
  number: number;
  /** null: by the courier's tracking, nothing is said of it. */
  shipping_status?: ShippingStatus | null;
  awb_number?: string | null;
  /** How it reaches the courier. */
  service?: 'PICKUP' | 'DROP_OFF';
  /** Taken off the list of shipments, until it returns to READY_TO_SHIP. */
  is_removed?: true;
  /** By the courier's tracking: when it had the parcel first, and when its way ended. Missing: now. */
  left_at?: Date | null;
  ended_at?: Date | null;
}

/** Who reports a change, and the field of the input that refusals name. */
export interface ShipmentReport {
  source: ShippingSource;
  field: string;
  /** Told by stored tracking events of the parcel, from which the status follows; all else is noted beside them. */
  is_tracked?: true;
  /** RETURNED because the receiver, to whom it was delivered, sent it back: that it was delivered stands. */
  is_sent_back?: true;
  /** For the history. */
  reason?: string | undefined;
}

/**
 * The shipments of an order, by number. The lock of the order is that of its shipments: nothing changes them without
 * it.
 */
export function loadShipments(context: Context, { id }: Pick<LockedOrder, 'id'>): Promise<Shipment[]> {
  return context.db
    .selectFrom('shipments')
    .selectAll()
    .where('shop_id', '=', context.shop.id)
    .where('order_id', '=', id)
    .orderBy('number')
    .execute();
}

/** One of them. @throws Refusal 404 if there is no such shipment */
export async function findShipment(
  context: Context,
  order: Pick<LockedOrder, 'id'>,
  number: number,
): Promise<Shipment> {
  const shipment = (await loadShipments(context, order)).find((stored) => stored.number === number);
  if (shipment === undefined) throw kernelErrors.refuse('not_found');
  return shipment;
}

/**
 * Changes shipments of a locked order, and the order with them: the only way in which shipments change, beside AWB numbers
 * of many (`setAwbNumbers`).
 * @throws Refusal 404 if the order has no such shipment; 422 if the step is impossible, or not this source's
 */
export async function changeShipments(
  context: Context,
  order: LockedOrder,
  changes: readonly ShipmentChange[],
  report: ShipmentReport,
): Promise<void> {
  const before = await loadShipments(context, order);
  if (changes.some(({ number }) => before.every((shipment) => shipment.number !== number)))
    throw kernelErrors.refuse('not_found');
  const after = await withPromise(
    context,
    order,
    before.map((shipment) => {
      const change = changes.find(({ number }) => number === shipment.number);
      return change === undefined
        ? shipment
        : { ...shipment, ...columnsAfter(context, shipment, change, report) };
    }),
  );
  for (const [index, shipment] of after.entries())
    if (shipment !== before[index]) await writeShipment(context, shipment);
  await changeOrder(context, order, {
    event: changes.some(({ shipping_status, is_removed }) => shipping_status !== undefined || is_removed)
      ? 'order.shipping_changed'
      : 'order.awb_added',
    columns: {
      shipping_status: combinedStatus(after.map(({ shipping_status }) => shipping_status)),
      awb_number: combinedAwbNumber(after),
    },
    payload: {
      ...(order.is_cod && { cod_idr: await amountToCollect(context, order) }),
      ...(report.is_sent_back && { is_sent_back: true }),
    },
    // Of one, the order says it all.
    further: {
      ...(after.length > 1 &&
        differenceOf({ shipments: before.map(inHistory) }, { shipments: after.map(inHistory) })),
      ...(changes.some(({ is_removed }) => is_removed) && { removed: [false, true] }),
      ...(report.reason !== undefined && { reason: [null, report.reason] }),
    },
  });
}

/** What has left is to arrive within days that are known then: a tariff of later promised nothing for it. */
async function withPromise(
  context: Context,
  order: LockedOrder,
  shipments: readonly Shipment[],
): Promise<Shipment[]> {
  const promised: Shipment[] = [];
  for (const shipment of shipments) {
    const leaves = shipment.left_at !== null && shipment.promised_days === null;
    const days = leaves ? await promisedDays(context, order, shipment.warehouse_id) : null;
    promised.push(leaves ? { ...shipment, promised_days: days } : shipment);
  }
  return promised;
}

/** @throws Refusal 422 */
function columnsAfter(
  context: Context,
  shipment: Shipment,
  { is_removed, ...change }: ShipmentChange,
  { source, field, is_tracked }: ShipmentReport,
): Partial<Shipment> {
  const { shipping_status: to } = change;
  const now = context.clock.now();
  const removed = is_removed && { removed_at: now };
  if (to === undefined) return { ...change, ...removed };
  if (is_tracked === true || to === null) return trackedColumns(shipment, change, now);
  if (shipment.received_at !== null && to !== 'RETURNED')
    throw orderErrors.refuseField('goods_returned', field);
  const fault = shippingFault(shipment.shipping_status, to, source, field);
  if (fault !== undefined) throw new Refusal([fault]);
  // It starts again: nothing was requested.
  if (to === 'READY_TO_SHIP') return { ...change, ...RESTARTED, restarted_at: now };
  return {
    ...change,
    ...removed,
    said_status: to,
    said_by: source,
    said_at: now,
    ...(REQUESTED.has(to) && { requested_at: shipment.requested_at ?? now }),
    ...(hasLeft(to) && { left_at: change.left_at ?? shipment.left_at ?? now }),
    ended_at: hasEnded(to) ? (change.ended_at ?? shipment.ended_at ?? now) : null,
  };
}

/** The stored events were walked step by step: what they tell needs no further rule. */
function trackedColumns(
  shipment: Shipment,
  { shipping_status: to = null, left_at = null, ...change }: Omit<ShipmentChange, 'is_removed'>,
  now: Date,
): Partial<Shipment> {
  return {
    ...change,
    shipping_status: to,
    ...(to !== null && REQUESTED.has(to) && { requested_at: shipment.requested_at ?? now }),
    left_at: hasLeft(to) ? (left_at ?? shipment.left_at ?? now) : left_at,
    ended_at: hasEnded(to) ? (change.ended_at ?? shipment.ended_at ?? now) : null,
  };
}

const RESTARTED = {
  service: null,
  requested_at: null,
  left_at: null,
  promised_days: null,
  ended_at: null,
  removed_at: null,
  said_status: null,
  said_by: null,
  said_at: null,
} satisfies Partial<Shipment>;

const REQUESTED = new Set<ShippingStatus>(['PICKUP_REQUEST', 'DROPOFF']);

async function writeShipment(context: Context, shipment: Shipment): Promise<void> {
  const { shop_id: _, order_id, number, ...columns } = shipment;
  await context.db
    .updateTable('shipments')
    .set(columns)
    .where('shop_id', '=', context.shop.id)
    .where('order_id', '=', order_id)
    .where('number', '=', number)
    .execute();
}

/** The AWB numbers of all shipments, as the lists of orders show and search them. */
export function combinedAwbNumber(shipments: readonly Shipment[]): string | null {
  const numbers = shipments.flatMap(({ awb_number }) => awb_number ?? []);
  return numbers.length === 0 ? null : numbers.join(', ');
}

/** A parcel as the history of an order of several names it. */
export function inHistory({ number, shipping_status, awb_number }: Shipment) {
  return { number, shipping_status, awb_number };
}
