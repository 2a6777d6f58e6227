/** The courier number of parcels without a courier: the customer collects them at the shop. */
export const PICKUP_AT_SHOP = 98;

/** Couriers let this much of a started kilogram go free. */
const TOLERANCE_GRAMS = 300;

/**
 * Kilograms that couriers charge for: whole ones, from 1, with 300 g tolerance
 * (1,300 g is 1 kg, 1,310 g is 2 kg).
 */
export function chargeableKg(weight_grams: number): number {
  return Math.max(1, Math.ceil((weight_grams - TOLERANCE_GRAMS) / 1000));
}
