import { useQuery } from '@tanstack/react-query';
import { useStrings } from '../../ui/language.ts';
import type { Filter } from '../../ui/list/filters.ts';
import { api } from '../session/api.ts';
import { useMay } from '../session/session.ts';
import type { ProductStateName } from './product-state.ts';
import { strings } from './strings.ts';

const ORDERS = [
  'NEWEST',
  'LONGEST',
  'CHEAPEST',
  'EXPENSIVE',
  'LEAST_STOCK',
  'MOST_STOCK',
  'ASC',
  'DESC',
] as const;

export function useProductCategories() {
  return useQuery({
    queryKey: ['products', 'categories'],
    queryFn: async ({ signal }) => (await api.listProductCategories({}, { signal })).data,
    staleTime: 60_000,
  });
}

/** What products can be filtered and sorted by. */
export function useProductFilters(): Filter<ProductStateName>[] {
  const t = useStrings(strings);
  const may = useMay();
  const categories = useProductCategories();
  return [
    {
      name: 'category',
      label: t.category,
      kind: 'choice',
      choices: [
        ...(categories.data ?? []).map(({ id, name }) => ({ value: String(id), label: name })),
        { value: 'UNCATEGORIZED', label: t.uncategorized },
        { value: 'ARCHIVED', label: t.archived },
      ],
    },
    {
      name: 'type',
      label: t.type,
      kind: 'choice',
      choices: [
        { value: 'S', label: t.type_S },
        { value: 'R', label: t.type_R },
        { value: 'PO', label: t.type_PO },
      ],
    },
    {
      name: 'price',
      label: t.price_filter,
      kind: 'choice',
      choices: [
        { value: 'NON_SET_PRICE', label: t.no_price },
        ...(may('cost.read') ? [{ value: 'NON_PROFIT', label: t.no_profit }] : []),
      ],
    },
    {
      name: 'order_by',
      label: t.order,
      kind: 'choice',
      choices: ORDERS.map((order) => ({ value: order, label: t[order] })),
    },
  ];
}
