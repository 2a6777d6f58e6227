import { useState } from 'react';
import { storedAs, useStored } from '../../../ui/stored.ts';
import { useMe } from '../../session/session.ts';
import type { GoodsDraft } from './goods-draft.ts';

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
