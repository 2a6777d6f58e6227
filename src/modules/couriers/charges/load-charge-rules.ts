import type { Context } from '../../../kernel/context.ts';
import { namedStatement } from '../../../kernel/database/named-statement.ts';
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
  /** @param service of the reference; a custom courier is its own service */
  ofService: (service: { courier_id: number; id: number }) => ChargeRule;
  /** What the shop has set itself. */
  overrides: ReadonlyMap<number, ChargeOverride>;
  /** What COD amounts are rounded up to; 0: not at all. */
  cash_rounding_idr: number;
}

export interface ChargesRow {
  cash_rounding_idr: number;
  charges: (ChargeOverride & { courier_id: number })[];
}

/** How couriers charge a shop, as JSON. @param shop_id of the statement */
export const chargesSql = (
  shop_id: string,
): string => `(select coalesce(json_agg(row_to_json(found)), '[]') from (
  select courier_id, ${CHARGE_FIELDS.join(', ')} from courier_charges where shop_id = ${shop_id}) found)`;

const findCharges = namedStatement<ChargesRow, { shop_id: number }>(
  'find_courier_charges',
  (at) => `select cash_rounding_idr, ${chargesSql(at.shop_id)} as charges
    from courier_settings where shop_id = ${at.shop_id}`,
);

/** Loads how each courier charges the shop, in one statement. */
export async function chargeRules(context: Context): Promise<ChargeRules> {
  const [row] = await findCharges.run(context.db, { shop_id: context.shop.id });
  if (row === undefined) throw new Error(`shop ${context.shop.id} has no courier settings`);
  return rulesOf(row);
}

export function rulesOf(row: ChargesRow): ChargeRules {
  const overrides = new Map(row.charges.map(({ courier_id, ...override }) => [courier_id, override]));
  return {
    ofCourier: (courier_id) => courierRule(courier_id, overrides.get(courier_id)),
    ofService: ({ courier_id, id }) => serviceRule(id, overrides.get(courier_id)),
    overrides,
    cash_rounding_idr: row.cash_rounding_idr,
  };
}
