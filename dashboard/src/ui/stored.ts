import { useSyncExternalStore } from 'react';

/** Something kept on this device, seen alike by all that show it, in other tabs too. */
export interface Stored<Value> {
  read: () => Value;
  write: (value: Value) => void;
  clear: () => void;
  subscribe: (listener: () => void) => () => void;
}

const made = new Map<string, Stored<unknown>>();

export function storedAs<Value extends object>(key: string, empty: Value): Stored<Value> {
  const known = made.get(key);
  if (known !== undefined) return known as Stored<Value>;
  const listeners = new Set<() => void>();
  const tell = () => {
    for (const listener of listeners) listener();
  };
  let last: { text: string | null; value: Value } = { text: null, value: empty };
  const stored: Stored<Value> = {
    read: () => {
      const text = localStorage.getItem(key);
      if (text !== last.text) last = { text, value: parse(text, empty) };
      return last.value;
    },
    write: (value) => {
      const text = JSON.stringify(value);
      last = { text, value };
      localStorage.setItem(key, text);
      tell();
    },
    clear: () => {
      last = { text: null, value: empty };
      localStorage.removeItem(key);
      tell();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      globalThis.addEventListener('storage', listener);
      return () => {
        listeners.delete(listener);
        globalThis.removeEventListener('storage', listener);
      };
    },
  };
  made.set(key, stored as Stored<unknown>);
  return stored;
}

function parse<Value extends object>(text: string | null, empty: Value): Value {
  if (text === null) return empty;
  try {
    const value = JSON.parse(text) as Value;
    // What an older page kept may lack what was added since.
    return Array.isArray(empty) ? value : { ...empty, ...value };
  } catch {
    return empty;
  }
}

export function useStored<Value>({ subscribe, read }: Stored<Value>): Value {
  return useSyncExternalStore(subscribe, read);
}
