import type { Context } from '../../../kernel/context.ts';
import {
  CHARGE_FIELDS,
  courierRule,
  serviceRule,
  type ChargeOverride,
  type ChargeRule,
} from './charge-rule.ts';

/** The charge rules of a shop. */
export interface ChargeRules {
  /** @param courier_id of the reference, or a custom courier */
  ofCourier: (courier_id: number) => ChargeRule;
  /** @param service_id of the reference, or a custom courier */
  ofService: (service: { courier_id: number; id: number }) => ChargeRule;
  /** What the shop has set itself. */
  overrides: ReadonlyMap<number, ChargeOverride>;
}

/** Loads how each courier charges the shop, in one statement. */
export async function chargeRules(context: Context): Promise<ChargeRules> {
  const rows = await context.db
    .selectFrom('courier_charges')
    .select(['courier_id', ...CHARGE_FIELDS])
    .where('shop_id', '=', context.shop.id)
    .execute();
  const overrides = new Map(rows.map(({ courier_id, ...override }) => [courier_id, override]));
  return {
    ofCourier: (courier_id) => courierRule(courier_id, overrides.get(courier_id)),
    ofService: ({ courier_id, id }) => serviceRule(id, overrides.get(courier_id)),
    overrides,
  };
}
