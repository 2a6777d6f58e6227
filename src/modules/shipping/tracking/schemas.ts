import { z } from 'zod';
import {
  boolean,
  id,
  integer,
  moment,
  oneOf,
  optional,
  pageFields,
  text,
  withDefault,
} from '../../../kernel/http/input.ts';
import { named } from '../../../kernel/http/openapi-names.ts';
import { orderLimits } from '../../orders/index.ts';
import { shippingLimits } from '../limits.ts';
import { EVENT_EFFECTS } from '../tracking-walk.ts';

const shipmentNumber = () =>
  withDefault(integer({ min: 1, max: orderLimits.order_shipments }), 1).describe(
    'Number of the shipment within the order.',
  );

export const TrackParcelInput = z.object({
  awb_number: text({ max: 100 }).describe('Air waybill (AWB) number of a parcel of the order.'),
  expedition_id: id().describe('Courier service ID.'),
  order_id: id(),
});

const History = z.object({
  date: z.string(),
  desc: z.string().describe('Code of the event, as reported.'),
  location: z.string().describe('What happened, and where.'),
  status: z.string().nullable().describe('Shipping status of the code; null: the code is unknown.'),
  effect: z
    .enum(EVENT_EFFECTS)
    .describe(
      'MOVED: it set the shipping status. KEPT: it changed nothing. UNKNOWN: its code is unknown. OTHER_AWB: it was ' +
        'reported for an AWB number that has been corrected since.',
    ),
  awb_number: z.string().nullable().describe('The AWB number it was reported for; null: staff recorded it.'),
});

export const ParcelTracked = named('ParcelTracked', {
  '0': z.int(),
  response: z.string(),
  data: z.object({
    awb_number: z.string(),
    rate_name: z.string(),
    delivery_date: z.string().nullable().describe('When the courier received the parcel.'),
    delivery_time: z.string().nullable(),
    weight: z.number().describe('Kilograms.'),
    sender_name: z.string(),
    origin_city: z.string(),
    receiver_name: z.string(),
    receiver_address: z.string(),
    receiver_city: z.string(),
    status: z.string(),
    consignees_name: z.string().nullable(),
    date_received: z.string().nullable(),
    time_received: z.string().nullable(),
    history: z.array(History),
    logistic_name: z.string(),
  }),
});

export const AddTrackingEventInput = z.object({
  order_id: id(),
  shipment: shipmentNumber(),
  status: oneOf([
    'PICKUP_REQUEST',
    'DROPOFF',
    'ON_PROCESS',
    'DELIVERED',
    'UNPICK',
    'RETURNED',
    'LOST',
    'INVALID',
    'SHIPMENT_PROBLEM',
  ]).describe('What the courier says.'),
  description: optional(text({ max: shippingLimits.tracking_text_characters })),
  location: optional(text({ max: 100 })),
  happened_at: optional(moment()).describe('Default: now.'),
});

export const TrackingEventAdded = named('TrackingEventAdded', {
  order_id: z.int(),
  shipment: z.int(),
  shipping_status: z.string(),
  effect: z.enum(EVENT_EFFECTS),
});

export const ListTrackingInput = z.object({
  is_failed: withDefault(boolean(), false).describe('Only parcels whose courier did not answer last time.'),
  ...pageFields(),
});

export const TrackedParcel = named('TrackedParcel', {
  order_id: z.int(),
  po_number: z.int(),
  shipment: z.int(),
  awb_number: z.string().nullable(),
  shipping_status: z.string(),
  vendor: z.string().nullable().describe('Whom was asked last.'),
  next_poll_at: z.string().nullable().describe('When the courier is asked next; null: not any more.'),
  polled_at: z.string().nullable(),
  failures: z.int().describe('Failures in a row.'),
  problem: z.object({ code: z.string(), message: z.string() }).nullable(),
});

export const RefreshTrackingInput = z.object({ order_id: id(), shipment: shipmentNumber() });
