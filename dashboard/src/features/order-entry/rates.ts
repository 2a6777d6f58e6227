import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { Output } from 'ngorder-sdk';
import { api } from '../session/api.ts';

type Answer = Output<'getExpeditionCost'>;
export type ShippingRate = Answer['data']['regular'][number];

interface Way {
  origin_id: number | null;
  destination_id: number | null;
  weight: number;
  price: number;
}

/** What each courier takes for the way; cheapest first. */
export function useRates({ origin_id, destination_id, weight, price }: Way) {
  const query = useQuery({
    queryKey: ['rates', origin_id, destination_id, weight, price],
    queryFn: ({ signal }) =>
      api.getExpeditionCost(
        {
          origin_id: origin_id ?? 0,
          destination_id: destination_id ?? 0,
          weight: Math.max(weight, 1),
          price,
        },
        { signal },
      ),
    enabled: origin_id !== null && destination_id !== null && weight > 0,
    placeholderData: keepPreviousData,
    staleTime: 5 * 60_000,
  });
  const is_known = origin_id !== null && destination_id !== null && weight > 0;
  const { data, meta } = (is_known ? query.data : undefined) ?? {};
  const all: ShippingRate[] =
    data === undefined
      ? []
      : [...data.regular, ...data.express, ...data.trucking].toSorted((a, b) => a.finalRate - b.finalRate);
  return {
    all,
    meta,
    is_known,
    has_origin: origin_id !== null,
    is_loading: query.isFetching,
    error: query.error,
    reload: () => void query.refetch(),
  };
}

const LAST_USED = 'ngorder.last-courier';

/** The service that the last order of this device went by. */
export function lastCourier(): number | null {
  const stored = Number(localStorage.getItem(LAST_USED));
  return stored > 0 ? stored : null;
}

export function rememberCourier(id: number): void {
  localStorage.setItem(LAST_USED, String(id));
}

/** `2–3`: from the fewest days to the most. */
export function daysOf({ min_day, max_day }: ShippingRate): string {
  if (min_day === null && max_day === null) return '–';
  return min_day === max_day || max_day === null || min_day === null
    ? String(min_day ?? max_day)
    : `${min_day}–${max_day}`;
}
