import { useState } from 'react';
import { storedAs, useStored } from '../../../ui/stored.ts';
import { useMe } from '../../session/session.ts';
import { isSameCode, type Good } from './good.ts';

/** Goods with a number that a person gives them. */
export interface DraftLine {
  variation_id: number;
  name: string;
  sku: string;
  thumbnail_url: string;
  /** What the system had when they were entered. */
  system_stock: number;
  quantity: number;
}

export interface GoodsDraft {
  warehouse_id: number;
  /** Where goods go, in a transfer. */
  to_warehouse_id: number | null;
  description: string;
  /** The last that was touched first. */
  lines: readonly DraftLine[];
  /** Codes that no goods have, with how often they were scanned. */
  unknown: Readonly<Record<string, number>>;
}

const EMPTY: GoodsDraft = {
  warehouse_id: 0,
  to_warehouse_id: null,
  description: '',
  lines: [],
  unknown: {},
};

export interface GoodsDraftHandle {
  draft: GoodsDraft;
  is_stored: boolean;
  change: (make: (draft: GoodsDraft) => Partial<GoodsDraft>) => void;
  discard: () => void;
}

/** What is entered of an opname or a transfer: on this device with each scan, so that a crash loses nothing. */
export function useGoodsDraft(name: 'opname' | 'transfer'): GoodsDraftHandle {
  const { shop, user } = useMe();
  const stored = storedAs<GoodsDraft>(`ngorder.${name}-draft.${shop.id}.${user.id}`, EMPTY);
  const kept = useStored(stored);
  // Where the device has no room.
  const [unkept, setUnkept] = useState<GoodsDraft>();
  const draft = { ...EMPTY, ...(unkept ?? kept) };
  const store = (next: GoodsDraft) => {
    try {
      stored.write(next);
      setUnkept(undefined);
    } catch {
      setUnkept(next);
    }
  };
  return {
    draft,
    is_stored: unkept === undefined,
    // Of several scans in one moment each sees what the one before has made.
    change: (make) => {
      const before = { ...EMPTY, ...(unkept ?? stored.read()) };
      store({ ...before, ...make(before) });
    },
    discard: () => store({ ...EMPTY, warehouse_id: draft.warehouse_id }),
  };
}

/** The line of a code that was entered before: that needs no server. */
export function lineOfCode(draft: GoodsDraft, sku: string): DraftLine | undefined {
  return draft.lines.find((line) => isSameCode(line.sku, sku));
}

/** One more of the goods; they come first. */
export function withOneMore(draft: GoodsDraft, good: Good | DraftLine, by = 1): Partial<GoodsDraft> {
  const known = draft.lines.find(({ variation_id }) => variation_id === good.variation_id);
  const { variation_id, name, sku, thumbnail_url, system_stock } = good;
  const line = known ?? { variation_id, name, sku, thumbnail_url, system_stock, quantity: 0 };
  return {
    lines: [
      { ...line, quantity: line.quantity + by },
      ...draft.lines.filter((other) => other.variation_id !== variation_id),
    ],
  };
}

/** The same order: what is typed into does not move away. */
export function withQuantity(draft: GoodsDraft, variation_id: number, quantity: number): Partial<GoodsDraft> {
  return {
    lines: draft.lines.map((line) => (line.variation_id === variation_id ? { ...line, quantity } : line)),
  };
}

export function withoutLine(draft: GoodsDraft, variation_id: number): Partial<GoodsDraft> {
  return { lines: draft.lines.filter((line) => line.variation_id !== variation_id) };
}

export function withoutCode(draft: GoodsDraft, code: string): Partial<GoodsDraft> {
  return {
    unknown: Object.fromEntries(Object.entries(draft.unknown).filter(([other]) => other !== code)),
  };
}

export function withUnknown(draft: GoodsDraft, code: string): Partial<GoodsDraft> {
  return { unknown: { ...draft.unknown, [code]: (draft.unknown[code] ?? 0) + 1 } };
}
