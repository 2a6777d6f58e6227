import { useQuery } from '@tanstack/react-query';
import type { Output } from 'ngorder-sdk';
import { useCommand } from '../../ui/command.ts';
import { readAnew, type Order } from '../order-record/order-record.ts';
import { api } from '../session/api.ts';
import { useMay } from '../session/session.ts';

export type Parcel = Output<'listParcelsOfOrder'>['data'][number];
export type Payment = Output<'listPayments'>['data'][number];

const HARDLY_CHANGES_MS = 5 * 60_000;

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
