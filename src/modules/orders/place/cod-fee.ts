import type { Language } from '../../../kernel/language.ts';
import { codFeeOnTop, type CodFeeRule } from '../../couriers/index.ts';
import type { OrderPrice } from '../../pricing/index.ts';
import type { PricedCharge } from './price-request.ts';

/** What the charge is called by which the buyer of an order bears the COD fee of its courier. */
export const codFeeName = (courier: string): Readonly<Record<Language, string>> => ({
  en: `COD fee ${courier}`,
  id: `Biaya COD ${courier}`,
});

interface Priced {
  price: OrderPrice;
  charges: PricedCharge[];
  shipping: { logistic_name: string };
}

/**
 * An order whose buyer bears the COD fee: with the charge that pays the courier for collecting it, the shop receives the whole
 * total before. Comes before the amount is rounded.
 * @param bearing.rule undefined: the shop bears the fee, or what of it the buyer bears is among the costs
 */
export function withCodFee<Plan extends Priced>(
  plan: Plan,
  { rule, paid_idr }: { rule: CodFeeRule | undefined; paid_idr: number },
): Plan {
  if (rule === undefined) return plan;
  const fee_idr = codFeeOnTop(rule, Math.max(0, plan.price.total_idr - paid_idr));
  return withCost(plan, codFeeName(plan.shipping.logistic_name).id, fee_idr);
}

/** The plan with one cost more; the same plan where that is nothing. */
export function withCost<Plan extends Pick<Priced, 'price' | 'charges'>>(
  plan: Plan,
  name: string,
  amount_idr: number,
): Plan {
  if (amount_idr === 0) return plan;
  const cost = { name, category: 'OTHER COST', type: 'NOMINAL', percentage: undefined } as const;
  const { price } = plan;
  return {
    ...plan,
    charges: [...plan.charges, { charge: { ...cost, nominal: amount_idr }, amount_idr }],
    price: {
      ...price,
      charge_amounts_idr: [...price.charge_amounts_idr, amount_idr],
      charges_idr: price.charges_idr + amount_idr,
      total_idr: price.total_idr + amount_idr,
    },
  };
}
