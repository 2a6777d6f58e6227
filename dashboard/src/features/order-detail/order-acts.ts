import { copyText } from '../../ui/copy.ts';
import { useStrings } from '../../ui/language.ts';
import { useMay } from '../session/session.ts';
import type { DialogName } from './dialogs.ts';
import { isAtShop, isClosed } from './next-action.ts';
import type { Order, Parcel } from './order-queries.ts';
import { addressBlock, summaryText } from './order-texts.ts';
import { strings } from './strings.ts';

/** Something in the menu of an order. */
export interface OrderAct {
  label: string;
  run: () => void;
  is_dangerous?: boolean;
}

/** Then an order cannot be cancelled. */
const AWAY = new Set(['DROPOFF', 'ON_PROCESS', 'DELIVERED', 'LOST', 'SHIPMENT_PROBLEM']);

interface Doing {
  onDialog: (name: DialogName) => void;
  divide: (how: 'SPLIT' | 'MERGE') => void;
}

/** What else can be done with the order, of what its state and the role allow. */
export function useOrderActs(
  order: Order,
  parcels: readonly Parcel[],
  { onDialog, divide }: Doing,
): OrderAct[] {
  const t = useStrings(strings);
  const may = useMay();
  const is_active = order.order_status === 'ACCEPTED';
  const may_write = may('orders.write');
  const are_here = parcels.length > 0 && parcels.every((parcel) => isAtShop(parcel));
  const is_away = AWAY.has(order.shipping_status);
  const warehouses = new Set(order.order_detail.map(({ warehouse_id }) => warehouse_id));
  const act = (is: boolean, label: string, run: () => void, is_dangerous = false): OrderAct[] =>
    is ? [{ label, run, is_dangerous }] : [];
  const summary = () =>
    summaryText(order, { shipping: t.sum_shipping, total: t.total, remaining: t.remaining });
  return [
    ...act(true, t.copy_address, () => void copyText(addressBlock(order.receiver), t.address_copied)),
    ...act(true, t.copy_summary, () => void copyText(summary(), t.summary_copied)),
    ...act(is_active && may_write && are_here && parcels.length === 1 && warehouses.size > 1, t.split, () =>
      divide('SPLIT'),
    ),
    ...act(is_active && may_write && are_here && parcels.length > 1, t.merge, () => divide('MERGE')),
    ...act(is_active && may_write && !is_away, t.cancel_order, () => onDialog('CANCEL'), true),
    ...act(isClosed(order) && may_write, t.delete_order, () => onDialog('DELETE'), true),
  ];
}
