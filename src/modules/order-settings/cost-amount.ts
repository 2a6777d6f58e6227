import { settingErrors } from './errors.ts';

interface Amount {
  type: 'NOMINAL' | 'PERCENTAGE';
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
