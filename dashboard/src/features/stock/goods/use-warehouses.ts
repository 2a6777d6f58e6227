import { useQuery } from '@tanstack/react-query';
import { api } from '../../session/api.ts';

const MAIN = 0;

/** Warehouses that the person works in, the main one first, as choices of a field. */
export function useWarehouseChoices(): { value: string; label: string }[] {
  const { data } = useQuery({
    queryKey: ['stock', 'warehouses'],
    queryFn: async ({ signal }) => (await api.listWarehouses({ with_main_warehouse: true }, { signal })).data,
    staleTime: 60_000,
  });
  return (data ?? [])
    .toSorted((a, b) => Number(b.id === MAIN) - Number(a.id === MAIN))
    .map(({ id, warehouse }) => ({ value: String(id), label: warehouse }));
}
