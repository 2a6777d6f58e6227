import type { Good } from './good.ts';
import { isSameCode } from './same-code.ts';

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
