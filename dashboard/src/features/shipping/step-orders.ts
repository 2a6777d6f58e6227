import { useQuery } from '@tanstack/react-query';
import type { Input } from 'ngorder-sdk';
import { usePagedRows } from '../../ui/list/paged-rows.ts';
import type { LoadedRows } from '../../ui/list/list-props.ts';
import type { ListState } from '../../ui/list/url-state.ts';
import { api } from '../session/api.ts';
import type { ShippedOrder } from './parcel-columns.tsx';
import { stepOf, STEPS, type ShippingStateName, type Step } from './shipping-state.ts';

export type ShippingState = ListState<ShippingStateName>;

const PER_PAGE = 50;
const FIRST_DAY = '2000-01-01';

/** The filter of listOrders that has the orders of a step. */
function filterOf({ step: text, ...state }: ShippingState): Input<'listOrders'> {
  const step = stepOf(text);
  // The address holds texts, and the operation reads texts of a query string: the names are the same.
  const chosen = { start_date: FIRST_DAY, ...state } as unknown as Input<'listOrders'>;
  return step === 'TO_PROCESS'
    ? { ...chosen, order_progress_status: 'NO AWB' }
    : { ...chosen, shipping_stage: step };
}

export function useStepOrders(state: ShippingState): LoadedRows<ShippedOrder> {
  return usePagedRows(['orders', 'shipping', state], (place, signal) =>
    api.listOrders({ ...filterOf(state), per_page: PER_PAGE, ...place }, { signal }),
  );
}

/** Every order that the filters let through, up to a number. */
export async function allOrdersOf(state: ShippingState, most: number): Promise<ShippedOrder[]> {
  const orders: ShippedOrder[] = [];
  for await (const order of api.each('listOrders', { ...filterOf(state), per_page: 100 })) {
    orders.push(order);
    if (orders.length > most) break;
  }
  return orders;
}

export type StepCount = { step: Step; count: number; is_exact: boolean };

/** How many orders are at each step, over all days. */
export function useStepCounts(): StepCount[] {
  const { data } = useQuery({
    queryKey: ['orders', 'work'],
    queryFn: async ({ signal }) => (await api.countOrdersByWork({}, { signal })).data,
  });
  return STEPS.map((step) => {
    const found = data?.find(({ tab }) => tab === step);
    return { step, count: found?.count ?? 0, is_exact: found?.is_exact ?? true };
  });
}
