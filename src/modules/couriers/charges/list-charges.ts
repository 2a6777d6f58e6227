import type { z } from 'zod';
import type { Context } from '../../../kernel/context.ts';
import { courierServices, couriers, type Courier } from '../../reference/index.ts';
import { CHARGE_FIELDS, CHARGES_AS_OF, estimatedFields, isCharging } from './charge-rule.ts';
import { chargeRules, type ChargeRules } from './load-charge-rules.ts';
import type { CourierCharge } from './schemas.ts';

/** How each courier charges the shop. */
export async function listCharges(context: Context): Promise<z.input<typeof CourierCharge>[]> {
  const rules = await chargeRules(context);
  return couriers.filter(({ id }) => isCharging(id)).map((courier) => presentCharge(courier, rules));
}

export function presentCharge(courier: Courier, rules: ChargeRules): z.input<typeof CourierCharge> {
  const override = rules.overrides.get(courier.id);
  const own = CHARGE_FIELDS.filter((field) => (override?.[field] ?? null) !== null);
  const rule = rules.ofCourier(courier.id);
  return {
    courier_id: courier.id,
    logistic_name: courier.name,
    cod: courier.cod,
    ...rule,
    services: courierServices
      .filter((service) => service.courier_id === courier.id)
      .map((service) => ({ ...service, minimum_kg: rules.ofService(service).minimum_kg }))
      .filter(({ minimum_kg }) => minimum_kg > rule.minimum_kg)
      .map(({ id, rate_name, minimum_kg }) => ({ id, rate_name, minimum_kg })),
    own,
    estimates: estimatedFields(courier.id).filter((field) => !own.includes(field)),
    as_of: CHARGES_AS_OF,
  };
}
