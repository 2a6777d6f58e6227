import { useCallback, useEffect, useState } from 'react';
import type { Draft } from './draft.ts';

const KEPT_AFTER_MS = 400;
const storedAs = (name: string) => `ngorder.product-draft.${name}`;

export interface DraftHandle {
  draft: Draft;
  change: (changes: Partial<Draft> | ((draft: Draft) => Partial<Draft>)) => void;
  is_changed: boolean;
  /** Whether it is from an earlier visit. */
  is_restored: boolean;
  discard: () => void;
  /** It is stored on the server now: nothing need be kept here. */
  forget: () => void;
}

/** What is edited of a product; kept on this device until it is saved or discarded. */
export function useDraft(name: string, initial: Draft): DraftHandle {
  const [restored] = useState(() => readStored(name, initial));
  const [draft, setDraft] = useState(restored ?? initial);
  const [base] = useState(initial);
  const [is_stored, setStored] = useState(false);
  const is_changed = !is_stored && JSON.stringify(draft) !== JSON.stringify(base);
  useEffect(() => {
    if (!is_changed) {
      localStorage.removeItem(storedAs(name));
      return undefined;
    }
    const timer = setTimeout(() => store(name, draft), KEPT_AFTER_MS);
    return () => clearTimeout(timer);
  }, [name, draft, is_changed]);
  const change = useCallback<DraftHandle['change']>((changes) => {
    setStored(false);
    setDraft((before) => ({ ...before, ...(typeof changes === 'function' ? changes(before) : changes) }));
  }, []);
  return {
    draft,
    change,
    is_changed,
    is_restored: restored !== undefined && is_changed,
    discard: () => setDraft(base),
    forget: () => {
      setStored(true);
      localStorage.removeItem(storedAs(name));
    },
  };
}

function store(name: string, draft: Draft): void {
  try {
    localStorage.setItem(storedAs(name), JSON.stringify(draft));
  } catch {
    // No room on this device: what is typed stays on the screen.
  }
}

function readStored(name: string, initial: Draft): Draft | undefined {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(storedAs(name)) ?? 'null');
    const is_whole =
      typeof stored === 'object' && stored !== null && Object.keys(initial).every((key) => key in stored);
    return is_whole ? (stored as Draft) : undefined;
  } catch {
    return undefined;
  }
}
