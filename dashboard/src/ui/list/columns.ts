import type { ReactNode } from 'react';
import { useState } from 'react';

export interface Column<Row> {
  id: string;
  title: string;
  cell: (row: Row) => ReactNode;
  align?: 'left' | 'right';
  width?: number;
  /** Not shown until it is chosen. */
  is_extra?: boolean;
}

const storedAs = (list: string) => `ngorder.columns.${list}`;

/** Which columns of a list are shown on this device, in their order; chosen ones are kept. */
export function useChosenColumns<Row>(
  list: string,
  all: readonly Column<Row>[],
): { shown: Column<Row>[]; chosen: string[]; choose: (ids: string[]) => void } {
  const first = all.filter(({ is_extra }) => is_extra !== true).map(({ id }) => id);
  const [chosen, setChosen] = useState<string[]>(() => readStored(list) ?? first);
  const shown = all.filter(({ id }) => chosen.includes(id));
  return {
    shown: shown.length === 0 ? all.slice(0, 1) : shown,
    chosen,
    choose: (ids) => {
      setChosen(ids);
      localStorage.setItem(storedAs(list), JSON.stringify(ids));
    },
  };
}

function readStored(list: string): string[] | undefined {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(storedAs(list)) ?? 'null');
    return Array.isArray(stored) ? stored.map(String) : undefined;
  } catch {
    return undefined;
  }
}
