import { useQueryClient } from '@tanstack/react-query';
import { NgorderError, type Input, type Row } from 'ngorder-sdk';
import { useState } from 'react';
import { useCommand } from '../../../ui/command.ts';
import { storedAs, useStored } from '../../../ui/stored.ts';
import { api } from '../../session/api.ts';
import { useMe } from '../../session/session.ts';

export type PreviewRow = Row<'previewPrices'>;
type PriceInput = Input<'changePrices'>;
export type WantedPrice = PriceInput['prices'][number];

export interface PriceChange {
  field: PriceInput['field'];
  prices: readonly WantedPrice[];
}

/** What became of the prices of a change. */
export interface PriceOutcome {
  changed: readonly WantedPrice[];
  /** Price of now, by variation. */
  conflicts: ReadonlyMap<number, number>;
  gone: number;
}

const AT_ONCE = 500;
const MISSING = /^prices\.(\d+)\.variation_id$/;

/** Which prices name a variation that there is no more. */
function missingOf(error: unknown): number[] {
  if (!(error instanceof NgorderError) || error.status !== 422) return [];
  return Object.keys(error.fields).flatMap((field) => {
    const place = MISSING.exec(field)?.[1];
    return place === undefined ? [] : [Number(place)];
  });
}

/** One portion; without those that are gone, if any are. */
async function sendPortion(
  field: PriceInput['field'],
  prices: readonly WantedPrice[],
  idempotency_key: string,
): Promise<{ results: { wanted: WantedPrice; result: string; price: number }[]; gone: number }> {
  if (prices.length === 0) return { results: [], gone: 0 };
  try {
    const { data } = await api.changePrices({ field, prices: [...prices] }, { idempotency_key });
    const results = data.results.flatMap(({ result, price }, place) => {
      const wanted = prices[place];
      return wanted === undefined ? [] : [{ wanted, result, price }];
    });
    return { results, gone: 0 };
  } catch (error) {
    const missing = new Set(missingOf(error));
    if (missing.size === 0) throw error;
    const rest = prices.filter((_, place) => !missing.has(place));
    const answer = await sendPortion(field, rest, `${idempotency_key}.again`);
    return { ...answer, gone: answer.gone + missing.size };
  }
}

interface StoredChange {
  field: string;
  at: string;
  prices: WantedPrice[];
}

const NONE: StoredChange = { field: '', at: '', prices: [] };

/** The change that was made last on this device, so that it can be put back later, too. */
export function useLastChange(): { last: StoredChange; keep: (change: StoredChange) => void } {
  const { shop } = useMe();
  const stored = storedAs<StoredChange>(`ngorder.price-change.${shop.id}`, NONE);
  return {
    last: useStored(stored),
    keep: (change) => {
      try {
        stored.write(change);
      } catch {
        // No room on this device: the change is made, and can be put back by another one.
      }
    },
  };
}

/**
 * Changes prices in portions. What was done of it is kept with each portion; pressed again after the connection was lost, it
 * goes on, and nothing is done twice.
 * @param options.is_kept whether it can be put back later
 */
export function usePriceRun(onDone: (outcome: PriceOutcome) => void, { is_kept = true } = {}) {
  const client = useQueryClient();
  const { keep } = useLastChange();
  const [done, setDone] = useState(0);
  const command = useCommand(
    async ({ field, prices }: PriceChange, idempotency_key): Promise<PriceOutcome> => {
      const at = new Date().toISOString();
      const changed: WantedPrice[] = [];
      const conflicts = new Map<number, number>();
      let gone = 0;
      setDone(0);
      for (let from = 0; from < prices.length; from += AT_ONCE) {
        const portion = prices.slice(from, from + AT_ONCE);
        // oxlint-disable-next-line no-await-in-loop -- one portion after the other, so that the server is not flooded
        const answer = await sendPortion(field, portion, `${idempotency_key}.${from}`);
        for (const { wanted, result, price } of answer.results)
          if (result === 'CONFLICT') conflicts.set(wanted.variation_id, price);
          // One that somebody else has set to the same is not ours to put back.
          else if (result === 'CHANGED') changed.push(wanted);
        gone += answer.gone;
        if (is_kept) keep({ field, at, prices: changed });
        setDone(from + portion.length);
      }
      return { changed, conflicts, gone };
    },
    {
      onDone: (outcome) => {
        void client.invalidateQueries({ queryKey: ['products'] });
        void client.invalidateQueries({ queryKey: ['stock', 'list'] });
        onDone(outcome);
      },
      onError: () => undefined,
    },
  );
  return { command, done };
}
