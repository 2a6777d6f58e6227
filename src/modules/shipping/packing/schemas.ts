import { z } from 'zod';
import { aliases, integer, optional, text, withDefault } from '../../../kernel/http/input.ts';
import { named } from '../../../kernel/http/openapi-names.ts';
import { orderLimits } from '../../orders/index.ts';

const parcelFields = {
  code: text({ max: 200 }).describe(
    'AWB number, PO number, invoice number, or the text of the QR code of a label.',
  ),
  shipment: optional(integer({ min: 1, max: orderLimits.order_shipments })).describe(
    'Number of the shipment, for the PO number of an order that is split.',
  ),
};

export const ScanParcelInput = aliases(
  z.object({
    ...parcelFields,
    sku: optional(text({ max: 100 })).describe(
      'SKU of a unit that is packed, also as `barcode`. Without it, nothing is packed.',
    ),
    qty: withDefault(integer({ min: 1, max: 1_000_000 }), 1).describe('How many units are packed.'),
  }),
  { sku: ['barcode'] },
);

export const ResetPackingInput = z.object(parcelFields);

export const ParcelToPack = named('ParcelToPack', {
  order_id: z.int(),
  po_number: z.int(),
  shipment: z.int(),
  shipment_count: z.int(),
  awb_number: z.string().nullable(),
  courier: z.string(),
  receiver: z.string(),
  note: z.string(),
  is_complete: z.boolean().describe('Exactly what was ordered is packed.'),
  qty: z.int().describe('Units to be packed.'),
  packed: z.int().describe('Units that are packed.'),
  lines: z.array(
    z.object({
      variation_id: z.int(),
      warehouse_id: z.int(),
      sku: z.string(),
      name: z.string(),
      color: z.string(),
      size: z.string(),
      shelf: z.string().nullable(),
      qty: z.int().describe('Units to be packed. 0: the product is no longer in the order.'),
      packed: z.int().describe('Units that are packed. More than `qty`: take the others out and reset.'),
    }),
  ),
});
