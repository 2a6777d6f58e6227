import { sql } from 'kysely';
import { chargeableWeight, serviceRule, type ChargeOverride } from '../../couriers/index.ts';

type WeightOverride = Pick<
  ChargeOverride,
  'tolerance_grams' | 'minimum_kg' | 'rounding_grams' | 'volumetric_cm3_per_kg'
>;

/** How the courier of the order at hand weighs for the shop, where it has set that; part of the page's one statement. */
export const weightRuleOfOrder = (shop_id: number) => sql<WeightOverride | null>`(
  select row_to_json(found) from (
    select c.tolerance_grams, c.minimum_kg, c.rounding_grams, c.volumetric_cm3_per_kg
    from courier_charges c where c.shop_id = ${shop_id} and c.courier_id = orders.courier_id) as found)`;

/** The kilograms that the courier of an order charges for: whole ones, a started one counts. */
export function chargedKg(order: {
  courier_service_id: number;
  weight_grams: number;
  volume_cm3: number;
  weight_rule: WeightOverride | null;
}): number {
  const rule = serviceRule(order.courier_service_id, order.weight_rule ?? undefined);
  return Math.ceil(chargeableWeight(rule, order).chargeable_kg);
}
