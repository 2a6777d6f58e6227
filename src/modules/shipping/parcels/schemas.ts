import { z } from 'zod';
import { dayCursor } from '../../../kernel/http/cursor-input.ts';
import {
  id,
  integer,
  keyword,
  list,
  oneOf,
  optional,
  pageFields,
  text,
  withDefault,
} from '../../../kernel/http/input.ts';
import { named } from '../../../kernel/http/openapi-names.ts';
import { periodFields, refuseEarlyEnd } from '../../../kernel/http/period.ts';
import { orderLimits } from '../../orders/index.ts';
import { shippingLimits } from '../limits.ts';
import { EVENT_EFFECTS } from '../tracking-walk.ts';

const parcelFilters = {
  keyword: optional(keyword()),
  courier: optional(keyword({ max: 50 })).describe('Name or code of a courier.'),
  status: withDefault(
    oneOf([
      'READY_TO_SHIP',
      'PICKUP_REQUEST',
      'UNPICK',
      'ON_PROCESS',
      'DELIVERED',
      'RETURNED',
      'LOST',
      'INVALID',
      'SHIPMENT_PROBLEM',
      'DROPOFF',
    ]),
    'READY_TO_SHIP',
  ),
  type: optional(oneOf(['ORDER_ID', 'CUSTOMER_NAME', 'AWB_NUMBER'])).describe(
    'Field to search for the keyword. AWB numbers are found by their beginning. Default: order number, names, ' +
      'phone numbers, AWB number, products and SKUs.',
  ),
  ...periodFields({
    start_date: 'First order date.',
    end_date: 'Last order date. Default: today, or any date with the type ORDER_ID or AWB_NUMBER.',
  }),
  cod_status: optional(oneOf(['NON_COD', 'COD'])),
  supplier_id: optional(id()),
};

/** The parcels that a list or file is of. */
export const ChosenParcels = z.object(parcelFilters).superRefine(refuseEarlyEnd);

export const DownloadRequested = named('ParcelDownloadRequested', {
  response: z.string(),
  message: z.string(),
});

export const ListParcelsInput = z
  .object({
    ...parcelFilters,
    ...pageFields({ per_page: 50 }),
    cursor: optional(dayCursor()).describe(
      '`next_cursor` of the previous page. Pages are equally fast at any depth.',
    ),
  })
  .superRefine(refuseEarlyEnd);

/** What the list says before its rows. */
export const PARCEL_LIST_HEAD = {
  message: z.string(),
  min_pickup: z.int().describe('Lowest number of parcels for which pickup can be requested.'),
  min_drop_off: z.int(),
  is_cancel_requirement: z
    .boolean()
    .describe('Whether a courier of this page requires a reason to cancel a pickup request.'),
};

export const ParcelRow = named('Parcel', {
  order_id: z.int(),
  shipment: z.int().describe('Number of the shipment within the order.'),
  order_date: z.string(),
  request_date: z.string().nullable().describe('When pickup or drop-off was requested.'),
  po_number: z.int(),
  shipping_status: z.string(),
  printed: z.boolean().describe('Whether its label was printed.'),
  total: z.int().describe('Order total.'),
  supplier: z.object({
    name: z.string(),
    address: z.string(),
    location: z.string(),
    code: z.string().describe('Official code of the district; empty where it is not known.'),
    phone: z.string(),
  }),
  customer: z
    .object({
      name: z.string(),
      phone: z.string(),
      address: z.string(),
      district: z.string(),
      city: z.string(),
      postal_code: z.string(),
    })
    .describe('The receiver.'),
  expedition: z.object({
    logistic_name: z.string(),
    rate_name: z.string(),
    is_cod: z.boolean(),
    cod_amount: z.int().describe('What the courier collects from the receiver.'),
    awb_number: z.string(),
  }),
  service: z.object({ pickup: z.boolean(), drop_off: z.boolean() }),
  dropship: z
    .array(z.object({ name: z.string(), phone: z.string() }))
    .describe('The sender, if the order has a different receiver.'),
});

const shipmentNumber = () =>
  withDefault(integer({ min: 1, max: orderLimits.order_shipments }), 1).describe(
    'Number of the shipment within the order.',
  );

export const RequestPickupInput = z.object({
  pickup_request: list(
    z.object({
      id: id().describe('Order ID.'),
      service: withDefault(oneOf(['PICKUP', 'DROP_OFF']), 'PICKUP'),
      shipment: shipmentNumber(),
    }),
    { min: 1, max: shippingLimits.pickup_requests },
  ).describe('Orders to be picked up or dropped off. Each is processed on its own.'),
});

export const PickupRequested = named('PickupRequested', {
  response: z.string(),
  message: z.string(),
  success_data: z.array(z.int()).describe('IDs of the orders that were requested.'),
  waiting_data: z
    .array(z.int())
    .describe('Of these, the orders that a vendor is still asked to book: see List shipping work.'),
  failed_data: z.array(
    z.object({
      id: z.int(),
      shipment: z.int(),
      code: z.string().describe('Error code.'),
      message: z.string(),
    }),
  ),
  status: z.enum(['PICKUP_REQUEST', 'DROPOFF']),
});

export const CancelPickupInput = z.object({
  id: id().describe('Order ID.'),
  reason: optional(text({ max: 200 })).describe('Required for JNE.'),
  shipment: shipmentNumber(),
});

export const ParcelInput = z.object({
  order_id: id().describe('Order ID.'),
  shipment: shipmentNumber(),
});

export const ParcelChanged = named('ParcelChanged', { id: z.string().describe('Order ID.') });

export const SplitOrderInput = z.object({ order_id: id().describe('Order ID.') });

export const ShipmentsOfOrder = named('ShipmentsOfOrder', {
  order_id: z.int(),
  po_number: z.int(),
  shipments: z.array(
    z.object({
      number: z.int(),
      warehouse_id: z.int().nullable().describe('null: the products of all warehouses.'),
    }),
  ),
});

export const ParcelsOfOrderInput = z.object({ order_id: id().describe('Order ID.') });

export const ParcelOfOrder = named('ParcelOfOrder', {
  shipment: z.int().describe('Number of the shipment within the order.'),
  warehouse: z
    .object({ id: z.int(), name: z.string() })
    .nullable()
    .describe('null: the products of all warehouses.'),
  is_handled: z
    .boolean()
    .describe('Whether you can ship it: users of warehouses ship the parcels of theirs.'),
  shipping_status: z.string(),
  awb_number: z.string().nullable(),
  cod_amount: z.int().describe('What the courier collects from the receiver.'),
  label_prints: z.int().describe('How often its label was printed.'),
  service: z.object({ pickup: z.boolean(), drop_off: z.boolean() }),
  requested_service: z.enum(['PICKUP', 'DROP_OFF']).nullable(),
  requested_at: z.string().nullable().describe('When pickup or drop-off was requested.'),
  left_at: z.string().nullable().describe('When the courier received it.'),
  ended_at: z.string().nullable().describe('When it was delivered, returned or lost.'),
  promised_days: z.int().nullable(),
  is_removed: z.boolean().describe('Whether it was removed from the list of shipments.'),
  is_cancel_reason_required: z.boolean(),
  booking: z
    .object({
      vendor: z.string(),
      state: z.string(),
      problem: z.object({ code: z.string(), message: z.string() }).nullable(),
    })
    .nullable()
    .describe('Booking with a vendor; null: there is none.'),
  history: z
    .array(
      z.object({
        happened_at: z.string(),
        by: z.enum(['COURIER', 'STAFF']),
        status: z.string().nullable().describe('null: the code is unknown.'),
        code: z.string().describe('Code of the event, as reported.'),
        description: z.string(),
        location: z.string(),
        effect: z
          .enum(EVENT_EFFECTS)
          .describe(
            'MOVED: it set the shipping status. KEPT: it changed nothing. UNKNOWN: its code is unknown. OTHER_AWB: it ' +
              'was reported for an AWB number that has been corrected since.',
          ),
      }),
    )
    .describe('What was reported, oldest first.'),
});
