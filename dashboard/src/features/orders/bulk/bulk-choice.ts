import type { Input } from 'ngorder-sdk';
import type { SelectionHandle } from '../../../ui/list/selection.ts';
import type { ListState } from '../../../ui/list/url-state.ts';

export type BulkAction = Input<'startBulkOrders'>['action'];
export type BulkInput = Input<'startBulkOrders'>;

/** Which orders are chosen: by ID, or all that match a filter, but for some. */
export type BulkChoice = Pick<BulkInput, 'order_ids' | 'filter' | 'except_ids'>;

/** What both lists of orders, those that are open and those that are closed, say of one. */
export interface ListedOrder {
  order_id: number;
  po_number: number;
  order_date: string;
  sender_name: string;
  receiver_name: string;
  receiver_address: string;
  products: readonly { name: string; quantity: number }[];
  total_amount: number;
  shipping_rate: string;
  awb_number: string | null;
}

/** What is chosen in the list, and which of it is on the screen. */
export interface ChosenInList {
  choice: BulkChoice;
  /** Of those that are chosen, the ones that are loaded. */
  rows: readonly ListedOrder[];
}

/** Which permission an action needs, beside that for actions on many orders. */
export const ACTION_PERMISSIONS: Readonly<Record<BulkAction, string>> = {
  PAY: 'payments.write',
  CONFIRM: 'checkouts.confirm',
  SHIPPING_STATUS: 'orders.ship',
  REQUEST_PICKUP: 'orders.ship',
  CANCEL: 'orders.write',
  REACTIVATE: 'orders.write',
};

/** @param state what the list is filtered for: by the same names the API filters */
export function choiceOf(
  selection: SelectionHandle,
  state: ListState<string>,
  rows: readonly ListedOrder[],
): ChosenInList {
  // The address holds texts, and the server reads numbers from texts.
  const { columns: _, ...filter } = state as Readonly<Record<string, string | undefined>>;
  return {
    choice: selection.is_all
      ? {
          filter,
          ...(selection.except.size > 0 && { except_ids: [...selection.except] }),
        }
      : { order_ids: [...selection.ids] },
    rows: rows.filter(({ order_id }) => selection.has(order_id)),
  };
}
