import { settingErrors } from './errors.ts';

type CostType = 'NOMINAL' | 'PERCENTAGE';

interface Amount {
  type: CostType;
  nominal?: number | undefined;
  percentage?: number | undefined;
}

/**
 * The columns of a cost's amount: of its type only.
 * @throws Refusal 422 where the amount of its type is missing
 */
export function amountColumns({ type, nominal, percentage }: Amount) {
  const amount = type === 'NOMINAL' ? nominal : percentage;
  if (amount === undefined)
    throw settingErrors.refuseField('order_cost_amount', type === 'NOMINAL' ? 'nominal' : 'percentage', {
      type,
    });
  return {
    type,
    nominal_idr: type === 'NOMINAL' ? amount : 0,
    percentage: type === 'PERCENTAGE' ? amount : 0,
  };
}

/**
 * The type of a cost whose amount is changed without a type: that of the only amount given or, if both are given, that
 * of the one that is not 0, because the list shows the other one as 0.
 * @returns undefined if no amount is given
 * @throws Refusal 422 if both are given, and both or neither of them are 0
 */
export function typeOfAmounts({
  nominal,
  percentage,
}: {
  nominal?: number | undefined;
  percentage?: number | undefined;
}): CostType | undefined {
  if (nominal === undefined) return percentage === undefined ? undefined : 'PERCENTAGE';
  if (percentage === undefined) return 'NOMINAL';
  if ((nominal === 0) === (percentage === 0)) throw settingErrors.refuseField('order_cost_type', 'type');
  return nominal === 0 ? 'PERCENTAGE' : 'NOMINAL';
}

/** The kind of a cost under any of the names that the reference has for it. */
export function costCategory(
  category: 'DISCOUNT' | 'OTHER COST' | 'OTHER' | 'COST',
): 'DISCOUNT' | 'OTHER COST' {
  return category === 'DISCOUNT' ? category : 'OTHER COST';
}
