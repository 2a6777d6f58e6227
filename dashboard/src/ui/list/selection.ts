import { useSyncExternalStore } from 'react';

/** Which rows of a list are selected. It stays while another page is looked at. */
export interface Selection {
  readonly ids: ReadonlySet<number>;
  /** All rows that match what is filtered for, also those that were not loaded. */
  readonly is_all: boolean;
}

const NOTHING: Selection = { ids: new Set(), is_all: false };
const selections = new Map<string, Selection>();
const listeners = new Set<() => void>();

function set(list: string, selection: Selection): void {
  selections.set(list, selection);
  for (const listener of listeners) listener();
}

export interface SelectionHandle extends Selection {
  toggle: (id: number) => void;
  select: (ids: readonly number[]) => void;
  selectAll: () => void;
  clear: () => void;
}

/** @param list of which list, and what it is filtered for: of something else, something else is selected */
export function useSelection(list: string): SelectionHandle {
  const selection = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => selections.get(list) ?? NOTHING,
  );
  return {
    ...selection,
    toggle: (id) => {
      const ids = new Set(selection.ids);
      if (!ids.delete(id)) ids.add(id);
      set(list, { ids, is_all: false });
    },
    select: (ids) => set(list, { ids: new Set(ids), is_all: false }),
    selectAll: () => set(list, { ids: selection.ids, is_all: true }),
    clear: () => set(list, NOTHING),
  };
}
