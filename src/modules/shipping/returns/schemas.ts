import { z } from 'zod';
import {
  id,
  integer,
  keyword,
  list,
  oneOf,
  optional,
  pageFields,
  rupiah,
  text,
  withDefault,
} from '../../../kernel/http/input.ts';
import { named } from '../../../kernel/http/openapi-names.ts';
import { periodFields, refuseEarlyEnd } from '../../../kernel/http/period.ts';
import { orderLimits } from '../../orders/index.ts';
import { RETURN_STATES } from './return-states.ts';

const warehouse = () => integer({ min: 0 });

export const AnnounceReturnInput = z.object({
  order_id: id(),
  shipment: withDefault(integer({ min: 1, max: orderLimits.order_shipments }), 1).describe(
    'Number of the shipment within the order.',
  ),
  reason: text({ max: 200 }).describe('Why the parcel comes back.'),
});

export const UpdateReturnInput = z.object({
  id: id().describe('Return ID.'),
  state: oneOf(['ON_THE_WAY', 'CANCELED']).describe('CANCELED: the parcel does not come back after all.'),
});

export const ReturnIdInput = z.object({ id: id().describe('Return ID.') });

export const ReceiveReturnInput = z.object({
  id: id().describe('Return ID.'),
  warehouse_id: optional(warehouse()).describe(
    'Where the sellable units go. Default: the warehouse that each came from.',
  ),
  lines: withDefault(
    list(
      z.object({
        variation_id: id(),
        sellable: optional(integer({ min: 0 })).describe('Default: what is neither damaged nor missing.'),
        damaged: withDefault(integer({ min: 0 }), 0),
        missing: withDefault(integer({ min: 0 }), 0),
      }),
      { max: orderLimits.order_lines },
    ),
    [],
  ).describe(
    'What was found of each product of the parcel. All units of products that are not named are sellable.',
  ),
  note: withDefault(text({ min: 0, max: 500, multiline: true }), ''),
});

export const SettleReturnInput = z.object({
  id: id().describe('Return ID.'),
  outcome: optional(oneOf(['CANCEL', 'KEEP'])).describe(
    'What happens to the order. Default: CANCEL if all of it came back, otherwise KEEP.',
  ),
  paid_as: withDefault(oneOf(['BALANCE', 'REFUNDED']), 'BALANCE').describe(
    'If the order is cancelled: what happens to the money that was paid. BALANCE: it is added to the balance of the ' +
      'customer; REFUNDED: it was refunded to the customer.',
  ),
  return_fee: optional(rupiah()).describe(
    'What the courier charges for bringing the parcel back. Default: by its charge rule. Requires permission to see costs.',
  ),
  outbound_shipping: optional(rupiah()).describe(
    'What it cost to send the parcel. Default: the shipping cost of the order, or 0 if the order is kept and paid. ' +
      'Requires permission to see costs.',
  ),
});

const filters = {
  keyword: optional(keyword()).describe('Order number, names, phone numbers, AWB number, products or SKUs.'),
  courier: optional(keyword({ max: 50 })).describe('Name or code of a courier.'),
  ...periodFields({ start_date: 'First day on which returns were opened.', end_date: 'Last day.' }),
};

export const ListReturnsInput = z
  .object({ state: optional(oneOf(RETURN_STATES)), ...filters, ...pageFields() })
  .superRefine(refuseEarlyEnd);

export const ScanReturnInput = z.object({
  code: text({ max: 100 }).describe('AWB number, PO number, or the text of the QR code of the label.'),
});

/** How many returns there are in each state, whatever state is asked for. */
export const RETURN_LIST_HEAD = {
  counts: z
    .object(
      Object.fromEntries(RETURN_STATES.map((state) => [state, z.int()])) as Record<
        (typeof RETURN_STATES)[number],
        z.ZodInt
      >,
    )
    .describe('Returns in each state that match the other filters; exact up to 10,000, then 10,001.'),
};

const rowFields = {
  id: z.int(),
  order_id: z.int(),
  shipment: z.int().describe('Number of the shipment within the order.'),
  po_number: z.int(),
  order_status: z.string(),
  awb_number: z.string(),
  shipping_status: z.string().describe('Where the parcel is, as the courier or staff say.'),
  state: z.enum(RETURN_STATES),
  source: z.enum(['STAFF', 'COURIER']).describe('Who announced the return.'),
  reason: z.string(),
  is_sent_back: z
    .boolean()
    .describe('Whether it was delivered before it was received: the receiver, who had it, sent it back.'),
  courier: z.object({ id: z.int(), name: z.string() }),
  customer: z.object({ name: z.string(), phone: z.string() }).describe('The receiver.'),
  announced_at: z.string(),
  on_the_way_at: z.string().nullable(),
  received_at: z.string().nullable(),
  settled_at: z.string().nullable(),
  canceled_at: z.string().nullable(),
  outcome: z.enum(['CANCEL', 'KEEP']).nullable(),
  cost: z.int().nullable().describe('What the settled return cost; null without permission to see costs.'),
};

export const ReturnRow = named('ParcelReturn', rowFields);

export const ReturnDetail = named('ParcelReturnDetail', {
  ...rowFields,
  note: z.string(),
  costs: z
    .object({ outbound_shipping: z.int(), return_fee: z.int(), lost_products: z.int() })
    .nullable()
    .describe('Null before the return is settled, and without permission to see costs.'),
  lines: z
    .array(
      z.object({
        variation_id: z.int(),
        name: z.string(),
        color: z.string(),
        size: z.string(),
        sku: z.string(),
        quantity: z.int().describe('Units in the parcel.'),
        warehouse_id: z.int().describe('Where they came from, or where the sellable units are.'),
        sellable: z.int().nullable().describe('Null before the return is received, as the two below.'),
        damaged: z.int().nullable(),
        missing: z.int().nullable(),
      }),
    )
    .describe('What is in the parcel, in the order of the order lines.'),
});
