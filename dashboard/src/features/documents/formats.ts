import { useSyncExternalStore } from 'react';

export const LABEL_FORMATS = ['100x150', 'A6', 'A4'] as const;
export const INVOICE_FORMATS = ['A4', 'RECEIPT'] as const;

export interface Formats {
  label: (typeof LABEL_FORMATS)[number];
  invoice: (typeof INVOICE_FORMATS)[number];
}

const STORED_AS = 'ngorder.paper';
const listeners = new Set<() => void>();
let formats = readStored();

/** What is not among those that the server makes counts as not chosen. */
function readStored(): Formats {
  let stored: Partial<Record<keyof Formats, unknown>> = {};
  try {
    stored = (JSON.parse(localStorage.getItem(STORED_AS) ?? '{}') as typeof stored | null) ?? {};
  } catch {
    // Not ours: as if nothing was chosen.
  }
  return {
    label: LABEL_FORMATS.find((format) => format === stored.label) ?? '100x150',
    invoice: INVOICE_FORMATS.find((format) => format === stored.invoice) ?? 'A4',
  };
}

export function chooseFormat(chosen: Partial<Formats>): void {
  formats = { ...formats, ...chosen };
  localStorage.setItem(STORED_AS, JSON.stringify(formats));
  for (const listener of listeners) listener();
}

/** For which paper this device prints: a printer stands beside it. */
export function currentFormats(): Formats {
  return formats;
}

export function useFormats(): Formats {
  return useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, currentFormats);
}
