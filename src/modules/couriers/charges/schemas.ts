import { z } from 'zod';
import { clearable, id, integer, oneOf, rupiah } from '../../../kernel/http/input.ts';
import { named } from '../../../kernel/http/openapi-names.ts';
import { CHARGE_FIELDS, type ChargeField } from './charge-rule.ts';

const amount = () => clearable(rupiah({ max: 1_000_000_000 }));
const rate = (max: number) => clearable(integer({ min: 0, max }));

const fields = {
  tolerance_grams: clearable(integer({ min: 0, max: 10_000 })).describe(
    'Grams of a started weight step that are not charged.',
  ),
  minimum_kg: clearable(integer({ min: 1, max: 1_000 })),
  rounding_grams: clearable(integer({ min: 1, max: 10_000 })).describe(
    'Weight step that weights are rounded up to.',
  ),
  volumetric_cm3_per_kg: clearable(integer({ min: 1_000, max: 100_000 })).describe(
    'Volumetric divisor: length × width × height in cm, divided by this, is the volumetric weight in kg.',
  ),
  insurance_bp: rate(10_000).describe('Insurance rate in basis points (20 = 0.2%).'),
  insurance_fixed_idr: amount().describe('Amount added to the insurance.'),
  insurance_minimum_idr: amount(),
  insurance_above_idr: amount().describe('The parcel is insured only if its value is higher than this.'),
  insurance_basis: clearable(oneOf(['GOODS', 'GOODS_AND_SHIPPING'])).describe('Value that is insured.'),
  cod_fee_bp: rate(5_000).describe('COD fee in basis points of the collected amount (300 = 3%).'),
  cod_fee_minimum_idr: amount(),
  cod_fee_payer: clearable(oneOf(['SELLER', 'BUYER'])),
  return_fee_bp: rate(10_000).describe('Return fee in basis points of the outbound shipping cost.'),
  packing_fixed_idr: amount().describe('Wooden packing: price per parcel.'),
  packing_idr_per_kg: amount().describe('Wooden packing: added for each chargeable kilogram.'),
} satisfies Record<ChargeField, z.ZodType>;

export const UpdateChargeInput = z.object({
  courier_id: id().describe('Courier ID: 1 JNE, 2 TIKI, 3 POS, 4 SiCepat …'),
  ...fields,
});

export const CourierCharge = named('CourierCharge', {
  courier_id: z.int(),
  logistic_name: z.string(),
  cod: z.boolean().describe('Whether the courier collects cash on delivery.'),
  tolerance_grams: z.int(),
  minimum_kg: z.int(),
  rounding_grams: z.int(),
  volumetric_cm3_per_kg: z.int(),
  insurance_bp: z.int(),
  insurance_fixed_idr: z.int(),
  insurance_minimum_idr: z.int(),
  insurance_above_idr: z.int(),
  insurance_basis: z.enum(['GOODS', 'GOODS_AND_SHIPPING']),
  cod_fee_bp: z.int(),
  cod_fee_minimum_idr: z.int(),
  cod_fee_payer: z.enum(['SELLER', 'BUYER']),
  return_fee_bp: z.int(),
  packing_fixed_idr: z.int(),
  packing_idr_per_kg: z.int(),
  services: z
    .array(z.object({ id: z.int(), rate_name: z.string(), minimum_kg: z.int() }))
    .describe('Courier services with a higher minimum weight.'),
  own: z.array(z.enum(CHARGE_FIELDS)).describe('Fields that the shop has set itself.'),
  estimates: z
    .array(z.enum(CHARGE_FIELDS))
    .describe('Fields that the shop has not set, and whose value is an estimate.'),
  as_of: z.string().describe('Date of the values that the shop has not set.'),
});
