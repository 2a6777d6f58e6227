import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { api } from '../session/api.ts';
import { useMay } from '../session/session.ts';

interface NamedWarehouses {
  ids: readonly number[];
  names: readonly string[];
}

const MAIN = 0;

/** The shop's active warehouses, the main one first. */
export function useWarehouses(): NamedWarehouses {
  const may = useMay();
  const query = useQuery({
    queryKey: ['stock', 'warehouses'],
    queryFn: async ({ signal }) => (await api.listWarehouses({ with_main_warehouse: true }, { signal })).data,
    enabled: may('stock.read'),
    staleTime: 60_000,
  });
  const { data } = query;
  return useMemo(() => {
    const active = (data ?? [])
      .filter(({ is_active }) => is_active)
      .toSorted((a, b) => Number(b.id === MAIN) - Number(a.id === MAIN));
    return { ids: active.map(({ id }) => id), names: active.map(({ warehouse }) => warehouse) };
  }, [data]);
}
