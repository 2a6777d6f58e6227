import type { Language } from '../../../kernel/language.ts';
import { roundCash } from '../../couriers/index.ts';
import type { OrderPrice } from '../../pricing/index.ts';
import { withCost } from './cod-fee.ts';
import type { PricedCharge } from './price-request.ts';

/** What the charge is called by which the COD amount of an order is rounded up. */
export const COD_ROUNDING: Readonly<Record<Language, string>> = { en: 'COD rounding', id: 'Pembulatan COD' };

type Charge = PricedCharge['charge'];

/** When COD amounts are rounded up: the shop decides, and for all its COD orders. */
interface RoundingFacts {
  is_cod: boolean;
  /** 0: not rounded. */
  cash_rounding_idr: number;
}

/** The charges without that of an earlier rounding, which is reckoned anew. */
export function withoutRounding(
  charges: readonly Charge[],
  { is_cod, cash_rounding_idr }: RoundingFacts,
): Charge[] {
  return charges.filter((charge) => !is_cod || cash_rounding_idr === 0 || !isRounding(charge));
}

/** Whether a charge is that of a rounding, in whatever language it was quoted. */
export function isRounding({ name, category, type }: Pick<Charge, 'name' | 'category' | 'type'>): boolean {
  return category === 'OTHER COST' && type === 'NOMINAL' && Object.values(COD_ROUNDING).includes(name);
}

/**
 * An order whose courier collects what it has change for: the total, less what was paid before, rounded up, with a charge
 * that says so. So what is quoted, stands on papers, is booked with a vendor and entered when it is collected is one
 * amount.
 */
export function roundedUp<Plan extends { price: OrderPrice; charges: PricedCharge[] }>(
  plan: Plan,
  { is_cod, cash_rounding_idr, paid_idr }: RoundingFacts & { paid_idr: number },
): Plan {
  const remaining_idr = Math.max(0, plan.price.total_idr - paid_idr);
  const amount_idr = is_cod ? roundCash(remaining_idr, cash_rounding_idr) - remaining_idr : 0;
  return withCost(plan, COD_ROUNDING.id, amount_idr);
}
