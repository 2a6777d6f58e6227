import { useQueries } from '@tanstack/react-query';
import { useStrings } from '../../ui/language.ts';
import type { Filter } from '../../ui/list/filters.ts';
import { api } from '../session/api.ts';
import type { ShippingStateName } from './shipping-state.ts';
import { strings } from './strings.ts';

const HARDLY_CHANGES_MS = 5 * 60_000;

/** What the desk can be filtered by. */
export function useShippingFilters(): Filter<ShippingStateName>[] {
  const t = useStrings(strings);
  const [couriers, warehouses, sources] = useQueries({
    queries: [
      choices('couriers', async () =>
        (await api.listActiveExpeditions()).data.map(({ id, show_name }) => ({
          value: String(id),
          label: show_name,
        })),
      ),
      choices('warehouses', async () =>
        (await api.listWarehouses()).data.map(({ id, warehouse }) => ({
          value: String(id),
          label: warehouse,
        })),
      ),
      choices('order-sources', async () =>
        (await api.listOrderSources()).data.map(({ id, marketplace_name, note }) => ({
          value: String(id),
          label: note === '' ? marketplace_name : `${marketplace_name}: ${note}`,
        })),
      ),
    ],
  });
  const choice = (
    name: ShippingStateName,
    label: string,
    found: Choices | undefined,
  ): Filter<ShippingStateName>[] =>
    found === undefined || found.length === 0 ? [] : [{ name, label, kind: 'choice', choices: found }];
  return [
    ...choice('expedition_id', t.courier, couriers.data),
    ...choice('warehouse_id', t.warehouse, warehouses.data),
    ...choice('order_source_id', t.source, sources.data),
    { name: 'start_date', label: t.from, kind: 'day' },
    { name: 'end_date', label: t.to, kind: 'day' },
  ];
}

type Choices = { value: string; label: string }[];

function choices(name: string, queryFn: () => Promise<Choices>) {
  return { queryKey: ['choices', name], queryFn, staleTime: HARDLY_CHANGES_MS };
}
