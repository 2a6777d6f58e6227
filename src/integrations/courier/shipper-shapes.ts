import { z } from 'zod';
import { textOf } from '../json-client.ts';
import { VendorId } from './vendor-client.ts';

const text = z.unknown().optional().transform(textOf);
const named = z.object({ name: text }).nullish();

export const Locations = z.object({
  data: z
    .array(
      z.object({
        adm_level_2: named,
        adm_level_3: named,
        adm_level_4: named,
        adm_level_5: z.object({ id: z.int().positive(), postcode: text }),
        display_txt: z.string().nullish(),
        postcodes: z.array(z.string()).nullish(),
      }),
    )
    .nullable(),
});

export const Price = z.object({
  logistic: z.object({ name: z.string() }),
  rate: z.object({ id: z.int(), name: z.string() }),
  min_day: z.int().nullish(),
  max_day: z.int().nullish(),
  discounted_price: z.number().nullish(),
  total_price: z.number(),
  insurance_fee: z.number().nullish(),
  must_use_insurance: z.boolean().nullish(),
});
export const Pricing = z.object({ data: z.object({ pricings: z.array(Price).nullable() }) });

export const Step = z.object({
  shipper_status: z.object({ code: z.int(), name: text, description: text }),
  created_date: z.string(),
});
export const Order = z.object({
  order_id: VendorId,
  external_id: text,
  awb_number: text,
  creation_date: text,
  shipment_status: z.object({ code: z.int() }).nullish(),
  trackings: z.array(Step).nullish(),
});
export type Order = z.output<typeof Order>;

export const Callback = z
  .object({ tracking_id: text, order_tracking_id: text, order_id: text })
  .transform((body) => ({ id: body.tracking_id ?? body.order_tracking_id ?? body.order_id }))
  .pipe(z.object({ id: VendorId }));
