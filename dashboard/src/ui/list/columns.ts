import { createContext, useContext, useEffect, useState, type ReactNode } from 'react';

export interface Column<Row> {
  id: string;
  title: string;
  /** Of the row and the language alone: it is drawn anew only where one of these has changed. */
  cell: (row: Row) => ReactNode;
  align?: 'left' | 'right';
  width?: number;
  /** Not shown until it is chosen. */
  is_extra?: boolean;
}

/** What a person has chosen, wherever they sign in; without a keeper it is known to the device alone. */
export interface ChoiceKeeper {
  kept: Readonly<Record<string, unknown>>;
  keep: (name: string, value: unknown) => void;
}

export const KeptChoices = createContext<ChoiceKeeper>({ kept: {}, keep: () => undefined });

const storedAs = (list: string) => `ngorder.columns.${list}`;

/**
 * Which columns of a list are shown: those of the address, or else those that the person chose, here or on another device.
 * @param of_address names with commas between them, as an opened view has them
 */
export function useChosenColumns<Row>(
  list: string,
  all: readonly Column<Row>[],
  of_address: string | undefined,
): { shown: Column<Row>[]; chosen: string[]; choose: (ids: string[]) => void } {
  const { kept, keep } = useContext(KeptChoices);
  const [picked, setPicked] = useState<string[]>();
  const name = `${list}.columns`;
  const from_server = textsOf(kept[name]);
  useEffect(() => {
    // At once the next time, before the server has answered.
    if (from_server !== undefined) localStorage.setItem(storedAs(list), JSON.stringify(from_server));
  }, [list, from_server]);
  const first = all.filter(({ is_extra }) => is_extra !== true).map(({ id }) => id);
  const chosen = of_address?.split(',') ?? picked ?? from_server ?? readStored(list) ?? first;
  const shown = all.filter(({ id }) => chosen.includes(id));
  return {
    shown: shown.length === 0 ? all.slice(0, 1) : shown,
    chosen,
    choose: (ids) => {
      setPicked(ids);
      localStorage.setItem(storedAs(list), JSON.stringify(ids));
      keep(name, ids);
    },
  };
}

function textsOf(value: unknown): string[] | undefined {
  return Array.isArray(value) ? value.map(String) : undefined;
}

function readStored(list: string): string[] | undefined {
  try {
    return textsOf(JSON.parse(localStorage.getItem(storedAs(list)) ?? 'null'));
  } catch {
    return undefined;
  }
}
