import type { Order } from '../order-record/order-record.ts';
import type { Parcel } from './order-queries.ts';

/** What can be done with an order; the next of them has a button of its own. */
export type ActionName = 'CONFIRM' | 'PAY' | 'AWB' | 'SHIPPED' | 'DELIVERED' | 'REACTIVATE';

/** An action, and the parcel that it is of. */
export interface NextAction {
  name: ActionName;
  parcel?: Parcel;
}

const CLOSED = new Set(['CANCELED', 'REJECTED', 'EXPIRED']);
const AT_SHOP = new Set(['READY_TO_SHIP', 'PICKUP_REQUEST', 'UNPICK', 'INVALID']);
const WITH_COURIER = new Set(['ON_PROCESS', 'DROPOFF', 'SHIPMENT_PROBLEM']);

export const isClosed = ({ order_status }: Pick<Order, 'order_status'>): boolean => CLOSED.has(order_status);
export const isAtShop = ({ shipping_status }: Pick<Parcel, 'shipping_status'>): boolean =>
  AT_SHOP.has(shipping_status);
export const isWithCourier = ({ shipping_status }: Pick<Parcel, 'shipping_status'>): boolean =>
  WITH_COURIER.has(shipping_status);

/** Goods that the buyer comes for need no AWB number. */
export const isFetched = ({ service }: Pick<Parcel, 'service'>): boolean =>
  !service.pickup && !service.drop_off;

/** How a parcel gets on: what staff do with it next, where they can. */
export function nextOfParcel(parcel: Parcel): NextAction | undefined {
  if (!parcel.is_handled) return undefined;
  if (isAtShop(parcel)) {
    if (isFetched(parcel)) return { name: 'DELIVERED', parcel };
    // A vendor gives the number of what it is asked to book.
    if (parcel.awb_number === null) return parcel.booking === null ? { name: 'AWB', parcel } : undefined;
    return { name: 'SHIPPED', parcel };
  }
  return isWithCourier(parcel) ? { name: 'DELIVERED', parcel } : undefined;
}

/** The one thing that an order waits for, of what the role may do. */
export function nextAction(
  order: Pick<Order, 'order_status' | 'remaining_amount' | 'is_cod'>,
  parcels: readonly Parcel[],
  may: (permission: string) => boolean,
): NextAction | undefined {
  const allowed = (action: NextAction | undefined, permission: string) =>
    may(permission) ? action : undefined;
  if (order.order_status === 'UNCONFIRMED') return allowed({ name: 'CONFIRM' }, 'checkouts.confirm');
  if (isClosed(order)) return allowed({ name: 'REACTIVATE' }, 'orders.write');
  const is_due = (order.remaining_amount ?? 0) > 0;
  const pay = allowed({ name: 'PAY' }, 'payments.write');
  if (is_due && !order.is_cod && pay !== undefined) return pay;
  const [ship] = parcels.flatMap((parcel) => nextOfParcel(parcel) ?? []);
  if (ship !== undefined) return allowed(ship, 'orders.ship');
  // What the courier has collected comes in last.
  const is_collected = parcels.some(({ shipping_status }) => shipping_status === 'DELIVERED');
  return is_due && is_collected ? pay : undefined;
}
