import { useSyncExternalStore } from 'react';

/** Which rows of a list are selected. It stays while another page is looked at. */
export interface Selection {
  readonly ids: ReadonlySet<number>;
  /** All rows that match what is filtered for, also those that were not loaded. */
  readonly is_all: boolean;
  /** Of all that match, those that are not. */
  readonly except: ReadonlySet<number>;
}

const NOTHING: Selection = { ids: new Set(), is_all: false, except: new Set() };
const selections = new Map<string, Selection>();
const listeners = new Set<() => void>();

function set(list: string, selection: Selection): void {
  selections.set(list, selection);
  for (const listener of listeners) listener();
}

export interface SelectionHandle extends Selection {
  has: (id: number) => boolean;
  toggle: (id: number) => void;
  select: (ids: readonly number[]) => void;
  selectAll: () => void;
  clear: () => void;
}

function toggled(ids: ReadonlySet<number>, id: number): Set<number> {
  const next = new Set(ids);
  if (!next.delete(id)) next.add(id);
  return next;
}

function withToggled(selection: Selection, id: number): Selection {
  return selection.is_all
    ? { ...selection, except: toggled(selection.except, id) }
    : { ...NOTHING, ids: toggled(selection.ids, id) };
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
  const { ids, is_all, except } = selection;
  return {
    ...selection,
    has: (id) => (is_all ? !except.has(id) : ids.has(id)),
    // What is selected now, not when this was drawn: a row that did not change keeps its function.
    toggle: (id) => set(list, withToggled(selections.get(list) ?? NOTHING, id)),
    select: (chosen) => set(list, { ...NOTHING, ids: new Set(chosen) }),
    selectAll: () => set(list, { ...NOTHING, is_all: true }),
    clear: () => set(list, NOTHING),
  };
}
