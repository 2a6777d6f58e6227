import { z } from 'zod';
import { boolean, id, integer, optional, rupiah, withDefault } from '../../../kernel/http/input.ts';
import { named } from '../../../kernel/http/openapi-names.ts';
import { shippingLimits } from '../limits.ts';

const { rate_kg, rate_cm } = shippingLimits;
const side = () => optional(integer({ min: 1, max: rate_cm }));

export const GetCostInput = z.object({
  origin_id: id().describe('District ID from Search regions, usually that of the supplier.'),
  destination_id: id().describe('District ID from Search regions.'),
  weight: integer({ min: 0, max: rate_kg * 1000 }).describe(
    'Total weight of the products in grams, as products have it. Couriers round it by their own rules.',
  ),
  price: rupiah().describe('Value of the products, without shipping cost.'),
  is_privor: withDefault(boolean(), false).describe('Whether the discount is that of promos for Privor.'),
  is_shipper: withDefault(boolean(), false).describe(
    'Accepted for compatibility: the rates of Shipper are in the response whenever the shop is connected.',
  ),
  is_cod: withDefault(boolean(), false).describe('Only services that collect cash on delivery.'),
  length: side().describe('Size of the parcel in centimetres; it counts if all three are given.'),
  width: side(),
  height: side(),
});

const flag = () => z.literal([0, 1]);

const RateAnswer = named('ShippingRate', {
  name: z.string().describe('Name of the courier.'),
  logo_url: z.string(),
  rate_id: z.int().describe('Courier service ID, or ID of a custom courier: `expedition.id` of an order.'),
  show_id: z.int().describe('1: regular, 2: express, 3: trucking.'),
  rate_name: z.string(),
  stop_origin: z.int(),
  stop_destination: z.int(),
  weight: z.number().describe('Kilograms.'),
  volumeWeight: z.number().describe('What the volume counts as, in kilograms.'),
  finalWeight: z.number().describe('Kilograms that the courier charges.'),
  itemPrice: z.int(),
  item_price: z.int(),
  finalRate: z.int().describe('Shipping cost, without insurance, COD fee and discount.'),
  insuranceRate: z.int(),
  compulsory_insurance: flag(),
  liability: z.int(),
  discount: z.int().describe('What the best running shipping promo takes off, for customers of category N.'),
  min_day: z.int().nullable(),
  max_day: z.int().nullable(),
  pickup_agent: flag(),
  is_pickup_available: flag(),
  is_cod: z.boolean().describe('Whether the courier collects cash on delivery.'),
  cod_fee: z.int(),
  is_estimate: z.boolean().describe('True: our estimate. The courier may charge another price.'),
  vendor: z.string().describe('`local`: from the tariff of the shop; else the vendor whose price it is.'),
});

const End = z.object({
  area_id: z.string(),
  district_id: z.string(),
  desc: z.string(),
});

const Service = z.object({ rate_id: z.int(), name: z.string(), rate_name: z.string(), text: z.string() });

export const CostAnswer = named('ShippingCost', {
  status: z.object({ code: z.int(), message: z.string() }),
  data: z.object({
    regular: z.array(RateAnswer),
    express: z.array(RateAnswer),
    trucking: z.array(RateAnswer),
  }),
  meta: z.object({
    origin: End,
    destination: End,
    weight: z.object({ total: z.string(), type: z.literal('Kg') }),
    is_shipper_api: z.boolean().describe('Whether rates of Shipper are in the response.'),
    use_cod: z.boolean().describe('Whether any of the services collects cash on delivery.'),
    estimate: z
      .object({ date: z.string(), source: z.string(), text: z.string() })
      .nullable()
      .describe('Where the estimates among the rates come from.'),
    without_tariff: z
      .array(Service)
      .describe('Active services without a price for this way, and how to enter one by hand.'),
    unanswered: z
      .array(z.object({ vendor: z.string(), name: z.string(), reason: z.string(), text: z.string() }))
      .describe('Vendors that have not answered: their rates are missing.'),
  }),
});
