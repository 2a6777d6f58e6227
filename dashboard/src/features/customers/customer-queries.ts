import { useQuery } from '@tanstack/react-query';
import type { Row } from 'ngorder-sdk';
import { api } from '../session/api.ts';

export type CustomerRow = Row<'listCustomers'>;
type CategoryCode = 'N' | 'Y' | 'D' | '1' | '2' | '3';

const CODES = ['N', 'Y', 'D', '1', '2', '3'] as const;

export function asCategory(code: string): CategoryCode {
  return CODES.find((known) => known === code) ?? 'N';
}

export function useCustomerCategories() {
  return useQuery({
    queryKey: ['customers', 'categories'],
    queryFn: async ({ signal }) => (await api.listCustomerCategories({}, { signal })).data,
    staleTime: 60_000,
  });
}

/** @returns null for one that the shop does not have */
export function useCustomer(id: number) {
  return useQuery({
    queryKey: ['customers', 'detail', id],
    queryFn: async ({ signal }) =>
      (await api.listCustomers({ customer_id: id, per_page: 1 }, { signal })).data[0] ?? null,
  });
}
