import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { Output } from 'ngorder-sdk';
import { api } from '../session/api.ts';
import type { Draft } from './draft.ts';
import { editInputOf } from './edit-request.ts';
import type { EditBase } from './edit-state.ts';
import { SETTLED_AFTER_MS, useGiven, useQuote, type Entry } from './entry.ts';
import type { Quote } from './request.ts';

export type Preview = Output<'previewOrderEdit'>['data'];

export interface EditEntry extends Entry {
  preview: Preview | undefined;
  /** What is sent; undefined while something is missing. */
  input: ReturnType<typeof editInputOf>;
}

/** What was changed, and what the server says of it: the money and the stock as they will be once it is saved. */
export function useEditEntry(
  draft: Draft,
  base: EditBase,
  { change, errors, today }: Pick<Entry, 'change' | 'errors'> & { today: string },
): EditEntry {
  const known = useGiven(draft, today);
  const { quote } = useQuote(draft, known.given);
  const input = editInputOf(draft, known.given, base);
  const text = JSON.stringify(input ?? null);
  const [settled] = useDebouncedValue(text, SETTLED_AFTER_MS);
  const query = useQuery({
    queryKey: ['orders', 'preview', settled],
    queryFn: async ({ signal }) =>
      (await api.previewOrderEdit(JSON.parse(settled) as NonNullable<typeof input>, { signal })).data,
    enabled: settled !== 'null',
    placeholderData: keepPreviousData,
  });
  const preview = input === undefined ? undefined : query.data;
  const is_quoted = preview !== undefined && settled === text && !query.isPlaceholderData && !query.isError;
  return {
    ...known,
    draft,
    change,
    errors,
    input,
    preview,
    quote: preview === undefined ? quote && { ...quote, problems: [] } : quoteOf(preview, quote),
    quote_error: input === undefined ? null : query.error,
    is_quoted,
  };
}

/** Prices as the order will have them; the reasons and promos are those of a new order with the same goods. */
function quoteOf({ after }: Preview, quote: Quote | undefined): Quote {
  const { lines, ...sums } = after;
  return {
    customer_category_code: quote?.customer_category_code ?? 'N',
    ...sums,
    shipping_promo_id: quote?.shipping_promo_id ?? null,
    lines: lines.map((line, at) => {
      const quoted = quote?.lines[at];
      const is_same = quoted?.variation_id === line.variation_id && quoted.price === line.price;
      return { ...line, weight: 0, stock_left: null, explanation: is_same ? quoted.explanation : [] };
    }),
    shipping_explanation: null,
    promos: quote?.promos ?? [],
    problems: [],
  };
}
