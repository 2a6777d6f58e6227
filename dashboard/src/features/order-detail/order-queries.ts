import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { NgorderError, type Output, type Row } from 'ngorder-sdk';
import { useCommand } from '../../ui/command.ts';
import { api } from '../session/api.ts';
import { queries, useMay } from '../session/session.ts';

export type Order = Output<'getOrder'>['data'];
export type Parcel = Output<'listParcelsOfOrder'>['data'][number];
export type Payment = Output<'listPayments'>['data'][number];
export type Change = Row<'getOrderHistory'>;

const HARDLY_CHANGES_MS = 5 * 60_000;
const CHANGES_OF_A_PAGE = 20;

/** The order; null where the shop has none with this number, or the user does not see it. */
export function useOrder(id: number) {
  return useQuery({
    queryKey: ['orders', 'detail', id],
    queryFn: async ({ signal }): Promise<Order | null> => {
      if (!Number.isSafeInteger(id) || id < 1) return null;
      try {
        return (await api.getOrder({ id }, { signal })).data;
      } catch (error) {
        if (error instanceof NgorderError && error.status === 404) return null;
        throw error;
      }
    },
  });
}

export function useParcels(order_id: number) {
  return useQuery({
    queryKey: ['parcels', 'of-order', order_id],
    queryFn: async ({ signal }) => (await api.listParcelsOfOrder({ order_id }, { signal })).data,
  });
}

export function usePayments(order_id: number) {
  const may = useMay();
  return useQuery({
    queryKey: ['orders', 'payments', order_id],
    queryFn: async ({ signal }) => (await api.listPayments({ id: order_id }, { signal })).data,
    enabled: may('banks.read'),
  });
}

export function useBanks() {
  const may = useMay();
  return useQuery({
    queryKey: ['choices', 'receiving-banks'],
    queryFn: async ({ signal }) => (await api.listBankAccounts({}, { signal })).data,
    enabled: may('banks.read'),
    staleTime: HARDLY_CHANGES_MS,
  });
}

/** By their numbers; of those that the user does not see there is none. */
export function useWarehouseNames(): ReadonlyMap<number, string> {
  const may = useMay();
  const { data } = useQuery({
    queryKey: ['choices', 'warehouse-names'],
    queryFn: async ({ signal }) => (await api.listWarehouses({}, { signal })).data,
    enabled: may('stock.read'),
    staleTime: HARDLY_CHANGES_MS,
  });
  return new Map((data ?? []).map(({ id, warehouse }) => [id, warehouse]));
}

/** What became of the order, newest first. */
export function useHistory(order_id: number) {
  return useInfiniteQuery({
    queryKey: ['orders', 'history', order_id],
    initialPageParam: 1,
    queryFn: ({ pageParam, signal }) =>
      api.getOrderHistory(
        { id: order_id, per_page: CHANGES_OF_A_PAGE, pagination_offset: pageParam },
        { signal },
      ),
    getNextPageParam: ({ meta: { pagination } }) =>
      pagination.current_page < pagination.total_pages ? pagination.current_page + 1 : undefined,
  });
}

/** The payment of a buyer that an order of the store waits with, to be accepted or rejected. */
export function useBuyerPayment({ order_id, po_number, order_status }: Order) {
  const may = useMay();
  return useQuery({
    queryKey: ['orders', 'buyer-payment', order_id],
    queryFn: async ({ signal }) => {
      const { data } = await api.listUnconfirmedPayments(
        { keyword: String(po_number), payment_status: 'ALL', per_page: 50 },
        { signal },
      );
      return data.find(({ orders }) => orders.some((one) => Number(one.order_id) === order_id)) ?? null;
    },
    enabled: order_status === 'UNCONFIRMED' && may('checkouts.read'),
  });
}

/** What an order is part of: lists, counts, stock. */
const TOUCHED = [['orders'], ['parcels'], ['stock'], ['customers'], ['home']];

export async function readAnew(): Promise<void> {
  await Promise.all(TOUCHED.map((queryKey) => queries.invalidateQueries({ queryKey })));
}

/** Something done with an order: what shows it is read anew, also where it was refused, as it may have changed meanwhile. */
export function useOrderCommand<Input, Result>(
  run: (input: Input, idempotency_key: string) => Promise<Result>,
  options: { onDone?: (result: Result) => void; onError?: (error: unknown) => void } = {},
) {
  return useCommand(async (input: Input, idempotency_key) => {
    try {
      return await run(input, idempotency_key);
    } finally {
      void readAnew();
    }
  }, options);
}
