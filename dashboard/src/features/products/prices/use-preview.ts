import type { Input } from 'ngorder-sdk';
import { useEffect, useRef, useState } from 'react';
import { api } from '../../session/api.ts';
import type { PreviewRow } from './price-run.ts';

const MOST_ROWS = 20_000;
const PER_PAGE = 100;
const TOLD_EACH = 500;

interface Preview {
  rows: PreviewRow[] | undefined;
  error: unknown;
  is_reading: boolean;
  is_too_many: boolean;
  read_count: number;
  /** Of how manieth reading: another one is another table. */
  number: number;
}

const NOTHING: Preview = {
  rows: undefined,
  error: null,
  is_reading: false,
  is_too_many: false,
  read_count: 0,
  number: 0,
};

/** Reads what a rule would make of all prices, page after page; a new question ends the one before. */
export function usePreview() {
  const [preview, setPreview] = useState(NOTHING);
  const reading = useRef<AbortController>(undefined);
  useEffect(() => () => reading.current?.abort(), []);
  const clear = () => {
    reading.current?.abort();
    setPreview(({ number }) => ({ ...NOTHING, number }));
  };
  const read = async (input: Input<'previewPrices'>) => {
    reading.current?.abort();
    const ending = new AbortController();
    reading.current = ending;
    const { signal } = ending;
    const tell = (changes: Partial<Preview>) => {
      if (!signal.aborted) setPreview((before) => ({ ...before, ...changes }));
    };
    setPreview(({ number }) => ({ ...NOTHING, number: number + 1, is_reading: true }));
    try {
      const rows: PreviewRow[] = [];
      for await (const row of api.each('previewPrices', { ...input, per_page: PER_PAGE }, { signal })) {
        rows.push(row);
        if (rows.length % TOLD_EACH === 0) tell({ read_count: rows.length });
        if (rows.length > MOST_ROWS) break;
      }
      const is_too_many = rows.length > MOST_ROWS;
      tell({ is_reading: false, is_too_many, ...(!is_too_many && { rows }) });
    } catch (error) {
      tell({ is_reading: false, error });
    }
  };
  return { ...preview, read, clear };
}
