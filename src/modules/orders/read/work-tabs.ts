import type { z } from 'zod';
import { STATUS_OF_CLOSED, type ClosedType } from './closed-orders.ts';
import type { ChosenOrders } from './search/schemas.ts';

type Filters = z.output<typeof ChosenOrders>;

/** The filter of the list that has the orders of a tab; or of the list of closed ones. */
type TabList =
  | { filter: 'order_progress_status'; value: NonNullable<Filters['order_progress_status']> }
  | { filter: 'shipping_stage'; value: NonNullable<Filters['shipping_stage']> }
  | { filter: 'type'; value: ClosedType };

const progress = (value: NonNullable<Filters['order_progress_status']>): TabList => ({
  filter: 'order_progress_status',
  value,
});
const stage = (value: NonNullable<Filters['shipping_stage']>): TabList => ({
  filter: 'shipping_stage',
  value,
});
const closed = (value: ClosedType): TabList => ({ filter: 'type', value });

/** In the order in which work on them is done. Each order of the shop is in one of them. */
const TABS = {
  UNPAID: progress('UNPAID'),
  PARTLY_PAID: progress('INSTALLMENT'),
  TO_CONFIRM: progress('UNPROCESSED'),
  TO_PROCESS: progress('NO AWB'),
  TO_PRINT: stage('TO_PRINT'),
  TO_HAND_OVER: stage('TO_HAND_OVER'),
  SHIPPED: stage('SHIPPED'),
  DONE: progress('DELIVERED'),
  RETURNED: stage('RETURNED'),
  CANCELED: closed('CANCEL'),
  REJECTED: closed('REJECTED'),
  EXPIRED: closed('EXPIRED'),
} as const;

export type OrderTab = keyof typeof TABS;

export const ORDER_TABS = Object.keys(TABS) as [OrderTab, ...OrderTab[]];

export function listOfTab(tab: OrderTab): TabList {
  return TABS[tab];
}

/** The statuses of its orders, as their list has them. */
export function statusesOfTab(tab: OrderTab) {
  const list = listOfTab(tab);
  return list.filter === 'type' ? [STATUS_OF_CLOSED[list.value]] : (['ACCEPTED', 'UNCONFIRMED'] as const);
}
