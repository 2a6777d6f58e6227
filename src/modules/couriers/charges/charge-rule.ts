import { findCourier, findService } from '../../reference/index.ts';
import startingRules from './charge-rules.json' with { type: 'json' };

/** How a courier charges for a parcel; amounts in whole rupiah, rates in basis points (1 = 0.01 %). */
export interface ChargeRule {
  /** So much of a started weight step goes free. */
  tolerance_grams: number;
  /** What the lightest parcel is charged as. */
  minimum_kg: number;
  /** The step that weights are rounded up to. */
  rounding_grams: number;
  /** The volumetric divisor: so many cubic centimetres are charged as a kilogram. */
  volumetric_cm3_per_kg: number;
  insurance_bp: number;
  /** Added to what the rate gives. */
  insurance_fixed_idr: number;
  insurance_minimum_idr: number;
  /** There is no insurance up to this value. */
  insurance_above_idr: number;
  insurance_basis: 'GOODS' | 'GOODS_AND_SHIPPING';
  /** Of the amount that the courier collects. */
  cod_fee_bp: number;
  cod_fee_minimum_idr: number;
  /** Who bears the COD fee: BUYER where the shop adds it to the order. */
  cod_fee_payer: 'SELLER' | 'BUYER';
  /** Of the outbound shipping cost, for a parcel that comes back. */
  return_fee_bp: number;
  /** Of a wooden packing. */
  packing_fixed_idr: number;
  packing_idr_per_kg: number;
}

export type ChargeField = keyof ChargeRule;

/** What a shop has set for a courier; null: the value that the product starts with. */
export type ChargeOverride = { [Field in ChargeField]: ChargeRule[Field] | null };

/** The day of the starting values. */
export const CHARGES_AS_OF = startingRules.as_of;

const STANDARD = startingRules.of_all as ChargeRule;

/** Of custom couriers, pickup at the shop and manual input, which take what they are paid: only weights are reckoned. */
const NO_CHARGES = {
  insurance_bp: 0,
  cod_fee_bp: 0,
  return_fee_bp: 0,
  packing_fixed_idr: 0,
  packing_idr_per_kg: 0,
} satisfies Partial<ChargeRule>;

export const CHARGE_FIELDS = Object.keys(STANDARD) as ChargeField[];

const of_courier = new Map(startingRules.couriers.map((entry) => [entry.courier_id, entry]));

/** Fields of a courier whose starting values are estimates. */
export function estimatedFields(courier_id: number): ChargeField[] {
  const known = new Set<string>([...startingRules.known, ...(of_courier.get(courier_id)?.known ?? [])]);
  return CHARGE_FIELDS.filter((field) => !known.has(field));
}

/**
 * The charge rule of a courier.
 * @param courier_id of the reference, or a custom courier of the shop
 * @param override what the shop has set for it
 */
export function courierRule(courier_id: number, override?: Partial<ChargeOverride>): ChargeRule {
  if (!isCharging(courier_id)) return { ...STANDARD, ...NO_CHARGES };
  const own = Object.entries(override ?? {}).filter(([, value]) => value !== null);
  const started = of_courier.get(courier_id)?.rule as Partial<ChargeRule> | undefined;
  return { ...STANDARD, ...started, ...Object.fromEntries(own) };
}

/**
 * The charge rule of a courier service: that of its courier, and the minimum weight of the service, if that is higher
 * (trucking from 10 kg).
 * @param service_id of the reference, or a custom courier
 */
export function serviceRule(service_id: number, override?: Partial<ChargeOverride>): ChargeRule {
  const service = findService(service_id);
  const rule = courierRule(service?.courier_id ?? service_id, override);
  return { ...rule, minimum_kg: Math.max(rule.minimum_kg, service?.min_weight_kg ?? 0) };
}

/** Whether it is a parcel company with charges: pickup at the shop, manual input and custom couriers are not. */
export function isCharging(courier_id: number): boolean {
  return findCourier(courier_id)?.virtual === false;
}
