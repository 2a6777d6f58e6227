import { useMe } from '../session/session.ts';
import type { Order } from '../order-record/order-record.ts';
import { EMPTY_DRAFT, type Draft } from './draft.ts';
import { draftOfOrder } from './order-draft.ts';
import { storedAs, useStored } from '../../ui/stored.ts';

/** What an edit starts from: the order as it was seen. */
export interface EditBase {
  order: Order;
  version: number;
}

interface Kept {
  base: EditBase | null;
  draft: Draft;
}

const NOTHING: Kept = { base: null, draft: EMPTY_DRAFT };

/**
 * What was changed of an order, on the device with each key until it is saved. As long as nothing was, the order is shown as it is now;
 * after that it stays as it was seen, and what others do meanwhile is a conflict that the person decides.
 */
export function useEditState(order: Order) {
  const { shop, user } = useMe();
  const stored = storedAs<Kept>(`ngorder.edit-order.${shop.id}.${user.id}.${order.order_id}`, NOTHING);
  const kept = useStored(stored);
  const base = kept.base ?? { order, version: order.version };
  const draft = kept.base === null ? draftOfOrder(order) : kept.draft;
  const is_changed = JSON.stringify(draft) !== JSON.stringify(draftOfOrder(base.order));
  return {
    base: is_changed ? base : { order, version: order.version },
    draft: is_changed ? draft : draftOfOrder(order),
    is_changed,
    /** Somebody else has changed the order since. */
    is_conflict: is_changed && base.version !== order.version,
    change: (changes: Partial<Draft>) => {
      const now = stored.read();
      const started =
        is_changed && now.base !== null ? now : { base: { order, version: order.version }, draft };
      stored.write({ ...started, draft: { ...started.draft, ...changes } });
    },
    /** Goes on with what was typed, on the order as it is now. */
    rebase: () => stored.write({ base: { order, version: order.version }, draft }),
    discard: stored.clear,
  };
}
