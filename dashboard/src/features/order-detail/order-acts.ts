import { copyText } from '../../ui/copy.ts';
import { useNavigate } from '@tanstack/react-router';
import { useStrings } from '../../ui/language.ts';
import { useMay } from '../session/session.ts';
import type { DialogName } from './dialogs.ts';
import { isAtShop, isClosed } from './next-action.ts';
import type { DocumentKind } from '../documents/make-document.ts';
import type { Order } from '../order-record/order-record.ts';
import type { Parcel } from './order-queries.ts';
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
  print: (kind: DocumentKind) => void;
  onDialog: (name: DialogName) => void;
  divide: (how: 'SPLIT' | 'MERGE') => void;
}

/** What else can be done with the order, of what its state and the role allow. */
export function useOrderActs(
  order: Order,
  parcels: readonly Parcel[],
  { print, onDialog, divide }: Doing,
): OrderAct[] {
  const t = useStrings(strings);
  const may = useMay();
  const navigate = useNavigate();
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
    ...act(is_active && may_write, t.edit, () => void navigate({ to: `/orders/${order.order_id}/edit` })),
    ...act(
      may_write,
      t.duplicate,
      () => void navigate({ to: '/orders/new', search: { copy: String(order.order_id) } }),
    ),
    ...act(is_active && may('orders.ship'), t.print_label, () => print('LABELS')),
    ...act(is_active && may('orders.ship'), t.print_slip, () => print('PACKING_SLIPS')),
    ...act(may('invoices.read'), t.print_invoice, () => print('INVOICE')),
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
