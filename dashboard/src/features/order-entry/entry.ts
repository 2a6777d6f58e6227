import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { createContext, useContext } from 'react';
import type { ShippingRate } from './rates.ts';
import { api } from '../session/api.ts';
import { useMe } from '../session/session.ts';
import { EMPTY_DRAFT, receiverOf, weightOf, worthOf, type Draft } from './draft.ts';
import { quoteInputOf, type Given, type Quote } from './request.ts';
import { storedAs, useStored } from '../../ui/stored.ts';
import { useRates } from './rates.ts';

export const SETTLED_AFTER_MS = 200;
const HARDLY_CHANGES_MS = 5 * 60_000;

/** All that the parts of the page share: what was entered, and what the server says of it. */
export interface Entry {
  draft: Draft;
  change: (changes: Partial<Draft>) => void;
  given: Given;
  rates: ReturnType<typeof useRates>;
  rate: ShippingRate | undefined;
  quote: Quote | undefined;
  quote_error: unknown;
  /** Whether the quote is of what stands in the form now. */
  is_quoted: boolean;
  /** Sentences about fields, once saving was tried. */
  errors: Record<string, string>;
}

export const EntryContext = createContext<Entry | null>(null);

export function useEntry(): Entry {
  const entry = useContext(EntryContext);
  if (entry === null) throw new Error('outside of order entry');
  return entry;
}

/** What was entered; on the device with each key, so that nothing can lose it. */
export function useDraft() {
  const { shop, user } = useMe();
  const stored = storedAs<Draft>(`ngorder.new-order.${shop.id}.${user.id}`, EMPTY_DRAFT);
  const draft = useStored(stored);
  return {
    draft,
    change: (changes: Partial<Draft>) => stored.write({ ...stored.read(), ...changes }),
    replace: stored.write,
  };
}

export function useSuppliers() {
  return useQuery({
    queryKey: ['choices', 'suppliers'],
    queryFn: async ({ signal }) => (await api.listSuppliers({}, { signal })).data,
    staleTime: HARDLY_CHANGES_MS,
  });
}

/** The supplier that goods leave from: the one chosen, else the first. */
function useSupplier(draft: Draft) {
  const suppliers = useSuppliers().data;
  return suppliers?.find(({ id }) => id === draft.supplier_id) ?? suppliers?.[0];
}

/** What the page knows beside what was entered: from where it goes, and for how much. */
export function useGiven(draft: Draft, today: string): Pick<Entry, 'given' | 'rates' | 'rate'> {
  const supplier = useSupplier(draft);
  const rates = useRates({
    origin_id: supplier?.district_id ?? null,
    destination_id: receiverOf(draft)?.district_id ?? null,
    weight: weightOf(draft),
    price: worthOf(draft),
  });
  const rate = rates.all.find(({ rate_id }) => rate_id === draft.courier?.id);
  const given: Given = {
    supplier_id: draft.supplier_id ?? supplier?.id ?? null,
    order_date: draft.order_date ?? today,
    rate: draft.courier?.rate ?? rate?.finalRate ?? null,
    insurance: rate?.insuranceRate ?? 0,
  };
  return { given, rates, rate };
}

/** What the server says of the order as a new one. */
export function useQuote(draft: Draft, given: Given): Pick<Entry, 'quote' | 'quote_error' | 'is_quoted'> {
  const input = JSON.stringify(quoteInputOf(draft, given));
  const [settled] = useDebouncedValue(input, SETTLED_AFTER_MS);
  const query = useQuery({
    queryKey: ['orders', 'quote', settled],
    queryFn: async ({ signal }) =>
      (await api.quoteOrder(JSON.parse(settled) as ReturnType<typeof quoteInputOf>, { signal })).data,
    // What was typed last may be still to come: an order of nothing has no price.
    enabled: !settled.startsWith('{"products":[]'),
    placeholderData: keepPreviousData,
  });
  const quote = draft.lines.length === 0 ? undefined : query.data;
  const is_quoted = quote !== undefined && settled === input && !query.isPlaceholderData && !query.isError;
  return { quote, quote_error: query.error, is_quoted };
}

export function useEntryOf(
  draft: Draft,
  { change, errors, today }: Pick<Entry, 'change' | 'errors'> & { today: string },
): Entry {
  const known = useGiven(draft, today);
  return { draft, change, errors, ...known, ...useQuote(draft, known.given) };
}

/** What the buyer pays, with what the courier charges on top. */
export function totalOf(quote: Quote): number {
  return quote.shipping_explanation?.total ?? quote.total;
}
