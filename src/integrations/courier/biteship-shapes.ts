import { z } from 'zod';
import { textOf } from '../json-client.ts';
import { VendorId } from './vendor-client.ts';

const text = z.unknown().optional().transform(textOf);
const id = z.unknown().optional().transform(textOf).pipe(VendorId.nullable());
/** Whatever it is: what cannot be charged is left out of the rates, and the other services stay. */
const rupiah = z
  .unknown()
  .optional()
  .transform((value) => Math.round(Number(value ?? 0)));

export const Areas = z.object({
  areas: z.array(
    z.object({
      id: z.string().min(1),
      administrative_division_level_1_name: z.string(),
      administrative_division_level_2_name: z.string(),
      administrative_division_level_2_type: text,
      administrative_division_level_3_name: z.string(),
      postal_code: text,
    }),
  ),
});

export const Pricing = z.object({
  courier_code: z.string(),
  courier_service_code: z.string(),
  courier_service_name: z.string(),
  price: rupiah,
  insurance_fee: rupiah,
  cash_on_delivery_fee: rupiah,
  duration: text,
  shipment_duration_range: text,
  shipment_duration_unit: text,
  available_for_cash_on_delivery: z.boolean().nullish(),
  available_collection_method: z.array(z.string()).nullish(),
});

export const Order = z.object({
  id: VendorId,
  status: z.string(),
  reference_id: text,
  courier: z.object({ tracking_id: id, waybill_id: text, routing_code: text }).nullish(),
});

const History = z.array(z.object({ note: text, status: z.string(), updated_at: z.string() }));
export const Tracking = z.object({ waybill_id: text, history: History });

export const Duplicate = z.object({ details: z.object({ order_id: VendorId, reference_id: text }) });

export const Callback = z.object({
  event: z.enum(['order.status', 'order.waybill_id']),
  order_id: VendorId,
});
